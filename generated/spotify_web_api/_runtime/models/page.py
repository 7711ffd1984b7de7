"""One page of a listing."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from .model import Model

T = TypeVar("T")

_UNTOLD: Any = msgspec.UNSET
"""What stands in for `next`, until a page is complete, if the answer has none."""


class Cursors(Model, frozen=True, kw_only=True):
    """Where the neighbours of a page begin, in listings without offsets.

    Attributes:
        after: The cursor of the next page, or `None`.
        before: The cursor of the previous page, or `None`.
    """

    after: str | None = None
    before: str | None = None


class Page(Model, Generic[T], frozen=True, kw_only=True, dict=True):
    """One page of a listing.

    `offset` and the two `cursors` are the query parameters that say where a page
    begins, and so where a pager goes on.

    Attributes:
        items: The elements of this page.
        href: The URL of this page.
        next: The URL of the next page; `None` on the last one.
        previous: The URL of the previous page; `None` on the first one.
        limit: The most elements a page has, as the server applied it.
        offset: The index of the first element, from 0.
        total: The number of elements in the whole listing.
        cursors: Where the neighbours begin, in listings without offsets.
        operation: The route of the operation that answers with such pages.
        pointer: The JSON pointer of the page in that answer.
    """

    items: list[T]
    href: str | None = None
    next: str | None = _UNTOLD
    previous: str | None = None
    limit: int | None = None
    offset: int | None = None
    total: int | None = None
    cursors: Cursors | None = None

    operation: ClassVar[str] = ""
    pointer: ClassVar[str] = ""

    def __post_init__(self) -> None:
        """Tell `None` from what the answer did not say, for `tells_next`."""
        if self.next is _UNTOLD or self.next == "":
            msgspec.structs.force_setattr(self, "next", None)
            vars(self)["tells_next"] = False

    @property
    def cursor(self) -> str | None:
        """Where to resume after this page; `None` after the last one.

        Pages from a pager have it, until they are copied or pickled; those inside
        models and raw responses do not.
        """
        cursor: str | None = vars(self).get("cursor")
        return cursor


class OffsetPage(Page[T], Generic[T], frozen=True, kw_only=True, dict=True):
    """One page of a listing in which every page tells where it lies.

    Attributes:
        href: The URL of this page.
        limit: The most elements a page has, as the server applied it.
        offset: The index of the first element, from 0.
        total: The number of elements in the whole listing.
    """

    # Each has a default in `Page`, and none here: such an answer is not as described.
    href: str  # pyright: ignore[reportGeneralTypeIssues]
    limit: int  # pyright: ignore[reportGeneralTypeIssues]
    offset: int  # pyright: ignore[reportGeneralTypeIssues]
    total: int  # pyright: ignore[reportGeneralTypeIssues]


def tells_next(page: Page[Any]) -> bool:
    """Say whether an answer told which page follows, be it none.

    Args:
        page: The page; one that was copied or pickled passes for one that tells.
    """
    told: bool = vars(page).get("tells_next", True)
    return told
