"""Iterating over the pages of a listing."""

from __future__ import annotations

from contextlib import aclosing, closing
from typing import TYPE_CHECKING, Generic, TypeVar

from ..errors import InvalidArgumentError
from .prefetch import Tasks, Threads
from .walk import Walk, items_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator

    from ..calls.call import Call
    from ..models.page import Page
    from ..session.caller import AsyncCaller, Caller
    from .listing import Listing

T = TypeVar("T")


class Pager(Generic[T]):
    """A listing whose pages are fetched as they are needed.

    Nothing is sent until it is used. Each iteration starts anew, but the first page
    is fetched only once. Where pages are fetched ahead, leaving the iteration waits
    for the requests under way.
    """

    def __init__(
        self, caller: Caller, listing: Listing[T], first: Page[T] | None = None
    ) -> None:
        """Keep what is needed to fetch pages.

        Args:
            caller: What performs the calls.
            listing: What to fetch.
            first: The first page, if it is already there.
        """
        self._caller = caller
        self._listing = listing
        self._first = first
        self._walk = self._begun()

    def __repr__(self) -> str:
        """Show the call, without its arguments."""
        return f"<Pager {self._listing.call.label}>"

    @property
    def cursor(self) -> str | None:
        """Names the first item the latest iteration has not handed out.

        It is where to resume, in any process: give it to the same call as `cursor`.
        Before any iteration it names the first item; at the end it is `None`.
        """
        return self._walk.cursor

    def __iter__(self) -> Generator[T]:
        """Iterate over the elements of all pages.

        Raises:
            ClientError: If a page cannot be fetched; the elements before it were
                handed out.
        """
        self._walk = walk = self._begun()
        with closing(self._run(walk)) as pages:
            for page in pages:
                for walk.handed, item in enumerate(items_of(page), 1):
                    yield item

    def pages(self) -> Generator[Page[T]]:
        """Iterate over the pages.

        Raises:
            PaginationLoopError: If the pages do not come to an end.
            ClientError: If a page cannot be fetched; those before it were handed out.
        """
        self._walk = self._begun()
        return self._run(self._walk)

    def first(self) -> Page[T]:
        """Return the first page.

        Raises:
            ClientError: If it cannot be fetched.
        """
        walk = self._begun()
        with walk.noted():
            return walk.reached(self._opening())

    def collect(self, max_items: int | None = None) -> list[T]:
        """Return the elements of all pages as a list.

        Args:
            max_items: The most elements to return; all by default. No more pages
                than needed are fetched.

        Raises:
            InvalidArgumentError: If `max_items` is below 0.
            ClientError: If a page cannot be fetched; `cursor` is at the beginning.
        """
        stop = _stop(max_items)
        self._walk = walk = self._begun(stop)
        items: list[T] = []
        if stop == 0:
            return items
        with walk.undone(), closing(self._run(walk)) as pages:
            for page in pages:
                items += items_of(page)
                if stop is not None and len(items) >= stop:
                    walk.handed -= len(items) - stop
                    break
        return items[:stop]

    def _begun(self, most: int | None = None) -> Walk[T]:
        return Walk(self._listing, self._caller.session.settings, most)

    def _run(self, walk: Walk[T]) -> Generator[Page[T]]:
        room = self._listing.prefetch
        ahead = Threads(self._fetch, room)
        try:
            with walk.noted():
                page = self._opening()
            while True:
                shown = walk.reached(page)
                ahead.start(walk.ahead(room - 1))
                yield shown
                with walk.noted():
                    call = walk.follow()
                    if call is None:
                        return
                    ahead.start(walk.ahead(room))
                    page = self._after(call, walk, ahead)
        finally:
            ahead.close()

    def _after(self, call: Call, walk: Walk[T], ahead: Threads[T]) -> Page[T]:
        page = ahead.take(call)
        if page is not None and walk.agrees(page):
            return page
        ahead.close()
        walk.one_by_one()
        return self._fetch(call)

    def _opening(self) -> Page[T]:
        if self._first is None:
            self._first = self._fetch(self._listing.call)
        return self._first

    def _fetch(
        self, call: Call, sleep: Callable[[float], None] | None = None
    ) -> Page[T]:
        listing = self._listing
        steps = self._caller.session.read(call, listing.page, listing.pointer)
        page: Page[T] = self._caller.run(steps, sleep)
        return page


