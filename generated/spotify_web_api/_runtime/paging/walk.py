"""How the pages of a listing follow each other. Nothing here sends anything."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from ..calls.error_labels import labelled
from ..errors import InvalidArgumentError, RateLimitedError, UnsafeUrlError
from ..errors.expected import expect
from ..http import urls
from . import positions, watch
from .positions import Position
from .watch import Watch

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..calls.call import Call
    from ..calls.settings import Settings
    from ..models.page import Page
    from .listing import Listing

T = TypeVar("T")


class Walk(Generic[T]):
    """One iteration over a listing: where it is, and what may be fetched next.

    Attributes:
        handed: The number of items of the page at hand that were handed out.
    """

    def __init__(
        self, listing: Listing[T], settings: Settings, max_items: int | None = None
    ) -> None:
        """Stand before the first page.

        Args:
            listing: What to iterate over.
            settings: Which addresses may be followed.
            max_items: The most items that will be handed out, or `None` for all.

        Raises:
            InvalidArgumentError: If `max_items` is no number or below 0.
        """
        with labelled(listing.call):
            expect(max_items, int, type(None), name="max_items", wanted="int or None")
            if max_items is not None and max_items < 0:
                raise InvalidArgumentError("max_items: it must be 0 or more")
        self.handed = 0
        self._listing = listing
        self._settings = settings
        self._max_items = max_items
        self._restart()

    def _restart(self) -> None:
        self._call = self._listing.call
        self._page: Page[T] | None = None
        self._page_position = Position(positions.query(self._call.url))
        self._skip = self._listing.skip
        self._skipped = 0
        self._watch = Watch(self._call.url)
        self._offset_url: str | None = None
        self._prefetched_to = 0

    def reached(self, page: Page[T]) -> Page[T]:
        """Go on to a page.

        Args:
            page: The first page, or the one that follows the page at hand.

        Returns:
            The page to hand out: without the items to leave out, with its cursor.
        """
        if self._page is not None:
            self._page_position = self._position_after(self._page)
            if self._max_items is not None:
                self._max_items -= self.handed
        else:
            self._offset_url = self._next_by_offset(page)
        self._watch.reached(page)
        self._skipped = min(self._skip, len(_items_of(page)))
        self._skip -= self._skipped
        self._page = page
        self._call = replace(self._call, confirm=watch.kept(page) is None)
        shown = page if self._skipped == 0 else _without(page, self._skipped)
        self.handed = len(_items_of(shown))
        vars(shown)["cursor"] = self.cursor
        return shown

    @property
    def is_enough(self) -> bool:
        """Whether as many items were handed out as will be."""
        return self._max_items is not None and self.handed >= self._max_items

    def items(self, page: Page[T]) -> list[T]:
        """Return the items of the page at hand.

        Args:
            page: What `reached` returned.

        Raises:
            PagingError: If the answer has no list of them.
        """
        with labelled(self._call):
            watch.expect_items(page, self._call.operation)
        return page.items

    def taken(self, page: Page[T]) -> list[T]:
        """Return the items of the page at hand, no more than will be handed out.

        Args:
            page: What `reached` returned.

        Raises:
            PagingError: If the answer has no list of them.
        """
        items = self.items(page)[: self._max_items]
        self.handed = len(items)
        return items

    def follow(self) -> Call | None:
        """Return the call for the page after the one at hand.

        Returns:
            The call, or `None` after the last page.

        Raises:
            PagingError: If the answer does not tell whether there is one, or how to
                ask for it in a URL of sane length.
            UnsafeUrlError: If the next page lies on another server.
            PaginationLoopError: If the next page was visited before, or begins no
                later than the page at hand, or if there are too many.
        """
        page, settings = self._page, self._settings
        if page is None:
            return None
        with labelled(self._call):
            asked = positions.offset(self._page_position.query)
            watch.expect_next(page, self._call.operation, asked)
            url = urls.resolve(page.next, settings.base_url, settings.spec_url)
            if url is None:
                return None
            self._watch.go_on(page, self._call.url, url)
        self._call = replace(self._call, url=url)
        return self._call

    def prefetchable(self, room: int) -> list[Call]:
        """Return the calls to begin now, in order, beside those begun before.

        Args:
            room: The most pages that may be under way then.
        """
        page, offset_url = self._page, self._offset_url
        if page is None or offset_url is None:
            return []
        start, stride, total = _offset_limit_total(page)
        end = total
        if self._max_items is not None:
            end = min(end, start + self._skipped + self._max_items)
        first = max(self._prefetched_to, start + stride)
        offsets = range(first, min(start + stride * (room + 1), end), stride)
        self._prefetched_to = first + stride * len(offsets)
        return [
            replace(self._call, url=positions.at(offset_url, (("offset", str(each)),)))
            for each in offsets
        ]

    def agrees(self, page: Page[T]) -> bool:
        """Say whether a page fetched ahead is the one after the page at hand.

        Args:
            page: The page fetched ahead.
        """
        if self._page is None or self.is_older(page):
            return False
        start, stride, total = _offset_limit_total(self._page)
        return (page.offset, page.limit, page.total) == (start + stride, stride, total)

    def is_older(self, page: Page[T]) -> bool:
        """Say whether a cache kept a page since before the one at hand was asked for.

        Items may have moved between the two; together they might lack some.

        Args:
            page: The page that follows.
        """
        return watch.is_older(page, self._page)

    def stop_prefetching(self) -> None:
        """Fetch nothing ahead from now on."""
        self._offset_url = None

    def _next_by_offset(self, page: Page[T]) -> str | None:
        """Return the URL of the next page if the others are found by counting on."""
        start, stride, _ = _offset_limit_total(page)
        counted = self._listing.has_offsets and page.offset is not None and stride > 0
        if self._listing.prefetch == 1 or not counted:
            return None
        settings = self._settings
        try:
            url = urls.resolve(page.next, settings.base_url, settings.spec_url)
        except UnsafeUrlError:
            return None
        regular = positions.offset(positions.query(url)) == start + stride
        return url if regular else None

    @property
    def cursor(self) -> str | None:
        """The cursor of the first item not handed out; `None` if there is none."""
        from . import cursors

        position = self._position()
        if position is None:
            return None
        return cursors.write(position, self._listing.call, self._settings.base_url)

    def _position(self) -> Position | None:
        page = self._page
        if page is None:
            return self._page_position.moved(self._skip)
        index = self._skipped + self.handed
        if index < len(_items_of(page)):
            return self._position_within(page, index)
        return self._position_after(page).moved(self._skip) if page.next else None

    def _position_within(self, page: Page[T], index: int) -> Position:
        """Count in offsets where the page has no gaps, else from its beginning."""
        start, stride, total = _offset_limit_total(page)
        asked = positions.offset(self._page_position.query)
        count = len(_items_of(page))
        exact = asked is None or asked + self._page_position.skip == start
        full = stride == count or start + count == total
        if self._listing.has_offsets and exact and full and page.offset is not None:
            return Position((("offset", str(start + index)),))
        return self._page_position.moved(index)

    def _position_after(self, page: Page[T]) -> Position:
        query = positions.query(page.next)
        if query:
            return Position(query)
        return self._page_position.moved(len(_items_of(page)))

    @contextmanager
    def noting_cursor(self) -> Generator[None]:
        """Tell the error of a rate limit where to resume.

        Raises:
            RateLimitedError: The one from inside, with its cursor.
        """
        try:
            yield
        except RateLimitedError as error:
            error.cursor = self.cursor
            raise

    @contextmanager
    def restarting(self) -> Generator[None]:
        """Go back to the beginning if what was handed out gets lost by an error.

        Raises:
            Exception: The one from inside; a `RateLimitedError` with its cursor.
        """
        try:
            yield
        except BaseException as error:
            self._restart()
            if isinstance(error, RateLimitedError):
                error.cursor = self.cursor
            raise


def _items_of(page: Page[T]) -> list[T]:
    """Return the elements of a page; none if they were left out of the answer.

    Args:
        page: The page, perhaps one of a response that departs from the description.
    """
    return page.items or []


def _offset_limit_total(page: Page[T]) -> tuple[int, int, int]:
    """Return offset, limit and total; 0 where the server does not tell."""
    return page.offset or 0, page.limit or 0, page.total or 0


def _without(page: Page[T], items: int) -> Page[T]:
    import msgspec

    return msgspec.structs.replace(page, items=_items_of(page)[items:])
