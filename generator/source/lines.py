"""Where a character of a text stands, as an editor counts lines and columns.

YAML 1.1, and so its parser, also ends lines at U+0085, U+2028 and U+2029; neither YAML
1.2 nor editors do.
"""

from __future__ import annotations

import re
from bisect import bisect_right

SEPARATOR = re.compile("[\x85\u2028\u2029]")
"""Characters that end a line for YAML 1.1 only."""
_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        """Find where each of them begins."""
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def place(self, index: int) -> tuple[int, int]:
        """Give the line and the column of a character, each from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1
