"""Patterns to texts: of what characters a text is made that a pattern matches."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any

from .ecma import in_python

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .schema import Value

_parser: Any = importlib.import_module("re._parser")

_PRINTABLE = [chr(code) for code in range(0x20, 0x7F)]
_PREFERRED = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OTHERS = "éñü¿名я"
_MOST = 64
"""Characters to choose from that are told."""
_LONGEST = 4_096
"""Characters of a text, beyond which none is looked for."""


Parts = list[tuple[str, int]]
"""Characters, and how many of them follow each other, each chosen freely."""


def text_parts(pattern: str, at_least: Value = None) -> list[Value] | None:
    """Say of what to make a text that a pattern matches.

    Args:
        pattern: One that the dialect allows.
        at_least: The fewest characters of the text, if there is such a bound.

    Returns:
        Pairs of characters and how many of them follow each other, each chosen freely.
        None if no text is found.
    """
    shortest = at_least if isinstance(at_least, int) else 0
    spelled = in_python(pattern)
    matcher = re.compile(spelled)
    parts = _Parts(shortest)
    parts.take(_parser.parse(spelled))
    missing = shortest - sum(times for _, times in parts.found)
    padding = [(_PREFERRED, missing)] if missing > 0 else []
    for padded in (parts.found, [*parts.found, *padding]) if parts.is_whole else ():
        texts = [*_chosen(padded)]
        fitting = [t for t in texts if len(t) >= shortest and matcher.search(t)]
        if parts.is_free and texts and len(fitting) == len(texts):
            return [list(part) for part in padded]
        if fitting:
            return [[letter, 1] for letter in fitting[0]]
    return None


def _chosen(parts: Parts) -> Iterator[str]:
    """Choose texts: of the same character all through, and of many."""
    if sum(times for _, times in parts) > _LONGEST:
        return
    letters = [characters for characters, times in parts for _ in range(times)]
    for index in range(max(map(len, letters), default=1)):
        for step in (0, 7):
            yield "".join(
                each[(index + step * place) % len(each)]
                for place, each in enumerate(letters)
            )


class _Parts:
    """What was taken from a pattern so far."""

    def __init__(self, shortest: int) -> None:
        self.found: Parts = []
        self.is_whole = True
        self.is_free = True
        self._shortest = shortest

    def take(self, tree: Any) -> None:
        """Take a sequence of a parsed pattern."""
        for kind, value in tree:
            self._item(str(kind), value)

    def _item(self, kind: str, value: Any) -> None:
        if len(self.found) > _LONGEST:
            self.is_whole = False
            return
        match kind:
            case "AT":
                return  # what it asks for is seen when the text is tried
            case "ASSERT" | "ASSERT_NOT":
                self.is_free = False
            case "SUBPATTERN":
                self.take(value[3])
            case "BRANCH":
                self.take(value[1][0])
            case "MAX_REPEAT" | "MIN_REPEAT":
                self._repeated(*value)
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                self._character(kind, value)
            case _:
                self.is_whole = False

    def _repeated(self, low: int, high: int, tree: Any) -> None:
        missing = self._shortest - sum(times for _, times in self.found)
        times = min(max(low, min(missing, _LONGEST)), high, _LONGEST + 1)
        if len(tree) == 1 and str(tree[0][0]) in {
            "LITERAL",
            "NOT_LITERAL",
            "IN",
            "ANY",
        }:
            before = len(self.found)
            self.take(tree)
            if len(self.found) > before:
                characters, _ = self.found.pop()
                self.found += [(characters, times)] if times else []
            return
        for _ in range(times):
            if not self.is_whole:
                break
            self.take(tree)

    def _character(self, kind: str, value: Any) -> None:
        if kind == "LITERAL":
            self.found.append((chr(value), 1))
            return
        matcher = re.compile(_spelled(kind, value), re.DOTALL)
        candidates = (*_PREFERRED, *_PRINTABLE, *_borders(kind, value), *_OTHERS)
        known = [each for each in candidates if matcher.fullmatch(each)]
        if not known:
            self.is_whole = False
            return
        self.found.append(("".join(dict.fromkeys(known))[:_MOST], 1))


def _borders(kind: str, value: Any) -> Iterator[str]:
    """List the characters that a set names, and those where its ranges begin."""
    for each, inner in value if kind == "IN" else ():
        if str(each) == "LITERAL":
            yield chr(inner)
        elif str(each) == "RANGE":
            yield chr(inner[0])


def _spelled(kind: str, value: Any) -> str:
    """Spell one character of a parsed pattern."""
    if kind == "ANY":
        return "[^\n\r]"
    if kind == "NOT_LITERAL":
        return f"[^{re.escape(chr(value))}]"
    return "".join(_of_set(str(each), inner) for each, inner in value).join("[]")


def _of_set(kind: str, value: Any) -> str:
    match kind:
        case "NEGATE":
            return "^"
        case "LITERAL":
            return re.escape(chr(value))
        case "RANGE":
            return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        case _:
            letter = str(value).removeprefix("CATEGORY_")
            told = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}
            negated = letter.startswith("NOT_")
            found = told[letter.removeprefix("NOT_")]
            return f"\\{found.upper() if negated else found}"
