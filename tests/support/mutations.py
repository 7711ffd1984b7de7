"""What servers do to responses: drop, null, retype, wrap and extend parts of them."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5)
    # Infinity has no spelling in JSON.
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=4) | st.sampled_from(["type", "id"]), inner),
    max_leaves=5,
)

Place = tuple[Any, ...]
"""The keys and indexes that lead to a part of JSON data."""


def places(data: Any, path: Place = ()) -> list[Place]:
    """List every part of JSON data but the whole."""
    keys = data if isinstance(data, dict) else range(len(data))
    found: list[Place] = []
    for key in keys:
        found.append((*path, key))
        if isinstance(data[key], dict | list):
            found += places(data[key], (*path, key))
    return found


def mutations(data: Any) -> st.SearchStrategy[tuple[str, Place, Any]]:
    """Draw a change, a part of `data`, and data that may take its place."""
    kinds = ["drop", "null", "retype", "wrap", "wrap in object", "extend"]
    return st.tuples(st.sampled_from(kinds), st.sampled_from(places(data)), JSON)


def mutated(data: Any, *changes: tuple[str, Place, Any]) -> Any:
    """Return a copy with the changes; one whose place is gone changes nothing."""
    data = copy.deepcopy(data)
    for change in changes:
        _mutate(data, *change)
    return data


def _mutate(data: Any, change: str, path: Place, other: Any) -> None:
    inner = data
    try:
        for key in path[:-1]:
            inner = inner[key]
        old = inner[path[-1]]
    except (KeyError, IndexError, TypeError):
        return
    if change == "drop":
        del inner[path[-1]]
    elif change == "extend" and isinstance(old, dict):
        old["new property"] = other
    elif change == "extend" and isinstance(old, list):
        old.append(other)
    else:
        new = {"wrap": [old], "wrap in object": {"in": old}, "retype": other}
        inner[path[-1]] = new.get(change)
