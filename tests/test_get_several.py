"""Any number of ids, in any quota mode: in order, asked once, `None` where unknown."""

from __future__ import annotations

import inspect
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from spotify_web_api import Spotify, errors, operations
from tests.support.clients import BOTH, Run
from tests.support.replay import Answer, Replay, Seen, replay_server
from tests.support.spec_calls import bound_call, example_calls
from tests.support.timing import not_waiting

EXAMPLES = {item.call: item.answers for item in example_calls()}
READS = [call for call in EXAMPLES if call.endswith(".get_several")]
IDS = [f"{number:022d}" for number in range(60)]
UNKNOWN = frozenset(IDS[::7])
ROUTED = {"quota_mode": "development", "on_unavailable": "route"}
MODES: list[dict[str, str]] = [{}, {"quota_mode": "extended"}, ROUTED]


class Catalogue:
    """Knows things by id, alone and several at once; counts what is under way."""

    def __init__(self, call: str, *, seconds: float = 0.0) -> None:
        self.name = call.partition(".")[0]
        self.thing = next(iter(EXAMPLES[f"{self.name}.get"].values()))
        self.seconds = seconds
        self.asked: list[str] = []
        self.broken: dict[str, Answer] = {}
        self.most = self._now = 0
        self._lock = threading.Lock()

    def answer(self, seen: Seen) -> Answer:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        try:
            time.sleep(self.seconds)
            return self._answer(seen)
        finally:
            with self._lock:
                self._now -= 1

    def _answer(self, seen: Seen) -> Answer:
        target = urlsplit(seen.target)
        path = target.path.removeprefix(f"/v1/{self.name}").removeprefix("/")
        names = [path] if path else parse_qs(target.query)["ids"][0].split(",")
        with self._lock:
            self.asked += names
        if not path:
            return Answer.of({self.name: [self._known(name) for name in names]})
        if path in self.broken:
            return self.broken[path]
        if path in UNKNOWN:
            return Answer.of({"error": {"status": 404, "message": "Not found."}}, 404)
        return Answer.of(self._known(path))

    def _known(self, name: str) -> Any:
        return None if name in UNKNOWN else {**self.thing, "id": name}


@pytest.fixture(scope="module")
def shop() -> Iterator[Replay]:
    with replay_server() as replay:
        yield replay


@pytest.fixture
def server() -> Iterator[Replay]:
    with replay_server() as replay:
        yield replay


@pytest.fixture(params=BOTH, scope="module")
def run(request: pytest.FixtureRequest) -> Run:
    chosen: Run = BOTH[request.param]
    return chosen


@pytest.mark.promise("several-keep-order-in-every-mode")
@pytest.mark.parametrize("options", MODES, ids=["unknown", "extended", "routed"])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(call=st.sampled_from(READS), ids=st.lists(st.sampled_from(IDS), max_size=70))
def test_order_and_length_are_kept_and_each_is_asked_for_once(
    shop: Replay, run: Run, options: dict[str, str], call: str, ids: list[str]
) -> None:
    catalogue = Catalogue(call)
    shop.answer = catalogue.answer
    found = run(
        lambda client: bound_call(client, call)(ids), base_url=shop.base_url, **options
    )
    assert [each and each.id for each in found] == [
        None if name in UNKNOWN else name for name in ids
    ]
    assert sorted(catalogue.asked) == sorted(set(ids))


def test_forms_of_one_id_are_asked_for_once(server: Replay, run: Run) -> None:
    catalogue = Catalogue("tracks")
    server.answer = catalogue.answer
    name = IDS[1]
    forms = [name, f"spotify:track:{name}", f"https://open.spotify.com/track/{name}?x"]
    found = run(
        lambda client: client.tracks.get_several(forms, market="SE"),
        base_url=server.base_url,
        **ROUTED,
    )
    assert [each.id for each in found] == [name] * 3
    (seen,) = server.seen
    assert seen.target == f"/v1/tracks/{name}?market=SE"


@pytest.mark.promise("single-requests-are-four-at-once")
def test_a_few_are_under_way_at_once_and_no_more(server: Replay, run: Run) -> None:
    catalogue = Catalogue("albums", seconds=0.05)
    server.answer = catalogue.answer
    found = run(
        lambda client: client.albums.get_several(IDS[1:7] + IDS[8:14]),
        base_url=server.base_url,
        **ROUTED,
    )
    assert len(found) == 12
    assert catalogue.most <= 4


def test_a_failure_ends_the_call_and_what_has_not_begun(
    server: Replay, run: Run
) -> None:
    catalogue = Catalogue("albums", seconds=0.02)
    server.answer = catalogue.answer
    catalogue.broken[IDS[9]] = Answer.of({"error": {"message": "Bad gateway."}}, 502)
    with pytest.raises(errors.BadGatewayError):
        run(
            lambda client: client.albums.get_several(IDS),
            base_url=server.base_url,
            max_attempts=1,
            **ROUTED,
        )
    assert len(server.seen) < 30


