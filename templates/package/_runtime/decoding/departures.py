"""Where a response departs from the types it promises; no value of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Place: TypeAlias = "tuple[Place, str | int | None] | None"
"""Where in a document: what it lies in and the property, the index, or `None` for a
key that is data. The whole document is `None`."""

NOTHING = "nothing"
"""What was got where a property is absent."""


MOST_DEPARTURES = 50_000
"""More values that are not as described than any answer has that is still of use."""
MOST_PARTS = 250_000
"""More parts that are looked at one by one than any answer has."""


def _always() -> None:
    """Expect no end."""


class Departures:
    """The departures of one response.

    Attributes:
        partial: Whether an absent property is none.
        strict: Whether none is allowed.
        first: The first one, in one line with the indexes of its place, and that
            place; `None` if there is none.
        expect_time: Raises if the time to look for them is over.
    """

    def __init__(
        self,
        *,
        partial: bool = False,
        strict: bool = False,
        expect_time: Callable[[], None] = _always,
    ) -> None:
        """Begin with none."""
        self.partial = partial
        self.strict = strict
        self.first: tuple[str, str] | None = None
        self.expect_time = expect_time
        self._counts: dict[tuple[str, str, str], int] = {}
        self._departed = 0
        self._parts = 0
        self._parent: Place = None
        self._parent_path = "$"

    def look(self) -> None:
        """Take note that one more part is looked at by itself.

        Raises:
            ValueError: If there are too many.
        """
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise self._too_much("it has too many parts to look at each")
        self.expect_time()

    def add(self, place: Place, expected: str, got: str) -> None:
        """Note a departure.

        Args:
            place: Where it is.
            expected: What should have been there, in the words of JSON Schema.
            got: What was there, likewise.

        Raises:
            ValueError: If it is not allowed, or there are too many.
        """
        if self.first is None:
            self.first = f"expected {expected}, got {got}", path_of(place)
            if self.strict:
                raise departed(*self.first)
        self._departed += 1
        if self._departed > MOST_DEPARTURES:
            why = f"more than {MOST_DEPARTURES:,} values are not as described"
            raise self._too_much(why)
        key = self._path(place), expected, got
        self._counts[key] = self._counts.get(key, 0) + 1

    def _path(self, place: Place) -> str:
        """Write a place down without indexes; neighbours share the way to them."""
        if place is None:
            return "$"
        parent, key = place
        if parent is not self._parent:
            self._parent, self._parent_path = parent, path_of(parent, indexes=False)
        return self._parent_path + _step(key, indexes=False)

    def _too_much(self, why: str) -> ValueError:
        if self.first is None:
            return ValueError(why)
        return departed(f"{why}, the first one: {self.first[0]}", self.first[1])

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
        parts.append(_step(key, indexes=indexes))
    return "$" + "".join(reversed(parts))


def departed(text: str, path: str) -> ValueError:
    """Return the error for a departure that ends the decoding.

    Args:
        text: What is wrong.
        path: Where.
    """
    return ValueError(f"{text} - at `{path}`")


def _step(key: str | int | None, *, indexes: bool) -> str:
    if isinstance(key, int):
        return f"[{key}]" if indexes else "[*]"
    return ".*" if key is None else f".{key}"
