"""Listings: lazy, complete, without loops, sync and async."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from _runtime.calls.call import Call
from _runtime.errors import InvalidArgumentError, PaginationLoopError, UnsafeUrlError
from _runtime.models.page import Page
from _runtime.paging import listing, watch
from tests.support.things import (
    BASE,
    LIST,
    LOG,
    AsyncShop,
    Box,
    Script,
    Shop,
    Thing,
    ThingPage,
    answer,
    script,
)

if TYPE_CHECKING:
    from _runtime.http.messages import Request, Response


class Listing(Script):
    """A listing of `total` things that serves `size` at a time."""

    def __init__(self, total: int, size: int) -> None:
        super().__init__([])
        self.total, self.size = total, size

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        start = int(request.url.partition("offset=")[2] or 0)
        stop = start + self.size
        return answer(
            json.dumps(
                page(
                    range(start, min(stop, self.total)),
                    stop if stop < self.total else None,
                    total=self.total,
                )
            )
        )


def page(numbers: Any, after: int | None, **fields: Any) -> dict[str, Any]:
    url = None if after is None else f"{BASE}/boxes/b/things?offset={after}"
    items = [{"type": "thing", "id": str(number)} for number in numbers]
    return {"items": items, "next": url, **fields}


def shop(transport: Any) -> Shop:
    return Shop("token", transport=transport)


@pytest.mark.promise("pages-are-the-whole")
@given(st.integers(0, 30), st.integers(1, 7))
def test_the_pages_together_are_the_whole(total, size):
    listing = Listing(total, size)
    pager = shop(listing).things.all("b")
    assert [thing.id for thing in pager] == [str(n) for n in range(total)]
    assert len(listing.requests) == max(1, -(-total // size))


@given(st.integers(0, 20), st.integers(1, 7), st.none() | st.integers(0, 25))
def test_collecting_fetches_no_more_than_needed(total, size, most):
    listing = Listing(total, size)
    found = shop(listing).things.all("b").collect(most)
    count = total if most is None else min(most, total)
    assert [thing.id for thing in found] == [str(n) for n in range(count)]
    pages = -(-count // size)
    assert len(listing.requests) == (0 if most == 0 else max(1, pages))


def test_nothing_is_sent_until_it_is_used_but_arguments_are_checked():
    calls = script()
    pager = shop(calls).things.all("b", limit=50)
    assert calls.requests == []
    assert repr(pager) == "<Pager things.all GET /boxes/{id}/things>"
    with pytest.raises(InvalidArgumentError, match=r"things\.all: limit"):
        shop(calls).things.all("b", limit=51)


def test_each_iteration_starts_anew_with_the_first_page_kept():
    listing = Listing(4, 2)
    pager = shop(listing).things.all("b")
    first = pager.first()
    assert (first.total, pager.first()) == (4, first)
    assert len(list(pager)) == len(list(pager)) == 4
    assert listing.targets == [
        "GET /boxes/b/things",
        "GET /boxes/b/things?offset=2",
        "GET /boxes/b/things?offset=2",
    ]


def test_pages_are_pages():
    pages = list(shop(Listing(5, 2)).things.all("b").pages())
    assert [len(each.items) for each in pages] == [2, 2, 1]
    assert all(isinstance(each, ThingPage) for each in pages)


@pytest.mark.promise("pages-are-the-whole")
def test_empty_pages_with_a_next_one_are_passed():
    calls = script(json.dumps(page([], 1)), json.dumps(page([7], None)))
    assert shop(calls).things.all("b").collect() == [Thing(id="7")]


@pytest.mark.promise("pages-are-the-whole")
@pytest.mark.parametrize("after", [[1, 1], [1, 2, 1]])
def test_loops_are_noticed(after):
    calls = script(*(json.dumps(page([n], n)) for n in after))
    with pytest.raises(PaginationLoopError):
        list(shop(calls).things.all("b"))
    assert len(calls.requests) == len(after)


class Endless(Script):
    """Names a next page for ever."""

    def __init__(self, items: list[int]) -> None:
        super().__init__([])
        self.items = items

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        return answer(json.dumps(page(self.items, len(self.requests))))


@pytest.mark.promise("loops-end")
@pytest.mark.parametrize(
    ("items", "limit", "fewest"), [([], "MOST_EMPTY", 20), ([1], "MOST_PAGES", 20)]
)
def test_pages_without_end_end(monkeypatch, items, limit, fewest):
    monkeypatch.setattr(watch, limit, fewest)
    calls = Endless(items)
    seen = []
    with pytest.raises(PaginationLoopError, match="no end after 20 pages") as caught:
        seen.extend(iter(shop(calls).things.all("b")))
    assert len(calls.requests) == fewest
    assert caught.value.operation.startswith("things.all GET ")


def test_a_page_with_items_begins_the_count_of_empty_ones_anew(monkeypatch):
    monkeypatch.setattr(watch, "MOST_EMPTY", 2)
    bodies = [page([n] * (n % 2), n + 1) for n in range(6)]
    calls = script(*map(json.dumps, [*bodies, page([9], None)]))
    assert [each.id for each in shop(calls).things.all("b")] == ["1", "3", "5", "9"]


def test_a_page_that_names_itself_is_a_loop():
    body = json.dumps({"items": [], "next": f"{BASE}/boxes/b/things"})
    with pytest.raises(PaginationLoopError):
        list(shop(script(body)).things.all("b"))


def test_a_next_page_elsewhere_is_refused_after_the_items_at_hand():
    calls = script(json.dumps({**page([1], None), "next": "https://evil.example/"}))
    seen = []
    with pytest.raises(UnsafeUrlError):
        seen.extend(iter(shop(calls).things.all("b")))
    assert len(calls.requests) == 1


def test_next_pages_move_onto_the_base_url():
    calls = script(json.dumps(page([1], 1)), json.dumps(page([2], None)))
    local = Shop("token", base_url="http://127.0.0.1:9/x/", transport=calls)
    assert len(local.things.all("b").collect()) == 2
    assert [request.url for request in calls.requests] == [
        "http://127.0.0.1:9/x/boxes/b/things",
        "http://127.0.0.1:9/x/boxes/b/things?offset=1",
    ]


def test_pages_in_an_envelope_stay_in_it():
    first = {"things": {"items": [None], "next": f"{BASE}/search?query=x&offset=1"}}
    calls = script(json.dumps(first), json.dumps({"things": page([1], None)}))
    assert shop(calls).search("x").collect() == [None, Thing(id="1")]
    assert calls.targets == ["GET /search?q=x", "GET /search?query=x&offset=1"]


def test_a_page_inside_a_model_is_continued():
    box = Box(
        id="b",
        things=ThingPage(items=[Thing(id="0")], next=f"{BASE}/boxes/b/things?offset=1"),
    )
    listing = Listing(3, 1)
    pager = shop(listing).pages(box.things)
    assert pager.first() is box.things
    assert [thing.id for thing in pager] == ["0", "1", "2"]
    assert listing.targets == [
        "GET /boxes/b/things?offset=1",
        "GET /boxes/b/things?offset=2",
    ]


def test_a_page_of_no_operation_cannot_be_continued():
    with pytest.raises(InvalidArgumentError):
        shop(script()).pages(Page[Thing](items=[]))


def test_less_than_nothing_cannot_be_collected():
    with pytest.raises(InvalidArgumentError, match="max_items"):
        shop(script()).things.all("b").collect(-1)


@pytest.mark.anyio
async def test_asynchronous_listings_are_the_same():
    listing = Listing(5, 2)
    client = AsyncShop("token", transport=listing)
    pager = client.things.all("b")
    assert repr(pager) == "<AsyncPager things.all GET /boxes/{id}/things>"
    assert listing.requests == []
    assert (await pager.first()).total == 5
    assert [thing.id async for thing in pager] == [str(n) for n in range(5)]
    assert [len(each.items) async for each in pager.pages()] == [2, 2, 1]
    assert len(listing.requests) == 5
    assert len(await pager.collect(3)) == 3
    assert len(listing.requests) == 6
    assert await pager.collect(0) == []
    box = ThingPage(items=[], next=f"{BASE}/boxes/b/things?offset=4")
    assert [thing.id for thing in await client.pages(box).collect()] == ["4"]


@pytest.mark.parametrize(("operation", "counted"), [(LIST, True), (LOG, False)])
def test_only_listings_by_offset_are_counted(operation, counted):
    call = Call(label="x", method="GET", url=BASE, operation=operation)
    things = listing.Listing(call=call, page=ThingPage, pointer="", prefetch=1)
    assert things.has_offsets is counted
    assert replace(things, call=replace(call, operation=None)).has_offsets is False
