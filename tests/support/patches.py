"""JSON Patch (RFC 6902), as far as tests edit descriptions: add, remove, replace."""

from __future__ import annotations

from copy import deepcopy
from typing import Any


def patched(document: Any, edits: list[dict[str, Any]]) -> Any:
    """Apply edits, one after another, to a copy of a document."""
    changed = deepcopy(document)
    for edit in edits:
        _apply(changed, edit)
    return changed


def _apply(document: Any, edit: dict[str, Any]) -> None:
    *way, last = (_unescaped(part) for part in edit["path"].split("/")[1:])
    place = document
    for part in way:
        place = place[int(part) if isinstance(place, list) else part]
    key: Any = last
    if isinstance(place, list):
        key = len(place) if last == "-" else int(last)
    match edit["op"]:
        case "add" if isinstance(place, list):
            place.insert(key, edit["value"])
        case "add":
            place[key] = edit["value"]
        case "replace":
            place[key]  # what is replaced has to be there
            place[key] = edit["value"]
        case "remove":
            del place[key]


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
