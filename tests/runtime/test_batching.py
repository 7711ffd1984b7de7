"""Any number of elements, in chunks, sync and async."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, strategies as st

from _runtime.errors import (
    BatchError,
    ClientStatusError,
    ConnectFailedError,
    DecodeError,
    InvalidArgumentError,
    InvalidIdError,
)
from tests.support.things import AsyncShop, Script, Shop, Thing, answer, script

if TYPE_CHECKING:
    from collections.abc import Callable

    from _runtime.http.messages import Request, Response

ID = st.text("abc", min_size=4, max_size=4)


def ids_of(request: Request) -> list[str]:
    query = dict(parse_qsl(urlsplit(request.url).query))
    return query["ids"].split(",")


class Shelf(Script):
    """Answers with the things asked for; those that begin with `a` are unknown."""

    def __init__(self, **options: Any) -> None:
        super().__init__([])
        self.cut: Callable[[list[Any]], list[Any]] = options.get("cut", list)

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        things = [
            None if each[0] == "a" else {"type": "thing", "id": each}
            for each in ids_of(request)
        ]
        return answer(json.dumps({"things": self.cut(things)}))


@pytest.mark.promise("batches-keep-order")
@given(st.lists(ID, max_size=20))
def test_reads_keep_order_and_length_and_ask_once(ids):
    shelf = Shelf()
    found = Shop("token", transport=shelf).things.get_several(ids)
    assert found == [None if each[0] == "a" else Thing(id=each) for each in ids]
    asked = [each for request in shelf.requests for each in ids_of(request)]
    assert asked == list(dict.fromkeys(ids))
    assert all(len(ids_of(request)) <= 3 for request in shelf.requests)


@pytest.mark.anyio
async def test_asynchronous_reads_are_the_same():
    shelf = Shelf()
    ids = ["bbbb", "aaaa", "cccc", "bbbb", "dddd"]
    found = await AsyncShop("token", transport=shelf).things.get_several(ids)
    assert found == [Thing(id=i) if i != "aaaa" else None for i in ids]
    assert [ids_of(request) for request in shelf.requests] == [
        ["bbbb", "aaaa", "cccc"],
        ["dddd"],
    ]


def test_different_forms_of_one_id_are_asked_once():
    shelf = Shelf()
    ids = ["bbbb", "things:thing:bbbb", "https://open.things.example/thing/bbbb"]
    assert (
        Shop("token", transport=shelf).things.get_several(ids) == [Thing(id="bbbb")] * 3
    )
    assert [ids_of(request) for request in shelf.requests] == [["bbbb"]]


@pytest.mark.parametrize(
    "cut", [lambda things: things[1:], lambda things: [*things, None]]
)
def test_an_answer_of_another_length_is_refused(cut):
    shop = Shop("token", transport=Shelf(cut=cut))
    with pytest.raises(DecodeError, match="asked for 2 elements"):
        shop.things.get_several(["bbbb", "cccc"])


def test_everything_is_checked_before_anything_is_sent():
    calls = script()
    things = Shop("token", transport=calls).things
    for refuse in (things.get_several, things.save):
        with pytest.raises(InvalidIdError):
            refuse(["bbbb"] * 7 + ["no"])
        with pytest.raises(InvalidArgumentError, match="single str"):
            refuse("bbbb")  # type: ignore[operator]
        with pytest.raises(InvalidArgumentError, match="it is required"):
            refuse(None)  # type: ignore[operator]
    assert calls.requests == []


def test_nothing_to_do_sends_nothing():
    calls = script()
    things = Shop("token", transport=calls).things
    assert things.get_several([]) == []
    assert things.save([]) is None
    with pytest.raises(InvalidArgumentError, match="nothing to send"):
        things.add("box", uris=[])
    assert calls.requests == []


def test_writes_keep_every_element_in_order():
    calls = script("", "", "")
    ids = ["bbbb", "cccc", "bbbb", "dddd", "eeee", "ffff", "bbbb"]
    Shop("token", transport=calls).things.save(ids)
    assert [each for request in calls.requests for each in ids_of(request)] == ids
    assert [request.body for request in calls.requests] == [b""] * 3


def bodies(calls: Script) -> list[Any]:
    return [json.loads(request.body or b"null") for request in calls.requests]


def snapshots(count: int) -> list[str]:
    return [json.dumps({"snapshot_id": f"s{index}"}) for index in range(count)]


@pytest.mark.promise("positions-and-snapshots-are-right")
def test_writes_advance_the_position():
    calls = script(*snapshots(3))
    last = Shop("token", transport=calls).things.add(
        "box", uris=list("abcdefg"), position=5
    )
    assert last.snapshot_id == "s2"
    assert bodies(calls) == [
        {"uris": ["a", "b", "c"], "position": 5},
        {"uris": ["d", "e", "f"], "position": 8},
        {"uris": ["g"], "position": 11},
    ]


def test_without_a_position_there_is_none_to_advance():
    calls = script(*snapshots(2))
    Shop("token", transport=calls).things.add("box", uris=list("abcd"))
    assert bodies(calls) == [{"uris": ["a", "b", "c"]}, {"uris": ["d"]}]


@pytest.mark.promise("positions-and-snapshots-are-right")
def test_writes_hand_the_snapshot_on():
    calls = script(*snapshots(2))
    items = [{"uri": "a"}, {"uri": "b"}, {"uri": "a"}]
    Shop("token", transport=calls).things.remove("box", items=items, snapshot_id="s")
    assert bodies(calls) == [
        {"items": items[:2], "snapshot_id": "s"},
        {"items": items[2:], "snapshot_id": "s0"},
    ]


@pytest.mark.promise("batches-keep-order")
def test_a_later_failure_says_what_was_done():
    failure = ConnectFailedError("no")
    calls = script("", failure)
    ids = ["bbbb", "things:thing:cccc", "dddd", "eeee", "ffff"]
    with pytest.raises(BatchError) as caught:
        Shop("token", transport=calls, max_attempts=1).things.save(ids)
    error = caught.value
    assert error.done == ("bbbb", "things:thing:cccc", "dddd")
    assert error.remaining == ("eeee", "ffff")
    assert error.cause is failure
    assert error.__suppress_context__
    assert "3 elements done, 2 not" in str(error)


def test_a_failure_of_the_first_chunk_is_the_failure_itself():
    failure = ConnectFailedError("no")
    shop = Shop("token", transport=script(failure), max_attempts=1)
    with pytest.raises(ConnectFailedError) as caught:
        shop.things.save(["bbbb"] * 7)
    assert caught.value is failure


@pytest.mark.promise("batches-keep-order")
@pytest.mark.parametrize(
    ("answers", "done"),
    [(["{}", "nonsense"], "abcdef"), (["nonsense"], "abc"), (["{}"] * 2, "abcdefg")],
)
def test_what_was_written_is_done_whatever_the_answer(answers, done):
    answers = ['{"snapshot_id": "s"}' if each == "{}" else each for each in answers]
    calls = script(*answers, *["nonsense"] * (3 - len(answers)))
    with pytest.raises(BatchError) as caught:
        Shop("token", transport=calls).things.add("box", uris=list("abcdefg"))
    error = caught.value
    assert isinstance(error.cause, DecodeError)
    assert "".join(error.done) == done
    assert "".join(error.done + error.remaining) == "abcdefg"
    assert error.operation.startswith("things.add ")


def test_an_answer_to_the_only_chunk_that_makes_no_sense_is_the_failure_itself():
    shop = Shop("token", transport=script("nonsense"))
    with pytest.raises(DecodeError):
        shop.things.add("box", uris=list("abc"))


@pytest.mark.anyio
async def test_asynchronous_writes_are_the_same():
    calls = script("", ConnectFailedError("no"))
    shop = AsyncShop("token", transport=calls, max_attempts=1)
    with pytest.raises(BatchError) as caught:
        await shop.things.save(["bbbb"] * 4)
    assert caught.value.remaining == ("bbbb",)


def test_later_chunks_are_checked_before_the_first_is_sent():
    calls = script()
    with pytest.raises(InvalidArgumentError, match="21 is more than 20"):
        Shop("token", transport=calls).things.add(
            "box", uris=list("abcde"), position=18
        )
    assert calls.requests == []


class Playlist(Script):
    """Inserts at the position it is told; hands out snapshots; refuses request n."""

    def __init__(self, songs: list[str], refuse: int = 0) -> None:
        super().__init__([])
        self.songs, self.refuse = songs, refuse

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        if len(self.requests) == self.refuse:
            return answer("", 403)
        body = json.loads(request.body or b"")
        at = body.get("position", len(self.songs))
        self.songs[at:at] = body["uris"]
        return answer(json.dumps({"snapshot_id": f"s{len(self.requests)}"}))


@given(
    st.lists(st.sampled_from("xyz"), max_size=5),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=9),
    st.none() | st.integers(0, 5),
    st.integers(0, 4),
)
def test_chunks_together_insert_what_one_request_would(before, added, at, refuse):
    """Also where a chunk fails, and the rest is added after what was done."""
    at = None if at is None else min(at, len(before))
    start = len(before) if at is None else at
    server = Playlist(list(before), refuse)
    things = Shop("token", transport=server).things
    try:
        last = things.add("box", uris=added, position=at)
        assert last.snapshot_id == f"s{len(server.requests)}"
    except BatchError as error:
        assert [*error.done, *error.remaining] == added
        assert server.songs == [*before[:start], *error.done, *before[start:]]
        next_at = None if at is None else at + len(error.done)
        things.add("box", uris=list(error.remaining), position=next_at)
    except ClientStatusError:
        assert (refuse, server.songs) == (1, before)
        return
    assert server.songs == [*before[:start], *added, *before[start:]]


def test_a_failure_between_chunks_survives_pickling():
    server = Playlist([], refuse=2)
    with pytest.raises(BatchError) as caught:
        Shop("token", transport=server).things.add("box", uris=list("abcd"))
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.done, error.remaining) == (("a", "b", "c"), ("d",))
    assert (error.cause.status, str(error)) == (403, str(caught.value))


def test_a_failure_between_chunks_leaves_the_snapshot_of_the_last_one_in_use():
    """Each chunk is sent on the state its predecessor left, the first on the given."""
    calls = script(*snapshots(2), answer("", 403))
    items = [{"uri": each} for each in "abcde"]
    with pytest.raises(BatchError) as caught:
        Shop("token", transport=calls).things.remove(
            "box", items=items, snapshot_id="s"
        )
    assert [body["snapshot_id"] for body in bodies(calls)] == ["s", "s0", "s1"]
    assert caught.value.done == tuple(items[:4])
    assert caught.value.remaining == tuple(items[4:])
