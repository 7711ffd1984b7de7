"""The shapes of plain JSON data, for type checkers too."""

from __future__ import annotations

from typing import Any, TypeGuard


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
