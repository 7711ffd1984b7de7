"""What changes the content of a playlist, one request each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

MOST = 100
"""The most items of one request."""


@dataclass(frozen=True, slots=True)
class ReplaceItems:
    """Puts other items in place of all, as `playlists.replace_items` does.

    Attributes:
        uris: The whole new content, at most 100 items.
    """

    uris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveItems:
    """Takes every occurrence of some items out, as `playlists.remove_items` does.

    Attributes:
        uris: The items, each once, at most 100.
    """

    uris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddItems:
    """Inserts items, as `playlists.add_items` does.

    Attributes:
        uris: The items in their order, at most 100.
        position: The position of the first one afterwards, counted from 0.
    """

    uris: tuple[str, ...]
    position: int


@dataclass(frozen=True, slots=True)
class ReorderItems:
    """Moves a stretch of items, as `playlists.reorder_items` does.

    Attributes:
        range_start: The position of the first item that moves, counted from 0.
        range_length: How many items move, at most 100.
        insert_before: The position they go to, counted before anything has moved.
    """

    range_start: int
    range_length: int
    insert_before: int


Edit: TypeAlias = ReplaceItems | RemoveItems | AddItems | ReorderItems


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaylistSync:
    """What it took to give a playlist the content it was to have.

    Attributes:
        edits: The edits that were made, in their order, one request each; the ones that
            would be made, if nothing was to be written.
        snapshot_id: The version of the playlist after the last edit; `None` if nothing
            was written.
        dry_run: Whether nothing was to be written.
    """

    edits: tuple[Edit, ...]
    snapshot_id: str | None = None
    dry_run: bool = False

    @property
    def unchanged(self) -> bool:
        """Whether the playlist had that content already."""
        return not self.edits

    @property
    def requests(self) -> int:
        """How many requests the edits take."""
        return len(self.edits)
