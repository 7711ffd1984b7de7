"""What generated models are made of."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec

from ..core.jsondata import is_array, is_object
from ..errors import InvalidArgumentError
from .partial_date import PartialDate, parsed

__all__ = [
    "UNKNOWN_TAG",
    "Model",
    "PartialDate",
    "Timestamp",
    "UnknownItem",
    "to_dict",
]

UNKNOWN_TAG = "$unknown"
"""The tag that stands in for one no model has; no API uses it."""

Timestamp = Annotated[datetime, msgspec.Meta(tz=True)]
"""A point in time; always with its offset from UTC."""


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all models: immutable, compared by value."""


class UnknownItem(Model, frozen=True, kw_only=True, tag_field="type", tag=UNKNOWN_TAG):
    """A member of a union that is of no kind this client knows.

    Attributes:
        data: The JSON object as it came.
    """

    data: dict[str, Any]

    @property
    def type(self) -> str:
        """The kind the object names; `""` if it names none."""
        kind = self.data.get("type")
        return kind if isinstance(kind, str) else ""


def to_dict(value: object) -> Any:
    """Return JSON-ready data: dicts, lists, strings, numbers, booleans and `None`.

    Fields have their names on the wire. Absent ones are `None`; timestamps and
    partial dates are strings; an `UnknownItem` is the object it was made from.

    Args:
        value: A model, a page, or a list or dict of these.

    Raises:
        InvalidArgumentError: If it holds something else.
    """
    try:
        return _known(msgspec.to_builtins(value, enc_hook=encode))
    except (NotImplementedError, TypeError, ValueError) as error:
        wanted = "expected models, pages, or lists and dicts of these"
        raise InvalidArgumentError(f"to_dict: {wanted}: {error}") from None
    except RecursionError:
        message = "to_dict: what it was given is nested too deeply"
        raise InvalidArgumentError(message) from None


def decode(type_: type[Any], value: Any) -> Any:
    """Read a value of a type msgspec does not know.

    Args:
        type_: The type of the value, a `PartialDate`.
        value: Plain JSON data.

    Raises:
        ValueError: If it is no such value.
    """
    if type_ is PartialDate and isinstance(value, str):
        return parsed(value)
    raise ValueError(f"Expected `str`, got `{type(value).__name__}`")


def encode(value: object) -> object:
    """Return what msgspec writes for a value it does not know.

    Args:
        value: A `PartialDate`.

    Raises:
        NotImplementedError: If it is anything else.
    """
    if isinstance(value, PartialDate):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} has no JSON form")


def _known(value: Any) -> Any:
    if is_array(value):
        return [_known(each) for each in value]
    if not is_object(value):
        return value
    if value.get("type") == UNKNOWN_TAG:
        return value["data"]
    return {key: _known(each) for key, each in value.items()}
