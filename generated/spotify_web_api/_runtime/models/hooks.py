"""What msgspec is told of the types it does not know."""

from __future__ import annotations

from typing import Any

from .partial_date import PartialDate


def dec_hook(type_: type[Any], value: Any) -> Any:
    """Read a value of a type msgspec does not know.

    Args:
        type_: The type of the value, a `PartialDate`.
        value: Plain JSON data.

    Raises:
        ValueError: If it is no such value.
    """
    if type_ is PartialDate and isinstance(value, str):
        return PartialDate.parse(value)
    raise ValueError(f"Expected `str`, got `{type(value).__name__}`")
