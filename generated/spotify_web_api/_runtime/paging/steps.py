"""An iteration over the pages of a listing, one step at a time, without I/O.

`steps` decides which page is fetched when, and which one is handed out next. A pager
performs the steps: one by blocking, the other by awaiting.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from . import positions

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from ..calls.call import Call
    from ..models.page import Page
    from .walk import Walk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FetchFirst:
    """Asks for the first page, which a pager fetches only once."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """Asks to drop what is under way and fetch a page; the outcome is the page."""

    call: Call


@dataclass(frozen=True, slots=True)
class StartPrefetch:
    """Asks to begin to fetch pages, in this order; the outcome is `None`."""

    calls: Sequence[Call]


@dataclass(frozen=True, slots=True)
class TakePrefetched:
    """Asks for the page begun first; the outcome is the page."""


@dataclass(frozen=True, slots=True)
class HandOut(Generic[T]):
    """Hands a page to the user; it goes on when the next page is asked for."""

    page: Page[T]


Request: TypeAlias = FetchFirst | Fetch | StartPrefetch | TakePrefetched


def steps(walk: Walk[T], prefetch: int) -> Generator[Request | HandOut[T], Any, None]:
    """Iterate over the pages of a listing.

    Args:
        walk: Where the iteration stands: before the first page.
        prefetch: The most pages fetched and not yet handed out.

    Raises:
        ClientError: The failure of a step, thrown in, or what `Walk.follow` raises.
            The error of a rate limit has the cursor.
    """
    if walk.is_enough:
        return
    under_way: deque[Call] = deque()
    with walk.noting_cursor():
        page: Page[T] = yield FetchFirst()
    while True:
        shown = walk.reached(page)
        yield from _started(walk.prefetchable(prefetch - 1), under_way)
        yield HandOut(shown)
        with walk.noting_cursor():
            call = walk.follow()
            if call is None:
                return
            yield from _started(walk.prefetchable(prefetch), under_way)
            page = yield from _next(walk, call, under_way)


def _started(
    calls: Sequence[Call], under_way: deque[Call]
) -> Generator[StartPrefetch, None, None]:
    under_way.extend(calls)
    if calls:
        yield StartPrefetch(calls)


def _next(
    walk: Walk[T], call: Call, under_way: deque[Call]
) -> Generator[Request, Any, Page[T]]:
    """Take the page under way if it is the one that follows; else fetch it."""
    page: Page[T]
    if under_way and positions.same(under_way.popleft().url, call.url):
        page = yield TakePrefetched()
        if walk.agrees(page):
            return page
    under_way.clear()
    walk.stop_prefetching()
    page = yield Fetch(call)
    if walk.is_older(page):
        page = yield Fetch(replace(call, confirm=True))
    return page
