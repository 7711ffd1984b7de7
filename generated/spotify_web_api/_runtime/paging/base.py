"""What the two pagers share: all but fetching pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ..session.caller import AnyCaller
from .walk import Walk

if TYPE_CHECKING:
    from ..models.page import Page
    from .listing import Listing

T = TypeVar("T")


class BasePager(Generic[AnyCaller, T]):
    """A listing and the latest iteration over it."""

    def __init__(
        self, caller: AnyCaller, listing: Listing[T], first: Page[T] | None = None
    ) -> None:
        """Keep what is needed to fetch pages.

        Args:
            caller: What performs the calls.
            listing: What to fetch.
            first: The first page, if it is already there.
        """
        self._caller: AnyCaller = caller
        self._listing = listing
        self._first: Page[T] | None = first
        self._walk = self._new_walk()

    def __repr__(self) -> str:
        """Show the call, without its arguments."""
        return f"<{type(self).__name__} {self._listing.call.label}>"

    @property
    def cursor(self) -> str | None:
        """Names the first item the latest iteration has not handed out.

        It is where to resume, in any process: give it to the same call as `cursor`.
        Before any iteration it names the first item; at the end it is `None`.
        """
        return self._walk.cursor

    def _begin(self, max_items: int | None = None) -> Walk[T]:
        """Begin another iteration, which `cursor` is about from now on."""
        self._walk = self._new_walk(max_items)
        return self._walk

    def _new_walk(self, max_items: int | None = None) -> Walk[T]:
        return Walk(self._listing, self._caller.session.settings, max_items)
