"""Changes as text: for people, for programs, and for the annotations of a CI service.

Words that come of a description stand in code only, which they cannot end: neither a
table nor an annotation breaks, whatever they hold.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ..emit.markdown import code_span
from ..findings import cut, one_line
from .change import Change, Verdict, verdict_of
from .prose import REWORDED

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_CELL = 300
"""Characters of a cell of a table."""
_SHOWN = 6
"""How many subjects of other words are named."""
_TITLES = {
    Verdict.MAJOR: "Breaking",
    Verdict.MINOR: "Added and changed",
    Verdict.PATCH: "Unseen",
}
_DELICATE = re.compile(r"[\\`]")
_ENTITY = re.compile(r"[^A-Za-z0-9 ,]")
_LEVELS = {Verdict.MAJOR: "error", Verdict.MINOR: "warning", Verdict.PATCH: "notice"}


def markdown(changes: Sequence[Change]) -> str:
    """Write changes as an entry of a changelog, with a table for each verdict."""
    if not changes:
        return "No change for users of the client.\n"
    lines = [f"A {verdict_of(changes)} change for users of the client."]
    for verdict, title in _TITLES.items():
        found = [item for item in changes if item.verdict == verdict]
        rows = [_row(item) for item in found if item.what != REWORDED]
        if found:
            lines += ["", f"### {title}"]
        if rows:
            lines += [
                "",
                "| what | change | before | after |",
                "| - | - | - | - |",
                *rows,
            ]
        reworded = [item.subject for item in found if item.what == REWORDED]
        if reworded:
            lines += ["", _in_other_words(reworded)]
    return "\n".join(lines) + "\n"


def _row(change: Change) -> str:
    cells = (_cell(change.before), _cell(change.after))
    return f"| {_cell(change.subject)} | {change.what} | {cells[0]} | {cells[1]} |"


def _in_other_words(subjects: Sequence[str]) -> str:
    shown = ", ".join(_cell(name) for name in subjects[:_SHOWN])
    more = len(subjects) - _SHOWN
    return f"Told in other words: {shown}{f' and {more} more' if more > 0 else ''}."


def _cell(text: str) -> str:
    """Show code in a cell of a table, which `|` would end."""
    shown = one_line(cut(text, _MAX_CELL))
    if not shown.strip():
        return ""
    if _DELICATE.search(shown):
        safe = _ENTITY.sub(lambda found: f"&#{ord(found.group())};", shown)
        return f"<code>{safe}</code>"
    return code_span(shown).replace("|", "\\|")


def as_json(changes: Sequence[Change]) -> str:
    """Write changes for programs."""
    told = {
        "verdict": str(verdict_of(changes)),
        "changes": [
            {
                "verdict": str(item.verdict),
                "subject": item.subject,
                "what": item.what,
                "before": item.before or None,
                "after": item.after or None,
            }
            for item in changes
        ],
    }
    return json.dumps(told, indent=2) + "\n"


def github(changes: Sequence[Change]) -> str:
    """Write changes as annotations of a workflow of GitHub, one a line."""
    return "".join(
        f"::{_LEVELS[item.verdict]} title={_property(f'{item.verdict} change')}"
        f"::{_data(_sentence(item))}\n"
        for item in changes
    )


def _sentence(change: Change) -> str:
    """Tell one change in a line."""
    text = f"{change.subject} {change.what}"
    if change.before and change.after:
        text += f": {change.before} -> {change.after}"
    elif change.before or change.after:
        text += f": {change.before or change.after}"
    return one_line(cut(text))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
