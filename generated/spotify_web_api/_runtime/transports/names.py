"""Texts without the names and mail addresses of people, in linear time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable

_PART = re.compile(r"[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*|.", re.DOTALL)
_WORD = re.compile(r"[0-9A-Za-z]")
_PERCENT = re.compile("%..")
_SHORTEST = 4
_MOST_PARTS = 64
_AT = r"@|%(?:25)*40|\\{1,8}(?:u00|x)40|&(?:amp;)*(?:#0{0,4}64|#[xX]0{0,4}40|commat);"
_PIECES = re.compile(rf"({_AT}|[\s\"'<>:/?=&])")
_MARK = re.compile(_AT)

_Tree: TypeAlias = "dict[str | None, _Tree]"


class Names:
    """Texts that are private wherever they stand; shorter ones than four are not."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names apart into words and other characters.

        Args:
            names: The names; of a very long one its beginning is looked for.
        """
        self._tree: _Tree = {}
        for name in {name for name in names if len(name) >= _SHORTEST}:
            for spelled in _spellings(name):
                branch = self._tree
                for part in _PART.findall(spelled)[:_MOST_PARTS]:
                    branch = branch.setdefault(part, {})
                branch[None] = {}

    def without(self, text: str, instead: str) -> str:
        """Return a text without the names that stand for themselves in it.

        A name is none within a word, nor before a colon, where kinds stand.

        Args:
            text: The text.
            instead: What takes the place of a name.
        """
        if not self._tree:
            return text
        parts: list[str] = _PART.findall(text)
        kept: list[str] = []
        at = 0
        while at < len(parts):
            end = self._end(parts, at) if parts[at] in self._tree else at
            kept.append(instead if end > at else parts[at])
            at = max(end, at + 1)
        return "".join(kept)

    def _end(self, parts: list[str], start: int) -> int:
        """Return where the longest name that begins at `start` ends, or `start`."""
        if start and _is_word(parts[start - 1]) and not _is_word(parts[start]):
            return start
        branch, end = self._tree, start
        for at in range(start, len(parts)):
            found = branch.get(parts[at])
            if found is None:
                break
            branch = found
            after = parts[at + 1] if at + 1 < len(parts) else " "
            if None in branch and after != ":" and not _is_word(after):
                end = at + 1
        return end


def _spellings(name: str) -> set[str]:
    """Return a name as it is, and as it stands in URLs."""
    quoted = {quote(name, "", errors="replace"), quote_plus(name, errors="replace")}
    lower = {_PERCENT.sub(lambda each: each[0].lower(), each) for each in quoted}
    return {name} | quoted | lower


def without_mail(text: str, instead: str) -> str:
    """Return a text without mail addresses, however their `@` is written.

    Args:
        text: The text.
        instead: What takes the place of an address.
    """
    if not _MARK.search(text):
        return text
    pieces = _PIECES.split(text)
    for at in range(1, len(pieces), 2):
        if _MARK.fullmatch(pieces[at]) and pieces[at - 1] and _is_host(pieces[at + 1]):
            pieces[at - 1 : at + 2] = ["", instead, ""]
    return "".join(pieces)


def _is_host(text: str) -> bool:
    return "." in text[1:-1]


def _is_word(part: str) -> bool:
    return _WORD.match(part) is not None
