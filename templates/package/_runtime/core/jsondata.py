"""The types of plain JSON data: what they are called, and guards for type checkers."""

from __future__ import annotations

from typing import Any, TypeGuard

TYPE_WORDS: dict[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
"""What JSON Schema calls the values of each type of Python."""


def type_word(data: Any) -> str:
    """Name the type of a value, in the words of JSON Schema.

    Args:
        data: Plain JSON data.
    """
    return TYPE_WORDS[type(data)]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether `value` is a JSON object.

    Args:
        value: Plain JSON data.
    """
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Say whether `value` is a JSON array.

    Args:
        value: Plain JSON data.
    """
    return isinstance(value, list)
