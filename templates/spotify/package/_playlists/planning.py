"""The edits that lead from one content of a playlist to another. Nothing is sent here.

What an edit can do decides the method. Removing takes every occurrence of an item.
Local files can be moved, but neither added nor removed, and entries without a URI
cannot be named at all: only replacing the whole content gets rid of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .alignment import elsewhere, in_orders
from .cover import Piece, covers, least_calls
from .edits import MOST, AddItems, Edit, RemoveItems, ReorderItems, ReplaceItems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set as AbstractSet

LOCAL = "spotify:local:"
"""What the URI of a local file begins with."""

WORTH = 9
"""How many more requests it is worth not to replace items that are there: they stay
added when they were and by whom."""


class ImpossibleError(Exception):
    """No edits lead to the wished content; the message says why."""


def plan(present: Sequence[str | None], wished: Sequence[str]) -> tuple[Edit, ...]:
    """Plan the fewest edits that keep items; of as many, those that keep the most.

    Args:
        present: The URIs of the items there are, `None` for an entry without one.
        wished: The URIs of the items there shall be.

    Returns:
        The edits in their order. They are at most `WORTH` more than it takes to
        replace everything, 100 items an edit, unless local files have to be kept.

    Raises:
        ImpossibleError: If no edits lead there.
    """
    if list(present) == list(wished):
        return ()
    kept = _kept_files(present, wished)
    named = [item for item in present if item is not None]
    replacing = None if kept else _replacing(wished)
    plans: list[list[Edit]] = []
    if not _stuck(present, wished):
        limit = None if replacing is None else len(replacing) + WORTH
        repeated = {i for i, count in Counter(named).items() if count > 1} - kept
        for given_up in (set[str](), repeated) if repeated else (set[str](),):
            plans += _editing(named, wished, given_up, limit)
    edits = min(plans, key=_price, default=None)
    if edits is None or (replacing is not None and _is_better(replacing, edits)):
        assert replacing is not None
        return tuple(replacing)
    return tuple(edits)


def _is_better(replacing: list[Edit], edits: list[Edit]) -> bool:
    """Say whether to replace everything, which keeps nothing, rather than to edit."""
    requests, added = _price(edits)
    worth = WORTH if added < _price(replacing)[1] else 0
    return len(replacing) + worth < requests


def _kept_files(present: Sequence[str | None], wished: Sequence[str]) -> set[str]:
    """Return the local files that are wished; they have to be there."""
    there = Counter(present)
    wanted = Counter(item for item in wished if item.startswith(LOCAL))
    for item, count in wanted.items():
        if count > there[item]:
            raise ImpossibleError(
                f"{item!r} is wished {count} times and is there {there[item]} times:"
                " local files cannot be added"
            )
    if wanted and (stuck := _stuck(present, wished)):
        raise ImpossibleError(
            f"{stuck} cannot be removed one by one, and replacing everything would lose"
            " the local files that are wished; remove it in a Spotify app, or leave the"
            " local files out"
        )
    return set(wanted)


def _stuck(present: Sequence[str | None], wished: Sequence[str]) -> str:
    """Name what only replacing everything removes, or return `""`."""
    wanted = Counter(wished)
    for item, count in Counter(present).items():
        if item is None:
            return "an entry without a URI"
        if item.startswith(LOCAL) and count > wanted[item]:
            return f"the local file {item!r}"
    return ""


def _price(edits: list[Edit]) -> tuple[int, int]:
    """Return how many requests the edits take, and how many items they add."""
    added = (len(e.uris) for e in edits if isinstance(e, AddItems | ReplaceItems))
    return len(edits), sum(added)


def _replacing(wished: Sequence[str]) -> list[Edit]:
    rest = range(MOST, len(wished), MOST)
    return [
        ReplaceItems(tuple(wished[:MOST])),
        *(AddItems(tuple(wished[start : start + MOST]), start) for start in rest),
    ]


def _editing(
    present: list[str], wished: Sequence[str], given_up: set[str], limit: int | None
) -> Iterator[list[Edit]]:
    """Plan edits, in the ways that may be best; none if none has `limit` edits.

    Args:
        present: The URIs of the items there are.
        wished: The URIs of the items there shall be.
        given_up: Items to remove and to add again, whatever else is done.
        limit: The most edits of interest, or `None`.
    """
    wanted = Counter(wished)
    surplus = {item for item, count in Counter(present).items() if count > wanted[item]}
    removed = surplus | given_up
    rest = [item for item in present if item not in removed]
    for settled in in_orders(rest, wished):
        moving = elsewhere(rest, wished, settled)
        pieces = list(_pieces(rest, wished, settled, moving))
        if limit is not None and least_calls(pieces, len(removed)) > limit:
            continue
        for covered in covers(pieces):
            again = {there for piece in covered for there in piece.places}
            kept = {
                home: there
                for there, home in (settled | moving).items()
                if there not in again
            }
            gone = removed | {wished[there] for there in again}
            row = [kept[here] for here in sorted(kept)]
            building = _Building(row, moving.keys() - again, wished)
            yield [*_removing(present, gone), *building.edits()]


def _removing(present: Sequence[str], gone: AbstractSet[str]) -> Iterator[Edit]:
    uris = [item for item in dict.fromkeys(present) if item in gone]
    for start in range(0, len(uris), MOST):
        yield RemoveItems(tuple(uris[start : start + MOST]))


def _pieces(
    rest: list[str],
    wished: Sequence[str],
    settled: dict[int, int],
    moving: dict[int, int],
) -> Iterator[Piece]:
    """Cut the wished content into stretches that can be treated alike."""
    often = {item for item, count in Counter(rest).items() if count > 1}
    homes = settled | moving

    def kind(there: int) -> tuple[bool, bool, bool]:
        pinned = wished[there] in often or wished[there].startswith(LOCAL)
        is_there = there in homes
        return (is_there, there in moving, is_there and pinned)

    start = 0
    for end in range(1, len(wished) + 1):
        goes_on = end < len(wished) and kind(end) == kind(start)
        if goes_on and start in moving:
            goes_on = end - start < MOST and homes[end] == homes[end - 1] + 1
        if not goes_on:
            is_there, moves, pinned = kind(start)
            yield Piece(
                start, end - start, new=not is_there, moves=moves, pinned=pinned
            )
            start = end


@dataclass(slots=True)
class _Building:
    """Follows the content from edit to edit, in wished positions.

    Attributes:
        row: What is there now.
        movable: Those of them that may have to move.
        wished: The content to reach.
        at: Where the next item belongs.
    """

    row: list[int]
    movable: AbstractSet[int]
    wished: Sequence[str]
    at: int = 0

    def edits(self) -> Iterator[Edit]:
        """Go through the wished content from left to right."""
        there = set(self.row)
        item = 0
        while item < len(self.wished):
            if item not in there:
                end = item + 1
                while end < min(item + MOST, len(self.wished)) and end not in there:
                    end += 1
                yield AddItems(tuple(self.wished[item:end]), self.at)
                self.row[self.at : self.at] = range(item, end)
                self.at += end - item
                item = end
            elif self.row[self.at : self.at + 1] == [item]:
                self.at += 1
                item += 1
            elif item in self.movable:
                edit = self._move(item)
                item += edit.range_length
                yield edit
            else:
                self.at = self.row.index(item, self.at) + 1
                item += 1

    def _move(self, item: int) -> ReorderItems:
        start = self.row.index(item)
        length = 1
        while (
            length < MOST
            and item + length in self.movable
            and self.row[start + length : start + length + 1] == [item + length]
        ):
            length += 1
        edit = ReorderItems(start, length, self.at)
        block = self.row[start : start + length]
        del self.row[start : start + length]
        if start > self.at:
            self.row[self.at : self.at] = block
            self.at += length
        else:
            self.row[self.at - length : self.at - length] = block
        return edit
