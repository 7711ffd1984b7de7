"""Text without quotes: where YAML takes the rest of it for a comment.

A comment behind a text cannot be told from a text with `#` in it, which YAML cuts
there without a word. So text with a comment behind it is refused.
"""

from __future__ import annotations

import re

_BEHIND = re.compile(r"[ \t]*#")
_BELOW = re.compile(r"[ \t]*(?:(?:\r\n?|\n)[ \t]*)*(?:\r\n?|\n)([ ]*)#")
_IN_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+#")


def is_cut(text: str, end: int, indent: int | None) -> bool:
    """Say whether a comment follows text without quotes where text could go on.

    Args:
        text: The whole file.
        end: Where the text without quotes ends in it.
        indent: By how many spaces the collection around it is indented, if it has
            lines of its own: a line that is indented further goes on with the text.
    """
    if _BEHIND.match(text, end):
        return True
    below = _BELOW.match(text, end) if indent is not None else None
    return below is not None and indent is not None and len(below[1]) > indent


def has_cut_header(text: str, start: int) -> bool:
    """Say whether a comment stands behind the `|` or `>` that begins a text."""
    return _IN_HEADER.match(text, start) is not None


def remedy(problem: str) -> str:
    """Say what to do about what the parser does not understand."""
    if "mapping values are not allowed" in problem:
        return "Put a text that has `: ` in it in quotes, or mend the indentation."
    if "cannot start any token" in problem:
        return "Put a text that begins with `@`, `%` or a backtick in quotes."
    if "sequence entries are not allowed" in problem:
        return "Put a text that begins with `- ` in quotes, or begin a new line."
    return "Mend the syntax here; a text with `: `, ` #` or quotes stands in quotes."
