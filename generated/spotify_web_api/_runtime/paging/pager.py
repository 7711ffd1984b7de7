"""Iterating over the pages of a listing with blocking calls."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from ..errors import ClientError
from ..session.caller import Caller
from .base import BasePager
from .prefetch import Threads
from .steps import Fetch, FetchFirst, HandOut, StartPrefetch, TakePrefetched, steps

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..calls.call import Call
    from ..core.sleep import InterruptibleSleep
    from ..models.page import Page
    from .steps import Request
    from .walk import Walk

T = TypeVar("T")


class Pager(BasePager[Caller, T]):
    """A listing whose pages are fetched as they are needed.

    Nothing is sent until it is used. Each iteration starts anew, but the first page
    is fetched only once. Where pages are fetched ahead, leaving the iteration leaves
    the requests under way to themselves.
    """

    def __iter__(self) -> Generator[T]:
        """Iterate over the elements of all pages.

        Raises:
            ClientError: If a page cannot be fetched; the elements before it were
                handed out.
        """
        walk = self._begin()
        with closing(self._pages(walk)) as pages:
            for page in pages:
                items = walk.items(page)
                for walk.handed, item in enumerate(items, 1):
                    yield item

    def pages(self) -> Generator[Page[T]]:
        """Iterate over the pages.

        Raises:
            PaginationLoopError: If the pages do not come to an end.
            ClientError: If a page cannot be fetched; those before it were handed out.
        """
        return self._pages(self._begin())

    def first(self) -> Page[T]:
        """Return the first page.

        Raises:
            ClientError: If it cannot be fetched.
        """
        walk = self._new_walk()
        with walk.noting_cursor():
            return walk.reached(self._fetch_first())

    def collect(self, max_items: int | None = None) -> list[T]:
        """Return the elements of all pages as a list.

        Args:
            max_items: The most elements to return; all by default. No more pages
                than needed are fetched.

        Raises:
            InvalidArgumentError: If `max_items` is below 0.
            ClientError: If a page cannot be fetched; `cursor` is at the beginning.
        """
        walk = self._begin(max_items)
        items: list[T] = []
        with walk.restarting(), closing(self._pages(walk)) as pages:
            for page in pages:
                items += walk.taken(page)
                if walk.is_enough:
                    break
        return items

    def _pages(self, walk: Walk[T]) -> Generator[Page[T]]:
        """Perform the steps of an iteration."""
        prefetched = Threads(self._fetch, self._listing.prefetch)
        iteration = steps(walk, self._listing.prefetch)
        try:
            step = next(iteration, None)
            while step is not None:
                if isinstance(step, HandOut):
                    yield step.page
                    step = next(iteration, None)
                    continue
                try:
                    outcome = self._perform(step, prefetched)
                except ClientError as error:
                    step = iteration.throw(error)
                else:
                    step = iteration.send(outcome)
        finally:
            prefetched.close()

    def _perform(self, step: Request, prefetched: Threads[T]) -> Page[T] | None:
        match step:
            case StartPrefetch(calls):
                prefetched.start(calls)
                return None
            case TakePrefetched():
                return prefetched.take()
            case Fetch(call):
                prefetched.close()
                return self._fetch(call)
            case FetchFirst():
                return self._fetch_first()

    def _fetch_first(self) -> Page[T]:
        if self._first is None:
            self._first = self._fetch(self._listing.call)
        return self._first

    def _fetch(self, call: Call, sleep: InterruptibleSleep | None = None) -> Page[T]:
        listing = self._listing
        reading = self._caller.session.page(call, listing.page, listing.pointer)
        page: Page[T] = self._caller.run(reading, sleep)
        return page
