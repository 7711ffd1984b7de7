"""The types of JSON, in the words of JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .schema import Value

_CLASSES: dict[str, type | tuple[type, ...]] = {
    "null": type(None),
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "string": str,
    "array": list,
    "object": dict,
}
"""The narrower types stand first."""

TYPES = frozenset(_CLASSES)
NUMBERS = frozenset(("integer", "number"))
SIMPLE = NUMBERS | {"boolean", "string"}
"""The types of values without parts, but for null."""


def is_of_type(value: object, kind: str) -> bool:
    """Say whether a value is of a type."""
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return kind in _CLASSES and isinstance(value, _CLASSES[kind])


def type_of(value: Value) -> str:
    """Name the type of a value."""
    return next(kind for kind, known in _CLASSES.items() if isinstance(value, known))
