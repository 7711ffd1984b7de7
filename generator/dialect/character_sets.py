"""Sets of characters of a regular expression, and the letters that tell them apart.

ASCII characters are told apart one by one; of the others ranges, and in each range what
is a digit, another letter, white space, or anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ASCII = 128
_END = 0x110000
_Kind = Literal["digit", "letter", "space", "other"]
_KINDS: tuple[_Kind, ...] = ("digit", "letter", "space", "other")
_CATEGORIES: dict[str, tuple[_Kind, ...]] = {
    "CATEGORY_DIGIT": ("digit",),
    "CATEGORY_WORD": ("digit", "letter"),
    "CATEGORY_SPACE": ("space",),
    "CATEGORY_NOT_DIGIT": ("letter", "space", "other"),
    "CATEGORY_NOT_WORD": ("space", "other"),
    "CATEGORY_NOT_SPACE": ("digit", "letter", "other"),
}
_Letter = tuple[int, _Kind]
"""A character that stands for others, and its kind."""


@dataclass(frozen=True, slots=True)
class CharacterSet:
    """Ranges of characters and kinds of them, or all but these."""

    ranges: tuple[tuple[int, int], ...]
    kinds: frozenset[_Kind]
    negated: bool

    @classmethod
    def of(cls, kind: str, value: Any) -> CharacterSet | None:
        """Read a node of a parsed pattern; `None` if it is none of characters."""
        match kind:
            case "LITERAL":
                return cls(((value, value),), frozenset(), negated=False)
            case "NOT_LITERAL":
                return cls(((value, value),), frozenset(), negated=True)
            case "ANY":
                return cls(((10, 10),), frozenset(), negated=True)
            case "IN":
                return cls._of_several(value)
            case _:
                return None

    @classmethod
    def _of_several(cls, items: Any) -> CharacterSet:
        ranges: list[tuple[int, int]] = []
        kinds: set[_Kind] = set()
        negated = False
        for item in items:
            match str(item[0]), item[1]:
                case "NEGATE", _:
                    negated = True
                case "RANGE", (low, high):
                    ranges.append((low, high))
                case "CATEGORY", category:
                    kinds |= {*_CATEGORIES[str(category)]}
                case _, character:
                    ranges.append((character, character))
        return cls(tuple(ranges), frozenset(kinds), negated)

    def has(self, letter: _Letter) -> bool:
        """Say whether a letter is in the set."""
        code, kind = letter
        found = kind in self.kinds or any(a <= code <= b for a, b in self.ranges)
        return found is not self.negated


def alphabet(
    sets: Iterable[CharacterSet], spend: Callable[[int], None]
) -> tuple[frozenset[int], ...]:
    """Give the letters, each as the positions of the sets it is in.

    Args:
        sets: The sets to tell apart.
        spend: Told how much is looked at.
    """
    positions: dict[CharacterSet, set[int]] = {}
    for position, item in enumerate(sets):
        positions.setdefault(item, set()).add(position)
    edges = {_ASCII}
    for item in positions:
        for low, high in item.ranges:
            edges |= {edge for edge in (low, high + 1) if _ASCII < edge < _END}
    letters: tuple[_Letter, ...] = (
        *((code, kind_of(chr(code))) for code in range(_ASCII)),
        *((edge, kind) for edge in sorted(edges) for kind in _KINDS),
    )
    spend(len(letters) * sum(1 + len(item.ranges) for item in positions) // 20)
    told = {
        frozenset(item for item in positions if item.has(letter)) for letter in letters
    }
    return tuple(
        frozenset(p for item in each for p in positions[item]) for each in told
    )


def kind_of(character: str) -> _Kind:
    """Say what a character is to the classes of a pattern."""
    if character.isdecimal():
        return "digit"
    if character.isalnum() or character == "_":
        return "letter"
    return "space" if character.isspace() else "other"
