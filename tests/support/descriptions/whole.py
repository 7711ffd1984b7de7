"""Whole descriptions of the dialect, drawn."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from .operations import operation
from .schemas import Draw, Shelf
from .values import Json

_SCHEMES: dict[str, Json] = {
    "key": {"type": "http", "scheme": "bearer", "description": "A token."},
    "flow": {
        "type": "oauth2",
        "description": "Grants.",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "https://accounts.example/token",
                "scopes": {"read": "Read.", "write": "Write."},
            }
        },
    },
}


@st.composite
def descriptions(draw: Draw, most: int = 4) -> Json:
    """Draw a description of a few operations, as plain data.

    Its names may be refused; the rest is meant to be without findings.
    """
    shelf = Shelf(draw)
    shelf.stock()
    paths: dict[str, Json] = {}
    for number in range(draw(st.integers(1, most))):
        path, verb, said = operation(draw, shelf, number, "Things")
        paths[path] = {verb: said}
    whole: Json = {
        "openapi": "3.1.1",
        "info": {"title": "Things", "version": "1", "description": "A shop."},
        "servers": [{"url": "https://api.example/v1"}],
        "tags": [{"name": "Things", "description": "All of them."}],
        "paths": paths,
    }
    asked = json.dumps([*_securities(paths)])
    schemes = deepcopy(_SCHEMES)
    if '"read"' not in asked and '"write"' not in asked:
        schemes["flow"]["flows"]["clientCredentials"]["scopes"] = {}
    components = {
        "securitySchemes": _used(schemes, asked),
        "schemas": _reachable(paths, shelf.components),
    }
    components = {key: found for key, found in components.items() if found}
    return {**whole, "components": components} if components else whole


def _securities(paths: Json) -> Any:
    for item in paths.values():
        for said in item.values():
            yield said["security"]


def _used(schemes: Json, text: str) -> Json:
    return {name: each for name, each in schemes.items() if f'"{name}"' in text}


def _reachable(paths: Json, components: Json) -> Json:
    """Leave out what nothing refers to."""
    pending, seen = [json.dumps(paths)], set[str]()
    while pending:
        for name in re.findall(r"#/components/schemas/([^\"]+)", pending.pop()):
            if name not in seen:
                seen.add(name)
                pending.append(json.dumps(components[name]))
    return {name: each for name, each in components.items() if name in seen}
