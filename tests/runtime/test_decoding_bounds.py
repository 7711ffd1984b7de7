"""Decoding ends: after so many departures, so many parts, and when the time is over."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from _runtime.calls.settings import Clock
from _runtime.core.headers import Headers
from _runtime.decoding import departures
from _runtime.decoding.decode import decode, is_cut
from _runtime.decoding.departures import Departures
from _runtime.engine.failures import explanation
from _runtime.errors import (
    BatchError,
    DeadlineExceededError,
    DecodeError,
    ProtocolError,
    StatusError,
)
from _runtime.http.messages import Request
from _runtime.models.model import Model
from _runtime.transports.body import Body
from tests.support.things import (
    BASE,
    COLORS,
    AnyThing,
    AsyncShop,
    Shop,
    Thing,
    ThingPage,
    answer,
    script,
)

pytestmark = pytest.mark.slow


class Box(Model, frozen=True, kw_only=True):
    """What holds parts of each kind."""

    names: list[str]
    by_key: dict[str, str] | None = None
    things: list[AnyThing | None] | None = None
    inner: Box | None = None


BODIES: dict[str, Callable[[int], bytes]] = {
    "elements": lambda n: b'{"names":[%s1]}' % (b"1," * n),
    "the last element": lambda n: b'{"names":[%s1]}' % (b'"a",' * n),
    "keys": lambda n: json.dumps(
        {"names": [], "by_key": dict.fromkeys(map(str, range(n)), 1)}
    ).encode(),
    "members of a union": lambda n: json.dumps(
        {"names": [], "things": [{"type": "stone", "grams": "x"}] * n}
    ).encode(),
    "models": lambda n: json.dumps(
        {"names": 1, "inner": {"names": 1, "things": [{"type": "thing"}] * n}}
    ).encode(),
    "halves of surrogate pairs": lambda n: b'{"names":["%s"]}' % (b"\\ud800" * n),
    "escapes": lambda n: b'{"names":["%s\\ud800"]}' % (b"\\n" * n),
}


class Looks(Departures):
    """Counts how often it was asked for the time."""

    def __init__(self, **options: Any) -> None:
        self.count = 0
        super().__init__(expect_time=self.tick, **options)

    def tick(self) -> None:
        self.count += 1


@pytest.mark.promise("decoding-is-bounded")
@pytest.mark.parametrize("name", BODIES)
def test_no_more_parts_are_looked_at_than_any_answer_has(monkeypatch, name):
    body = BODIES[name](300)
    looks = Looks()
    assert decode(body, Box, found=looks) is not None
    assert looks.count >= 300
    monkeypatch.setattr(departures, "MOST_PARTS", 200)
    looks = Looks()
    with pytest.raises(DecodeError, match="it has too many parts to look at each"):
        decode(body, Box, found=looks)
    assert looks.count == 201


@pytest.mark.promise("decoding-is-bounded")
def test_departures_without_end_are_an_error(monkeypatch):
    monkeypatch.setattr(departures, "MOST_DEPARTURES", 100)
    found = Departures()
    assert decode(BODIES["elements"](99), Box, found=found).names == [None] * 100
    assert [count for *_, count in found] == [100]
    why = r"more than 100 values are not as described, the first one: expected string,"
    with pytest.raises(DecodeError, match=why) as caught:
        decode(BODIES["elements"](100), Box, found=Departures())
    assert caught.value.path == "$.names[0]"


@pytest.mark.promise("decoding-is-bounded")
def test_by_default_no_response_of_the_size_allowed_takes_long():
    """A megabyte of departures is left after the first tenth of it."""
    looks = Looks()
    with pytest.raises(DecodeError, match="more than 50,000 values"):
        decode(b"[" + b"1," * 500_000 + b"1]", list[str], found=looks)
    assert looks.count == departures.MOST_DEPARTURES + 2


@pytest.mark.promise("decoding-is-bounded")
@pytest.mark.parametrize("name", ["elements", "keys", "members of a union", "models"])
def test_strict_decoding_stops_at_the_first_departure(name):
    few, many = Looks(strict=True), Looks(strict=True)
    for n, looks in ((5, few), (500, many)):
        with pytest.raises(DecodeError, match="expected"):
            decode(BODIES[name](n), Box, found=looks)
    assert few.count == many.count


@pytest.mark.promise("decoding-is-bounded")
@pytest.mark.parametrize(
    "part", [b"{}", b"[]", b'{"a":1}', b'"a":1'], ids=["{}", "[]", "{:}", ":"]
)
def test_what_would_take_gigabytes_is_not_decoded(part):
    ends = b"{}" if part.startswith(b'"') else b"[]"
    body = ends[:1] + b",".join([part] * 1_000_001) + ends[1:]
    with pytest.raises(DecodeError, match="more objects, properties or huge"):
        decode(body, Any)
    assert is_cut(body[:-1]) is False
    assert is_cut(body[:900_000]) is True


@pytest.mark.promise("decoding-is-bounded")
@pytest.mark.parametrize("number", [b"1e300", b"-1.5E+300", b"0.1e308", b"5e-324"])
def test_numbers_that_take_long_to_read_are_not_read(number):
    body = b"[" + number + (b", " + number) * 200_000 + b"]"
    for document in (body, b'{"a":%s}' % body):
        with pytest.raises(DecodeError, match="or huge numbers than any answer"):
            decode(document, Any)
    assert is_cut(body[:-1]) is False


@pytest.mark.promise("decoding-is-bounded")
def test_a_large_answer_of_sane_parts_is_decoded():
    names = ["a name that is of some length"] * 100_000
    spread = [{"id": "0123456789", "name": "abcdefgh"}] * 50_000
    numbers = [0.000_012_345] * 150_000
    hashes = ["1e300123456789"] * 150_000
    for value in (names, spread, numbers, hashes):
        assert decode(json.dumps(value).encode(), Any) == value


def late(shop: Any, timeout: float, *, until: int = 0) -> Any:
    """Let a second pass at each look at the clock, after the first few."""
    looks = iter(range(10**9))
    clock = Clock(monotonic=lambda: float(max(0, next(looks) - until)))
    session = shop._caller.session
    settings = replace(session.settings, timeout=timeout, attempt_timeout=timeout)
    session = replace(session, settings=settings, clock=clock)
    shop._caller = shop._caller.with_session(session)
    return shop


MANY = json.dumps({"colors": [1] * 500})


@pytest.mark.promise("decoding-is-bounded")
def test_decoding_belongs_to_the_time_of_the_call():
    shop = late(Shop("token", transport=script(MANY)), 100.0)
    with pytest.raises(DeadlineExceededError, match="was not decoded after") as caught:
        shop.colors()
    assert caught.value.seconds >= 100
    assert (caught.value.attempts, caught.value.sent) == (1, True)
    assert caught.value.operation == "colors GET /colors"
    assert len(shop.drift.report()) == 0


@pytest.mark.promise("decoding-is-bounded")
def test_so_it_does_where_it_is_awaited():
    shop = late(AsyncShop("token", transport=script(MANY)), 100.0)
    with pytest.raises(DeadlineExceededError, match=r"\(timeout=100, attempts: 1\)"):
        asyncio.run(shop.colors())


@pytest.mark.promise("decoding-is-bounded")
def test_the_attempts_before_are_told():
    answers = script(answer("", 502), MANY)
    shop = late(Shop("token", transport=answers, max_wait=100), 100.0)
    shop._caller.session.shared.random = lambda: 0.0
    with pytest.raises(DeadlineExceededError, match="attempts: 2") as caught:
        shop.colors()
    assert caught.value.last_failure is not None


@pytest.mark.promise("decoding-is-bounded")
def test_an_answer_as_described_is_not_lost_for_being_late():
    body = json.dumps({"colors": ["red"] * 500})
    assert len(late(Shop("token", transport=script(body)), 40.0).colors()) == 500


@pytest.mark.promise("decoding-is-bounded")
def test_pages_and_batches_have_that_time_as_well():
    page = json.dumps({"items": [{"type": "thing"}] * 300, "next": None})
    shop = late(Shop("token", transport=script(page)), 100.0)
    with pytest.raises(DeadlineExceededError, match="was not decoded"):
        shop.things.all("b").collect()
    things = json.dumps({"things": [{"type": "thing"}] * 300})
    shop = late(Shop("token", transport=script(things)), 100.0)
    with pytest.raises(DeadlineExceededError, match="was not decoded"):
        shop.things.get_several(["abcd"])


@pytest.mark.promise("decoding-is-bounded")
def test_a_write_whose_answer_is_not_decoded_in_time_is_done():
    items = [{"uri": str(n)} for n in range(5)]
    bodies = [json.dumps({"snapshot_id": each}) for each in ("s", 7, "s")]
    ends = []
    for timeout in range(3, 30):
        shop = late(Shop("token", transport=script(*bodies)), float(timeout))
        try:
            shop.things.remove("b", items=items)
        except (BatchError, DeadlineExceededError) as error:
            ends.append(error)
    undecoded, *_ = [each for each in ends if "was not decoded" in str(each)]
    assert isinstance(undecoded, BatchError)
    assert isinstance(undecoded.cause, DeadlineExceededError)
    assert (len(undecoded.done), len(undecoded.remaining)) == (4, 1)


@pytest.mark.promise("decoding-is-bounded")
def test_what_is_decoded_afterwards_has_a_time_of_its_own():
    shop = late(Shop("token", transport=script(MANY)), 100.0)
    raw = shop.raw(COLORS)
    with pytest.raises(DeadlineExceededError, match="attempts: 0"):
        raw.decode()


@pytest.mark.promise("decoding-is-bounded")
def test_a_body_in_too_many_gzip_members_is_refused():
    headers = Headers([("Content-Encoding", "gzip")])
    member = gzip.compress(b"1")
    request = Request(method="GET", url=BASE, max_body=10**6)
    body = Body(headers, request)
    body.feed(member * 1000)
    assert body.finish() == b"1" * 1000
    for members in (member, gzip.compress(b"")):
        with pytest.raises(ProtocolError, match="compressed in too many parts"):
            Body(headers, request).feed(members * 1001)


@pytest.mark.promise("decoding-is-bounded")
def test_what_errors_keep_of_an_answer_is_bounded():
    long = "R" * 20_000
    for error in ({"message": long, "reason": long}, long):
        body = json.dumps({"error": error, "error_description": long}).encode()
        message, reason = explanation(answer(body, 400))
        assert (len(message), len(reason or "")) == (500, 100)
    with pytest.raises(DecodeError) as caught:
        decode(b"<" * 10_000, Thing, content_type=lambda: "t" * 60_000)
    assert len(str(caught.value)) < 1000
    assert len(caught.value.content_type) == 128
    shop = Shop("token", transport=script(answer("x" * 10**6, 400)))
    with pytest.raises(StatusError) as refused:
        shop.things.get("abcd")
    assert len(str(refused.value)) < 1000


def test_the_path_to_each_departure_is_its_own():
    data = {"items": [{"type": "thing"}, {"type": "thing", "id": 1}, 5], "next": 7}
    found = Departures()
    decode(json.dumps(data).encode(), ThingPage, found=found)
    assert sorted((path, count) for path, _, _, count in found) == [
        ("$.items[*]", 1),
        ("$.items[*].id", 1),
        ("$.items[*].id", 1),
        ("$.next", 1),
    ]
