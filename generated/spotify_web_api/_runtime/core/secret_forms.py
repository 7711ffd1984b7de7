"""What a secret may look like in a text."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from .escapes import unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLOCK = 16
_SHORTEST = 4
_SHORTEST_WITHIN_WORDS = 8
_LONGEST_TAIL = 4096
_SIGNS = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"[^\W_]+")
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


class Forms:
    """What some secrets may look like, to be looked for in texts without escapes.

    A long secret is looked for by its letters and digits alone, 16 at a time, in
    any case: neither signs nor ends of lines in it, nor a lost end, hide it. A short
    one is looked for as it is; below eight characters, only where it stands alone.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        """Find out what the secrets may look like.

        Args:
            secrets: The secrets, in plain text.
        """
        forms = {form for secret in secrets for form in _forms(secret)}
        letters = {form: _letters(form) for form in forms}
        self._long = [each for each in letters.values() if len(each) >= _BLOCK]
        self._blocks = [block for each in self._long for block in _blocks(each)]
        self._short = [
            form for form, each in letters.items() if len(each) < _BLOCK and form
        ]

    def are_in(self, text: str, *, is_cut: bool) -> bool:
        """Say whether any form is in a text.

        Args:
            text: The text, without escapes.
            is_cut: Whether its end is missing, so that the beginning of a form counts
                there.
        """
        letters = _letters(text)
        if any(block in letters for block in self._blocks):
            return True
        if any(True for form in self._short for _ in _short_spans(text, form)):
            return True
        return is_cut and self._tail(text, letters) != (0, 0)

    def spans(self, text: str, *, is_cut: bool) -> Iterator[tuple[int, int]]:
        """Iterate over where forms are in a text.

        Args:
            text: The text, without escapes.
            is_cut: Whether its end is missing.
        """
        kept = [at for word in _LETTERS.finditer(text) for at in range(*word.span())]
        letters = _letters(text)
        blocks = [
            (at, at + len(block))
            for block in self._blocks
            for at in _occurrences(letters, block)
        ]
        of_letters, of_text = self._tail(text, letters) if is_cut else (0, 0)
        if of_letters:
            blocks.append((len(letters) - of_letters, len(letters)))
        if of_text:
            yield len(text) - of_text, len(text)
        for start, end in _merged(blocks):
            yield kept[start], kept[end - 1] + 1
        for form in self._short:
            yield from _short_spans(text, form)

    def _tail(self, text: str, letters: str) -> tuple[int, int]:
        """Return how many letters, and how many characters, at the end begin a form."""
        return (
            max((_overlap(letters, each) for each in self._long), default=0),
            max((_overlap(text, each) for each in self._short), default=0),
        )


def _forms(secret: str) -> Iterator[str]:
    """Iterate over a secret, without escapes of its own, and over encodings of it."""
    if len(secret) < _SHORTEST:
        return
    yield secret
    plain = secret
    for _ in range(4):
        plain = unescaped(plain)
    if len(plain) >= _SHORTEST:
        yield plain
    octets = secret.encode("utf-8", "surrogatepass")
    in_forms = quote_plus(secret, errors="replace")
    yield from (octets.decode("latin-1"), in_forms)
    texts = {octets, in_forms.encode("ascii")}
    encoded = [octets.hex(), *(each for text in texts for each in _in_base64(text))]
    yield from (each for each in encoded if len(each) >= _SHORTEST_WITHIN_WORDS)


def _in_base64(octets: bytes) -> Iterator[str]:
    """Iterate over what base64 has of a text, wherever in another one it stands.

    Characters that other parts of that text have a share in are left out.
    """
    for before in range(3):
        text = base64.b64encode(bytes(before) + octets).decode("ascii")
        bits = 8 * (before + len(octets))
        yield text[-(-8 * before // 6) : bits // 6]


def _letters(text: str) -> str:
    """Return letters and digits alone, those of ASCII in lower case."""
    return _SIGNS.sub("", text).translate(_LOWER)


def _blocks(letters: str) -> Iterator[str]:
    """Iterate over blocks that make up the whole, the last one over its end."""
    for start in range(0, len(letters) - _BLOCK + 1, _BLOCK):
        yield letters[start : start + _BLOCK]
    if len(letters) % _BLOCK:
        yield letters[-_BLOCK:]


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _short_spans(text: str, form: str) -> Iterator[tuple[int, int]]:
    end = 0
    for start in _occurrences(text, form):
        if start < end:
            continue
        end = start + len(form)
        around = text[start - 1 : start] + text[end : end + 1]
        if len(form) >= _SHORTEST_WITHIN_WORDS or not _LETTERS.search(around):
            yield start, end


def _overlap(text: str, form: str) -> int:
    """Return how much of the beginning of a form stands at the end of a text."""
    longest = min(len(form) - 1, len(text), _LONGEST_TAIL)
    for size in range(longest, _SHORTEST - 1, -1):
        if text.endswith(form[:size]):
            return size
    return 0


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans, those that touch each other as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            first, last = merged.pop()
            merged.append((first, max(last, end)))
        else:
            merged.append((start, end))
    return merged
