"""What is read of a playlist and of the answers to edits, and no more."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .._runtime.models.model import Model
from .._runtime.models.page import Page
from .identity import own_uri


class Origin(Model, frozen=True, kw_only=True):
    """What stands in a playlist in truth, where another track is played instead.

    Attributes:
        uri: Its URI.
    """

    uri: str | None = None


class Item(Model, frozen=True, kw_only=True):
    """A track or an episode.

    Attributes:
        uri: Its URI.
        linked_from: The track it is played instead of, or `None`.
    """

    uri: str | None = None
    linked_from: Origin | None = None


class Entry(Model, frozen=True, kw_only=True):
    """One place of a playlist; the item has one of two names.

    Attributes:
        item: What stands there; `None` if it is gone.
        track: The same, under its older name.
    """

    item: Item | UnsetType | None = UNSET
    track: Item | UnsetType | None = UNSET

    @property
    def is_whole(self) -> bool:
        """Whether the answer says what stands there, be it nothing."""
        return self.item is not UNSET or self.track is not UNSET

    @property
    def uri(self) -> str | None:
        """The URI by which the item can be removed; `None` if it has none."""
        return own_uri(self.item or self.track)


class EntryPage(Page[Entry], frozen=True, kw_only=True):
    """A page of a playlist."""
