"""Nothing a description says is more than a finding."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.support.shared import shared_file

from .sample import SAMPLE, expand, judge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


_DATA: Any = yaml.safe_load(expand(SAMPLE))

_SINKS = {
    "operation-id": ("paths", "/regions", "get", "operationId"),
    "schema-name": ("components", "schemas", "Shelf"),
    "argument-name": ("components", "parameters", "region", "name"),
    "property-name": ("components", "schemas", "Book", "properties", "words"),
}


def _places(
    value: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    parts: Any = ()
    kind = type(value).__name__
    if kind in ("dict", "list"):
        parts = value.items() if kind == "dict" else enumerate(value)
    for key, item in parts:
        yield from _places(item, (*path, key))


_PLACES = tuple(_places(_DATA))
_SHAPES: list[Any] = [[], {}, [[]], [{}], {"a": []}, {"$ref": "#/x"}]
_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    st.text(max_size=5),
    st.sampled_from(["/", "#/components/schemas/Book", "array", "object", "null"]),
    st.sampled_from(_SHAPES),
    st.sampled_from(_PLACES).map(lambda path: _get(_DATA, path)),
)


def _get(data: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


def _judged(folder: Path, data: Any) -> set[str]:
    return {item.rule for item in judge(folder, json.dumps(data), house=True)}


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(_PLACES), _VALUES | st.just(...)),
        min_size=1,
        max_size=3,
    )
)
def test_no_change_of_a_description_is_more_than_a_finding(
    tmp_path: Path, changes: list[tuple[tuple[str | int, ...], Any]]
) -> None:
    data = deepcopy(_DATA)
    for path, value in changes:
        try:
            owner = _get(data, path[:-1])
            if value is ...:
                del owner[path[-1]]
            else:
                owner[path[-1]] = deepcopy(value)
        except (KeyError, IndexError, TypeError):
            continue
    _judged(tmp_path, data)


def _renamed(name: str) -> Any:
    """Give a name to whatever has one, and to what speaks of it."""
    data = deepcopy(_DATA)
    for path in _SINKS.values():
        owner = _get(data, path[:-1])
        if isinstance(owner[path[-1]], str):
            owner[path[-1]] = name
        else:
            owner[name] = owner.pop(path[-1])
    pointer = quote(
        name.replace("~", "~0").replace("/", "~1"), safe="", errors="replace"
    )
    return json.loads(json.dumps(data).replace("schemas/Shelf", f"schemas/{pointer}"))


def test_hostile_names_are_refused_or_plain(tmp_path: Path) -> None:
    """What goes over the wire may have any name; what becomes a name may not."""
    vectors = json.loads(
        shared_file("vectors/hostile_spec_strings.json").read_text("utf-8")
    )
    for name in (*vectors["names"], *vectors["payloads"]):
        found = _judged(tmp_path, _renamed(name))
        plain = name.isascii() and name.replace("_", "a").isalnum()
        refused = {"operation-id", "schema-name"} <= found or found == {"yaml-syntax"}
        assert refused or plain, (name, found)


def test_hostile_texts_that_do_not_show_are_refused(tmp_path: Path) -> None:
    vectors = json.loads(
        shared_file("vectors/hostile_spec_strings.json").read_text("utf-8")
    )
    for text in vectors["payloads"]:
        data = deepcopy(_DATA)
        data["info"]["description"] = f"a{text}."
        found = _judged(tmp_path, data)
        shows = all(character.isprintable() or character == "\n" for character in text)
        assert found == (set() if shows else found - {"full-stop"}), text
        assert bool(found) != shows, text
