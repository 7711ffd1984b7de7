"""Where a response departs from the types it promises; no value of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Place: TypeAlias = "tuple[Place, str | int | None] | None"
"""Where in a document: what it lies in and the property, the index, or `None` for a
key that is data. The whole document is `None`."""

NOTHING = "nothing"
"""What was got where a property is absent."""


class Departures:
    """The departures of one response.

    Attributes:
        partial: Whether an absent property is none.
        strict: Whether none is allowed.
        first: The first one, in one line with the indexes of its place, and that
            place; `None` if there is none.
    """

    def __init__(self, *, partial: bool = False, strict: bool = False) -> None:
        """Begin with none."""
        self.partial = partial
        self.strict = strict
        self.first: tuple[str, str] | None = None
        self._counts: dict[tuple[str, str, str], int] = {}

    def add(self, place: Place, expected: str, got: str) -> None:
        """Note a departure.

        Args:
            place: Where it is.
            expected: What should have been there, in the words of JSON Schema.
            got: What was there, likewise.
        """
        if self.first is None:
            self.first = f"expected {expected}, got {got}", path_of(place)
        key = path_of(place, indexes=False), expected, got
        self._counts[key] = self._counts.get(key, 0) + 1

    def __iter__(self) -> Iterator[tuple[str, str, str, int]]:
        """Iterate over path without indexes, what was expected and got, how often."""
        for (path, expected, got), count in self._counts.items():
            yield path, expected, got, count


def path_of(place: Place, *, indexes: bool = True) -> str:
    """Write a place down, such as `$.items[0].name`.

    Args:
        place: The place.
        indexes: Whether to tell elements apart; `$.items[*].name` if not.
    """
    parts: list[str] = []
    while place is not None:
        place, key = place
        if isinstance(key, int):
            parts.append(f"[{key}]" if indexes else "[*]")
        else:
            parts.append(".*" if key is None else f".{key}")
    return "$" + "".join(reversed(parts))
