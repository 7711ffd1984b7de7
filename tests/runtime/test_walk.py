"""Where an iteration stands and what it may fetch next, without a server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from _runtime.errors import PaginationLoopError, RateLimitedError, UnsafeUrlError
from _runtime.models.page import Cursors, Page
from _runtime.paging.positions import POSITION, Position
from _runtime.paging.steps import (
    Fetch,
    FetchFirst,
    HandOut,
    StartPrefetch,
    TakePrefetched,
    steps,
)
from _runtime.paging.walk import Walk
from tests.support.things import BASE, Shop, Thing, ThingPage

SHOP = Shop("token")
URL = f"{BASE}/boxes/b/things"


def begun(
    *, prefetch: int = 4, most: int | None = None, skip: int = 0, url: str = URL
) -> Walk:
    listing = SHOP.things.all("b", prefetch=prefetch)._listing
    listing = replace(listing, call=replace(listing.call, url=url), skip=skip)
    return Walk(listing, SHOP._caller.session.settings, most)


def page(offset: int | None, count: int, **fields) -> ThingPage:
    """Return a page of a listing of ten things, in pages of two."""
    limit, total = fields.pop("limit", 2), fields.pop("total", 10)
    following = None
    if offset is not None and limit and offset + limit < total:
        following = f"{URL}?offset={offset + limit}&limit={limit}"
    return ThingPage(
        items=[Thing(id=str(number)) for number in range(count)],
        offset=offset,
        limit=limit,
        total=total,
        next=fields.pop("next", following),
    )


def offsets(walk: Walk, room: int) -> list[int]:
    return [
        int(call.url.partition("offset=")[2].partition("&")[0])
        for call in walk.prefetchable(room)
    ]


def test_pages_ahead_are_counted_on_from_the_page_at_hand():
    walk = begun()
    walk.reached(page(0, 2))
    assert offsets(walk, 3) == [2, 4, 6]
    assert offsets(walk, 3) == []
    assert offsets(walk, 9) == [8]
    walk.follow()
    walk.reached(page(2, 2))
    assert offsets(walk, 9) == []


def test_pages_of_one_item_are_counted_on_too():
    walk = begun()
    walk.reached(page(0, 1, limit=1, total=4))
    assert offsets(walk, 2) == [1, 2]


@pytest.mark.parametrize(
    ("most", "skip", "expected"),
    [(2, 0, []), (3, 0, [2]), (4, 0, [2]), (5, 0, [2, 4]), (5, 1, [2, 4]), (0, 0, [])],
)
def test_no_page_is_fetched_ahead_that_will_not_be_handed_out(most, skip, expected):
    walk = begun(most=most, skip=skip)
    walk.reached(page(0, 2))
    assert offsets(walk, 9) == expected


def test_what_was_handed_out_is_not_fetched_for_again():
    walk = begun(most=5)
    walk.reached(page(0, 2))
    assert offsets(walk, 1) == [2]
    walk.follow()
    walk.reached(page(2, 2))
    assert offsets(walk, 9) == [4]


@pytest.mark.parametrize(
    "first",
    [
        page(0, 2, next=None),
        page(0, 2, next=f"{URL}?offset=3"),
        page(0, 2, next=f"{URL}?after=x"),
        page(0, 2, next="https://evil.example/?offset=2"),
        page(None, 2, next=f"{URL}?offset=2"),
        page(0, 2, limit=0, next=f"{URL}?offset=2"),
        page(0, 2, limit=None, total=None, next=f"{URL}?offset=2"),
    ],
)
def test_irregular_listings_are_not_fetched_ahead(first):
    walk = begun()
    walk.reached(first)
    assert walk.prefetchable(9) == []


def test_nothing_is_fetched_ahead_where_nobody_asked_for_it_or_it_was_stopped():
    walk = begun(prefetch=1)
    walk.reached(page(0, 2))
    assert walk.prefetchable(9) == []
    walk = begun()
    walk.reached(page(0, 2))
    walk.stop_prefetching()
    assert walk.prefetchable(9) == []


def test_a_page_agrees_if_it_is_the_next_of_the_same_listing():
    walk = begun()
    assert not walk.agrees(page(2, 2))
    walk.reached(page(0, 2))
    assert walk.agrees(page(2, 2))
    assert walk.agrees(page(2, 1))
    for other in (page(4, 2), page(2, 2, limit=3), page(2, 2, total=11), page(0, 2)):
        assert not walk.agrees(other)


@pytest.mark.parametrize(
    ("known", "at_hand", "handed", "expected"),
    [
        (None, page(0, 2), 0, Position((("offset", "0"),))),
        (None, page(0, 2), 1, Position((("offset", "1"),))),
        (None, page(0, 2), 2, Position((("offset", "2"),))),
        (3, page(3, 2, limit=3, total=5), 1, Position((("offset", "4"),))),
        (3, page(3, 2, limit=3, total=6), 1, Position((("offset", "3"),), 1)),
        (3, page(3, 2, limit=3, total=1), 1, Position((("offset", "3"),), 1)),
        (3, page(2, 2), 1, Position((("offset", "3"),), 1)),
        (3, page(4, 2), 1, Position((("offset", "3"),), 1)),
        (3, page(None, 2), 1, Position((("offset", "3"),), 1)),
        (4, page(4, 2, next=f"{URL}?x=1"), 2, Position((("offset", "4"),), 2)),
        (8, page(8, 2), 2, None),
    ],
)
def test_the_place_of_the_next_item(known, at_hand, handed, expected):
    walk = begun(url=URL if known is None else f"{URL}?offset={known}")
    walk.reached(at_hand)
    walk.handed = handed
    assert walk._position() == expected
    assert (walk.cursor is None) == (expected is None)


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (4, Position((("offset", "5"),))),
        (2, Position((("offset", "3"),), 2)),
        (5, Position((("offset", "3"),), 2)),
    ],
)
def test_places_after_a_page_that_names_no_position(offset, expected):
    walk = begun(url=f"{URL}?offset=3")
    walk.reached(page(3, 1, next=f"{URL}?part=2"))
    walk.follow()
    walk.reached(page(offset, 2))
    walk.handed = 1
    assert walk._position() == expected


def test_items_to_leave_out_may_be_more_than_a_page_has():
    walk = begun(skip=3)
    assert walk._position() == Position((), 3)
    assert walk.reached(page(0, 2)).items == []
    assert walk._position() == Position((("offset", "2"),), 1)
    walk.follow()
    assert [each.id for each in walk.reached(page(2, 2)).items] == ["1"]
    walk.handed = 0
    assert walk._position() == Position((("offset", "3"),))


def test_following():
    walk = begun()
    assert walk.follow() is None
    walk.reached(page(0, 2))
    assert walk.follow().url == f"{URL}?offset=2&limit=2"
    walk.reached(page(2, 2, next=f"{URL}?offset=4"))
    assert walk.follow().url == f"{URL}?offset=4"
    walk.reached(page(4, 2, next=None))
    assert walk.follow() is None


@pytest.mark.parametrize(
    ("offset", "following"),
    [
        (0, f"{URL}?offset=0"),
        (4, f"{URL}?offset=4&limit=3"),
        (4, f"{URL}?offset=3"),
        (None, URL),
    ],
)
def test_a_next_page_that_begins_no_later_is_a_loop(offset, following):
    walk = begun()
    walk.reached(page(offset, 2, next=following))
    with pytest.raises(PaginationLoopError) as caught:
        walk.follow()
    assert caught.value.operation.startswith("things.all GET ")


def test_a_next_page_elsewhere_names_the_call():
    walk = begun()
    walk.reached(page(0, 2, next="https://evil.example/"))
    with pytest.raises(UnsafeUrlError, match=r"things\.all"):
        walk.follow()


def test_the_steps_of_an_iteration_one_page_at_a_time():
    iteration = steps(begun(prefetch=1), 1)
    assert next(iteration) == FetchFirst()
    assert iteration.send(page(0, 2)) == HandOut(page(0, 2))
    fetch = next(iteration)
    assert isinstance(fetch, Fetch)
    assert fetch.call.url == f"{URL}?offset=2&limit=2"
    assert iteration.send(page(2, 2, next=None)).page.items == page(2, 2).items
    assert next(iteration, None) is None


def test_the_steps_of_an_iteration_that_prefetches_until_the_total_changes():
    iteration = steps(begun(prefetch=2), 2)
    next(iteration)
    started = iteration.send(page(0, 2))
    assert isinstance(started, StartPrefetch)
    assert [call.url for call in started.calls] == [f"{URL}?limit=2&offset=2"]
    assert isinstance(next(iteration), HandOut)
    assert isinstance(next(iteration), StartPrefetch)
    assert next(iteration) == TakePrefetched()
    fetch = iteration.send(page(2, 2, total=11))
    assert isinstance(fetch, Fetch)
    assert fetch.call.url == f"{URL}?offset=2&limit=2"
    assert isinstance(iteration.send(page(2, 2, total=11)), HandOut)
    assert isinstance(next(iteration), Fetch)


def test_a_failed_step_ends_an_iteration_and_has_its_cursor():
    walk = begun()
    iteration = steps(walk, 1)
    next(iteration)
    failure = RateLimitedError(status=429)
    with pytest.raises(RateLimitedError) as caught:
        iteration.throw(failure)
    assert caught.value is failure
    assert failure.cursor == walk.cursor is not None
    assert next(iteration, None) is None


def test_what_says_where_a_page_begins_are_fields_of_a_page():
    fields = {*Page.__struct_fields__, *Cursors.__struct_fields__}
    assert set(POSITION) <= fields
