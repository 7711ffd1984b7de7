"""Rules about the characters of texts that come into emitted files."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from ..dialect.document import Example
from ..findings import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .view import Issue, Rule, View

_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_PROSE = frozenset(("description",))
_SKIPPED = frozenset(("bundle", "at", "file", "example", "default"))


def control_character(view: View) -> Iterator[Issue]:
    """No text has characters that do not show: control, direction, zero width.

    Line breaks are for descriptions only. Tabs are control characters.
    """
    names: dict[type, tuple[str, ...]] = {}
    seen: set[int] = set()
    pending: list[tuple[Any, Location]] = [(view.document, view.document.at)]
    while pending:
        node, outer = pending.pop()
        at: Location = getattr(node, "at", outer)
        if id(node) in seen or isinstance(node, Example):
            continue
        seen.add(id(node))
        kind = _type(node)
        if kind not in names:
            names[kind] = tuple(f.name for f in fields(kind) if f.name not in _SKIPPED)
        for name in names[kind]:
            value: Any = getattr(node, name)
            if value is None or value == ():
                continue
            pending += [(item, at) for item in _nodes(value)]
            for text in _texts(value):
                yield from _judge(at, name, text)


def _type(node: object) -> type:
    return type(node)


def _nodes(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        return [item for part in _parts(value) for item in _nodes(part)]
    return [value] if is_dataclass(value) and not isinstance(value, Location) else []


def _parts(value: Any) -> Any:
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in _parts(value):
            yield from _texts(part)


def _judge(at: Location, name: str, text: str) -> Iterator[Issue]:
    found = _INVISIBLE.search(text)
    if found is None and name not in _PROSE:
        found = re.search("\n", text)
    if found is not None:
        message = f"the text of `{name}` has the character U+{ord(found.group()):04X}"
        yield at, message, "Take it out; write what shows."


RULES: tuple[Rule, ...] = (control_character,)
