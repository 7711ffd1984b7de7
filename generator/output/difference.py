"""The unified diff of one file, such as `patch -p1` reads it."""

from __future__ import annotations

import difflib

_NOWHERE = "/dev/null"
_NO_END = "\\ No newline at end of file\n"


def unified(path: str, before: str | None, after: str | None) -> str:
    """Give the difference of two texts of a file.

    Args:
        path: The file, below the folder of both.
        before: Its text, or None if there is no such file.
        after: Likewise.
    """
    names = (
        _NOWHERE if before is None else f"a/{path}",
        _NOWHERE if after is None else f"b/{path}",
    )
    found = [*difflib.unified_diff(_lines(before), _lines(after), *names)]
    if not found and before != after:  # an empty file comes or goes
        found = [f"--- {names[0]}\n", f"+++ {names[1]}\n"]
    return "".join(
        line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in found
    )


def _lines(text: str | None) -> list[str]:
    """Split at line feeds only: other separators are text of a line."""
    parts = (text or "").split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *filter(None, parts[-1:])]
