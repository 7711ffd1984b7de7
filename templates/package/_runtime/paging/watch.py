"""Seeing that a listing comes to an end, and to none before its time."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from ..errors import PaginationLoopError, PagingError
from ..http import urls
from . import positions

if TYPE_CHECKING:
    from ..description.operation import Operation
    from ..models.page import Page

MOST_PAGES = 100_000
"""More pages than any listing has."""
MOST_EMPTY = 1_000
"""More empty pages in a row than any filter leaves."""


class Watch:
    """What one iteration has seen of a listing, in few bytes a page."""

    def __init__(self, url: str) -> None:
        """Begin with the first page.

        Args:
            url: Where it lies.
        """
        self._visited = {_digest(url)}
        self._empty = 0

    def reached(self, page: Page[Any]) -> None:
        """Take note of the next page.

        Args:
            page: The page, the first one included.
        """
        self._empty = 0 if page.items else self._empty + 1

    def go_on(self, page: Page[Any], here: str, url: str) -> None:
        """Go on to the page after one.

        Args:
            page: The page at hand.
            here: Where it lies.
            url: Where the next one lies.

        Raises:
            PaginationLoopError: If the pages seem not to come to an end.
        """
        digest = _digest(url)
        if digest in self._visited or _stands_still(page, here, url):
            raise PaginationLoopError("the next page is one already visited")
        if self._empty >= MOST_EMPTY or len(self._visited) >= MOST_PAGES:
            message = f"no end after {len(self._visited):,} pages"
            raise PaginationLoopError(f"{message}, the last {self._empty:,} empty")
        self._visited.add(digest)


def expect_items(page: Page[Any], operation: Operation[Any] | None) -> None:
    """See that a page has items, be they none.

    Args:
        page: The page.
        operation: What answered with it.

    Raises:
        PagingError: If the answer has no list of them.
    """
    if not _is_list(page.items):
        raise PagingError("the answer has no `items`" + _remedy(operation, "them"))


def expect_next(
    page: Page[Any], operation: Operation[Any] | None, asked: int | None
) -> None:
    """See that a page tells whether another one follows, and how to ask for it.

    Args:
        page: The page.
        operation: What answered with it.
        asked: The offset it was asked for by; `None` if it was not.

    Raises:
        PagingError: If it does not.
    """
    from ..models.page import tells_next

    if page.next is not None and len(page.next) > urls.LONGEST:
        message = f"the URL of the next page has {len(page.next):,} characters"
        raise PagingError(f"{message}; at most {urls.LONGEST:,} are requested")
    if not tells_next(page) and not _reaches_the_end(page, operation, asked):
        message = "the answer does not tell whether more items follow"
        raise PagingError(
            f"{message}: it has no `next` of use" + _remedy(operation, "it")
        )


def _is_list(items: object) -> bool:
    """Say whether there are items; an answer that departs may have none."""
    return isinstance(items, list)


def _remedy(operation: Operation[Any] | None, what: str) -> str:
    parameters = () if operation is None else operation.parameters
    names = [each.name for each in parameters if each.partial_response]
    return f"; if `{names[0]}` left {what} out, name {what} there" if names else ""


def _reaches_the_end(
    page: Page[Any], operation: Operation[Any] | None, asked: int | None
) -> bool:
    """Say whether a page is the last one by the numbers it tells."""
    style = None if operation is None else operation.pagination
    if style is None or style.style != "offset" or page.total is None:
        return False
    start = page.offset if page.offset is not None else asked or 0
    items = len(page.items or [])
    # Beyond the end are empty pages; items there would be more than there are.
    return start + items == page.total or (start > page.total and not items)


def _stands_still(page: Page[Any], here: str, url: str) -> bool:
    start = positions.offset(positions.query(here))
    start = page.offset if start is None else start
    after = positions.offset(positions.query(url))
    return start is not None and after is not None and after <= start


def _digest(url: str) -> bytes:
    return hashlib.blake2b(url.encode("utf-8", "replace"), digest_size=16).digest()


def kept(page: Page[Any]) -> tuple[float, float] | None:
    """Return when a page that a cache gave unasked was asked for, and came.

    Args:
        page: The page; one that did not come from a pager was not kept.
    """
    times: tuple[float, float] | None = vars(page).get("kept")
    return times


def is_older(page: Page[Any], before: Page[Any] | None) -> bool:
    """Say whether a cache kept a page since before the one it follows was asked for.

    Args:
        page: The page that follows.
        before: The page at hand.
    """
    times = kept(page)
    if times is None:
        return False
    earlier = None if before is None else kept(before)
    return earlier is None or times[1] < earlier[0]
