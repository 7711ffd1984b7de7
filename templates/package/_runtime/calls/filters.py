"""Filters of properties, such as `items(added_at,track.name),next`.

Names are separated by commas; a dot or parentheses lead into an object or a list, and
`!` leaves out what follows. Where nothing is named but what is left out, everything
else is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKENS = re.compile(r"[!.,()]|[^!.,()\s]+")
_SIGNS = frozenset("!.,()")
_DEEPEST = 64


@dataclass(slots=True)
class Named:
    """One name of a filter.

    Attributes:
        name: The property; `*` stands for any.
        excluded: Whether it is left out.
        parts: What of it is meant, or `None` for all of it.
        dotted: Whether a dot leads to its one part, rather than parentheses.
    """

    name: str
    excluded: bool = False
    parts: list[Named] | None = None
    dotted: bool = False


def read(text: str) -> list[Named]:
    """Return what a filter names; blanks mean nothing.

    Args:
        text: The filter.

    Raises:
        ValueError: If it is none.
    """
    return _Reader(_TOKENS.findall(text)).filter()


def write(names: list[Named]) -> str:
    """Write a filter down.

    Args:
        names: What it names.
    """
    return ",".join(map(_text, names))


def _text(named: Named) -> str:
    text = f"!{named.name}" if named.excluded else named.name
    if named.parts is None:
        return text
    below = write(named.parts)
    return f"{text}.{below}" if named.dotted else f"{text}({below})"


class _Reader:
    """Reads the tokens of a filter from the first to the last."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens[::-1]

    def filter(self) -> list[Named]:
        names = self._names(1)
        if self._tokens:
            raise ValueError(f"{self._tokens[-1][:20]!r} cannot stand where it does")
        return names

    def _names(self, depth: int) -> list[Named]:
        names: list[Named] = []
        while self._accepts(",") or (not names and self._is_name("!")):
            if self._is_name("!"):
                names.append(self._named(depth))
        return names

    def _named(self, depth: int) -> Named:
        if depth > _DEEPEST:
            raise ValueError("it is nested too deeply")
        excluded = self._accepts("!")
        if not self._is_name():
            raise ValueError("a name is missing in it")
        named = Named(self._tokens.pop(), excluded)
        if self._accepts("."):
            named.parts, named.dotted = [self._named(depth + 1)], True
        elif self._accepts("("):
            named.parts = self._names(depth + 1)
            if not self._accepts(")"):
                raise ValueError("a parenthesis is not closed, or a comma is missing")
        return named

    def _accepts(self, sign: str) -> bool:
        found = bool(self._tokens) and self._tokens[-1] == sign
        if found:
            self._tokens.pop()
        return found

    def _is_name(self, *others: str) -> bool:
        if not self._tokens:
            return False
        return self._tokens[-1] not in _SIGNS or self._tokens[-1] in others