@pytest.mark.promise("single-requests-are-four-at-once")
def test_a_rate_limit_ends_the_call_at_once(server: Replay, run: Run) -> None:
    catalogue = Catalogue("albums", seconds=0.02)
    server.answer = catalogue.answer
    catalogue.broken[IDS[9]] = Answer.of({}, 429, Retry_After="4000")
    with not_waiting(), pytest.raises(errors.RateLimitedError) as caught:
        run(
            lambda client: client.albums.get_several(IDS),
            base_url=server.base_url,
            **ROUTED,
        )
    assert caught.value.retry_at is not None
    assert len(server.seen) < 30


def test_after_a_short_wait_all_go_on(server: Replay, run: Run) -> None:
    catalogue = Catalogue("albums")
    refused: list[str] = []

    def answer(seen: Seen) -> Answer:
        if not refused:
            refused.append(seen.target)
            return Answer.of({}, 429, Retry_After="1")
        return catalogue.answer(seen)

    server.answer = answer
    found = run(
        lambda client: client.albums.get_several(IDS[1:7]),
        base_url=server.base_url,
        **ROUTED,
    )
    assert [each.id for each in found] == IDS[1:7]
    assert sorted(catalogue.asked) == IDS[1:7]


BATCHES = sorted(
    (call, operation.batch)
    for operation in operations.all()
    if operation.batch is not None
    for call in operation.calls
)


@pytest.mark.parametrize("call", [call for call, _ in BATCHES])
def test_nothing_to_do_sends_nothing(call: str, server: Replay, run: Run) -> None:
    """A write that promises a snapshot says that there is nothing to send."""
    operation = operations.by_call(call)
    given = next(item.arguments for item in example_calls() if item.call == call)
    empty = {**given, getattr(operation.batch, "parameter", ""): []}
    for options in MODES:
        try:
            found = run(
                lambda client, name=call: bound_call(client, name)(**empty),
                base_url=server.base_url,
                **options,
            )
        except errors.InvalidArgumentError as error:
            assert "nothing to send" in str(error)
        else:
            assert not found
    assert server.seen == []


@pytest.mark.parametrize("call", [c for c, batch in BATCHES if batch.unique])
def test_every_batch_of_reads_takes_any_number_and_keeps_order(
    call: str, server: Replay, run: Run
) -> None:
    """Every answer is as long as the question, whatever is asked twice."""
    operation = operations.by_call(call)
    assert operation.batch is not None
    parameter = operation.batch.parameter
    uris = parameter == "uris"
    names = [f"spotify:track:{name}" if uris else name for name in IDS] * 3
    given = next(item.arguments for item in example_calls() if item.call == call)
    pointer = (operation.batch.items or "").removeprefix("/")
    example = next(iter(EXAMPLES[call].values()))
    listed = example[pointer] if pointer else example
    thing = next(each for each in listed if each is not None)

    def answer(seen: Seen) -> Answer:
        asked = parse_qs(urlsplit(seen.target).query)[parameter][0].split(",")
        found = [_marked(thing, name) for name in asked]
        return Answer.of({pointer: found} if pointer else found)

    server.answer = answer
    found = run(
        lambda client: bound_call(client, call)(**{**given, parameter: names}),
        base_url=server.base_url,
    )
    expected = [_marked(thing, name) for name in names]
    assert [getattr(each, "id", each) for each in found] == [
        each["id"] if isinstance(each, dict) else each for each in expected
    ]


def _marked(thing: Any, name: str) -> Any:
    return int(name[-2:]) % 3 == 0 if isinstance(thing, bool) else {**thing, "id": name}


def test_a_batch_of_writes_says_what_was_done_in_the_terms_of_the_caller(
    server: Replay, run: Run
) -> None:
    server.play(Answer(), Answer.of({}, 404))
    with pytest.raises(errors.BatchError) as caught:
        run(lambda client: client.albums.save(IDS), base_url=server.base_url, **ROUTED)
    assert caught.value.done == tuple(IDS[:40])
    assert caught.value.remaining == tuple(IDS[40:])
    assert "albums.save" in str(caught.value)
    queries = [parse_qs(urlsplit(seen.target).query) for seen in server.seen]
    assert [len(query["uris"][0].split(",")) for query in queries] == [40, 20]


def test_many_singles_are_not_many_threads(server: Replay) -> None:
    catalogue = Catalogue("tracks")
    server.answer = catalogue.answer
    before = threading.active_count()
    found = BOTH["sync"](
        lambda client: client.tracks.get_several(IDS),
        base_url=server.base_url,
        **ROUTED,
    )
    assert len(found) == 60
    alive = [item for item in threading.enumerate() if "together" in item.name]
    assert alive == []
    assert threading.active_count() <= before + 60  # those of the server


def test_the_modes_are_in_the_signature() -> None:
    found = str(inspect.signature(Spotify).parameters["quota_mode"].annotation)
    for mode in ("extended", "development", "development_legacy"):
        assert f"'{mode}'" in found
