"""Which stretches of the wished content to write anew, so that few calls are needed.

A call that adds writes up to 100 items in a row, whether they are new or were there
before, and one that removes takes 100 items from anywhere. Counted in hundredths of a
call, writing an item anew that was there costs 1 for its removal and its share of an
addition; leaving it costs nothing where it stands right, a call for its stretch where
it has to move, and ends the addition under way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .edits import MOST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MANY = 1500
"""With so many pieces, only the cheapest cover is looked for."""

_PRICES = (100, 60, 40, 20, 8, 1)
"""What a call costs, in removals; the lower, the more items are kept."""

_Trail: TypeAlias = "tuple[Piece, _Trail] | None"
_States: TypeAlias = dict[int, tuple[int, _Trail]]
"""Room left in the call that adds, to the least cost and the pieces written anew."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the wished content.

    Attributes:
        start: The position of its first item.
        length: How many items it has.
        new: Whether they are not there, so that they have to be added.
        moves: Whether they are there, but elsewhere; then they stand side by side.
        pinned: Whether they are there and must not be removed.
    """

    start: int
    length: int
    new: bool = False
    moves: bool = False
    pinned: bool = False

    @property
    def places(self) -> range:
        """The positions of its items."""
        return range(self.start, self.start + self.length)


def least_calls(pieces: Sequence[Piece], removed: int) -> int:
    """Return a number of calls that no cover falls below.

    Args:
        pieces: The wished content.
        removed: How many items have to be removed in any case.
    """
    units = removed
    for piece in pieces:
        if piece.new:
            units += piece.length
        elif piece.moves:
            units += MOST if piece.pinned else min(MOST, 2 * piece.length)
    return -(-units // MOST)


def covers(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Return the pieces to write anew though they are there, in ways that may be best.

    Args:
        pieces: The wished content.
    """
    found: list[list[Piece]] = []
    for price in _PRICES if len(pieces) < _MANY else _PRICES[:1]:
        covered = _cheapest(pieces, price)
        if covered not in found:
            found.append(covered)
            yield covered


def _cheapest(pieces: Sequence[Piece], price: int) -> list[Piece]:
    """Go through the pieces with the room left in the call that adds."""
    states: _States = {0: (0, None)}
    for piece in pieces:
        reached: _States = {}
        for room, (cost, trail) in states.items():
            if not piece.new:
                _reach(reached, 0, cost + (price if piece.moves else 0), trail)
            if _may_cover(piece, room):
                calls = -(-max(0, piece.length - room) // MOST)
                left = room + MOST * calls - piece.length
                total = cost + price * calls
                if piece.new:
                    _reach(reached, left, total, trail)
                else:
                    _reach(reached, left, total + piece.length, (piece, trail))
        states = _useful(reached, price)
    _, rest = min(states.values(), key=lambda state: state[0])
    covered: list[Piece] = []
    while rest is not None:
        piece, rest = rest
        covered.append(piece)
    return covered[::-1]


def _may_cover(piece: Piece, room: int) -> bool:
    """Say whether writing a piece anew can be of use; a call never begins with it."""
    if piece.new or piece.moves:
        return not piece.pinned
    return not piece.pinned and room > 0 and piece.length < MOST


def _reach(states: _States, room: int, cost: int, trail: _Trail) -> None:
    if room not in states or cost < states[room][0]:
        states[room] = (cost, trail)


def _useful(states: _States, price: int) -> _States:
    """Drop a state if another one has as much room for no more, or can buy it."""
    kept: _States = {}
    best = min(cost for cost, _ in states.values()) + price
    for room in sorted(states, reverse=True):
        if states[room][0] < best:
            kept[room] = states[room]
            best = states[room][0]
    return kept
