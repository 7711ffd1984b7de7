"""Rules about the characters of texts that come into emitted files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .examples import media_types
from .rules import rule
from .texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.schema import Value
    from .rules import Issue
    from .view import View

_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_GAP = "TODO"
"""What a scaffold leaves to people begins with this."""
_MAY_HAVE_LINES = "description"


@rule("linked")
def control_character(view: View) -> Iterator[Issue]:
    """No text has characters that do not show: control, direction, zero width.

    Line breaks are for descriptions only. Tabs are control characters.
    """
    for at, name, text in texts(view):
        found = _INVISIBLE.search(text)
        if found is None and name != _MAY_HAVE_LINES:
            found = re.search("\n", text)
        if found is not None:
            code = f"U+{ord(found.group()):04X}"
            message = f"the text of `{name}` has the character {code}"
            yield at, message, "Take it out; write what shows."


@rule("linked")
def unfinished(view: View) -> Iterator[Issue]:
    """No text and no example begins with `TODO`, as the gaps of a scaffold do."""
    for at, name, text in texts(view):
        if text.startswith(_GAP):
            yield at, f"`{name}` is still a {_GAP}", "Write it."
    for operation in view.document.operations:
        for item in operation.parameters:
            if _has_gap(item.example):
                yield item.at, f"the example is still a {_GAP}", "Give a real one."
    for media in media_types(view):
        for example in media.examples:
            if _has_gap(example.value):
                message = f"a value of the example is still a {_GAP}"
                yield example.at, message, "Give a real one."


def _has_gap(value: Value) -> bool:
    """Say whether a gap is anywhere in an example."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text if text.startswith(_GAP):
                return True
            case list() as items:
                waiting += items
            case dict() as table:
                waiting += table.values()
            case _:
                pass
    return False
