"""Patterns to texts: of what characters a text is made that a pattern matches."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any

from ..dialect.ecma import in_python

if TYPE_CHECKING:
    from ..dialect.schema import Value

_parser: Any = importlib.import_module("re._parser")

_PRINTABLE = [chr(code) for code in range(0x20, 0x7F)]
_PREFERRED = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST = 64
"""Characters to choose from that are told."""


def text_parts(pattern: str, at_least: Value = None) -> Value:
    """Say of what to make a text that a pattern matches.

    Args:
        pattern: One that the dialect allows.
        at_least: The fewest characters of the text, if there is such a bound.

    Returns:
        Pairs: characters, and how many of them follow each other, each chosen freely.
        None if no text is found in this way; patterns may ask for what comes later.
    """
    shortest = at_least if isinstance(at_least, int) else 0
    parts = _Parts(shortest)
    parts.take(_parser.parse(in_python(pattern)))
    text = "".join(characters[0] * times for characters, times in parts.found)
    text_ends = "".join(characters[-1] * times for characters, times in parts.found)
    compiled = re.compile(in_python(pattern))
    if not parts.is_free or len(text) < shortest:
        return None
    if not (compiled.search(text) and compiled.search(text_ends)):
        return None
    return [[characters, times] for characters, times in parts.found]


class _Parts:
    """What was taken from a pattern so far."""

    def __init__(self, shortest: int) -> None:
        self.found: list[tuple[str, int]] = []
        self.is_free = True
        self._shortest = shortest

    def take(self, tree: Any) -> None:
        """Take a sequence of a parsed pattern."""
        for kind, value in tree:
            self._item(str(kind), value)

    def _item(self, kind: str, value: Any) -> None:
        match kind:
            case "AT":
                return
            case "SUBPATTERN":
                self.take(value[3])
            case "BRANCH":
                self.take(value[1][0])
            case "MAX_REPEAT" | "MIN_REPEAT":
                self._repeated(*value)
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                self._character(kind, value)
            case _:
                self.is_free = False

    def _repeated(self, low: int, high: int, tree: Any) -> None:
        missing = self._shortest - sum(times for _, times in self.found)
        times = min(max(low, min(missing, _MOST * _MOST)), high)
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
            self.take(tree)

    def _character(self, kind: str, value: Any) -> None:
        if kind == "LITERAL":
            self.found.append((chr(value), 1))
            return
        matcher = re.compile(_spelled(kind, value), re.DOTALL)
        known = [c for c in (*_PREFERRED, *_PRINTABLE) if matcher.fullmatch(c)]
        if not known:
            self.is_free = False
            return
        self.found.append(("".join(dict.fromkeys(known))[:_MOST], 1))


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