class AsyncPager(Generic[T]):
    """A listing whose pages are fetched as they are needed.

    Nothing is sent until it is used. Each iteration starts anew, but the first page
    is fetched only once. Where pages are fetched ahead, leaving the iteration
    cancels the requests under way.
    """

    def __init__(
        self, caller: AsyncCaller, listing: Listing[T], first: Page[T] | None = None
    ) -> None:
        """Keep what is needed to fetch pages.

        Args:
            caller: What performs the calls.
            listing: What to fetch.
            first: The first page, if it is already there.
        """
        self._caller = caller
        self._listing = listing
        self._first = first
        self._walk = self._begun()

    def __repr__(self) -> str:
        """Show the call, without its arguments."""
        return f"<AsyncPager {self._listing.call.label}>"

    @property
    def cursor(self) -> str | None:
        """Names the first item the latest iteration has not handed out.

        It is where to resume, in any process: give it to the same call as `cursor`.
        Before any iteration it names the first item; at the end it is `None`.
        """
        return self._walk.cursor

    async def __aiter__(self) -> AsyncGenerator[T]:
        """Iterate over the elements of all pages.

        Raises:
            ClientError: If a page cannot be fetched; the elements before it were
                handed out.
        """
        self._walk = walk = self._begun()
        async with aclosing(self._run(walk)) as pages:
            async for page in pages:
                for walk.handed, item in enumerate(items_of(page), 1):
                    yield item

    def pages(self) -> AsyncGenerator[Page[T]]:
        """Iterate over the pages.

        Raises:
            PaginationLoopError: If the pages do not come to an end.
            ClientError: If a page cannot be fetched; those before it were handed out.
        """
        self._walk = self._begun()
        return self._run(self._walk)

    async def first(self) -> Page[T]:
        """Return the first page.

        Raises:
            ClientError: If it cannot be fetched.
        """
        walk = self._begun()
        with walk.noted():
            return walk.reached(await self._opening())

    async def collect(self, max_items: int | None = None) -> list[T]:
        """Return the elements of all pages as a list.

        Args:
            max_items: The most elements to return; all by default. No more pages
                than needed are fetched.

        Raises:
            InvalidArgumentError: If `max_items` is below 0.
            ClientError: If a page cannot be fetched; `cursor` is at the beginning.
        """
        stop = _stop(max_items)
        self._walk = walk = self._begun(stop)
        items: list[T] = []
        if stop == 0:
            return items
        with walk.undone():
            async with aclosing(self._run(walk)) as pages:
                async for page in pages:
                    items += items_of(page)
                    if stop is not None and len(items) >= stop:
                        walk.handed -= len(items) - stop
                        break
        return items[:stop]

    def _begun(self, most: int | None = None) -> Walk[T]:
        return Walk(self._listing, self._caller.session.settings, most)

    async def _run(self, walk: Walk[T]) -> AsyncGenerator[Page[T]]:
        room = self._listing.prefetch
        ahead = Tasks(self._fetch)
        try:
            with walk.noted():
                page = await self._opening()
            while True:
                shown = walk.reached(page)
                ahead.start(walk.ahead(room - 1))
                yield shown
                with walk.noted():
                    call = walk.follow()
                    if call is None:
                        return
                    ahead.start(walk.ahead(room))
                    page = await self._after(call, walk, ahead)
        finally:
            await ahead.close()

    async def _after(self, call: Call, walk: Walk[T], ahead: Tasks[T]) -> Page[T]:
        page = await ahead.take(call)
        if page is not None and walk.agrees(page):
            return page
        await ahead.close()
        walk.one_by_one()
        return await self._fetch(call)

    async def _opening(self) -> Page[T]:
        if self._first is None:
            self._first = await self._fetch(self._listing.call)
        return self._first

    async def _fetch(self, call: Call) -> Page[T]:
        listing = self._listing
        steps = self._caller.session.read(call, listing.page, listing.pointer)
        page: Page[T] = await self._caller.run(steps)
        return page


def _stop(max_items: int | None) -> int | None:
    if max_items is not None and max_items < 0:
        raise InvalidArgumentError("max_items must be 0 or more")
    return max_items
