"""Whether a value keeps to what its schema says beyond its type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..findings import cut
from .ecma import in_python

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .schema import Scalar, Schema, Value
    from .schemas import Schemas

_MAX_SHOWN = 100
"""Characters of a value that are told."""


def shown(value: Value) -> str:
    """Show a value in a message."""
    match value:
        case None:
            return "null"
        case list():
            return "a list"
        case dict():
            return "an object"
        case str():
            return f"`{cut(value, _MAX_SHOWN)}`"
        case _:
            return f"`{value}`"


def bounds(schemas: Schemas, schema: Schema, value: Scalar) -> Iterator[str]:
    """Say of a value of the right type what else of its schema it breaks."""
    if schema.enum and value not in schemas.enum(schema):
        yield f"{shown(value)} is not in `enum`"
    if schema.const is not None and value != schema.const:
        yield f"{shown(value)} is not `{schema.const}`"
    match value:
        case str():
            yield from _text(schema, value)
        case bool() | None:
            pass
        case _:
            yield from _number(schema, value)


def _text(schema: Schema, value: str) -> Iterator[str]:
    if schema.min_length is not None and len(value) < schema.min_length:
        yield f"{shown(value)} is shorter than {schema.min_length}"
    if schema.max_length is not None and len(value) > schema.max_length:
        yield f"{shown(value)} is longer than {schema.max_length}"
    if schema.pattern is not None and not re.search(in_python(schema.pattern), value):
        yield f"{shown(value)} does not match {shown(schema.pattern)}"


def _number(schema: Schema, value: float) -> Iterator[str]:
    if schema.minimum is not None and value < schema.minimum:
        yield f"{value} is less than {schema.minimum}"
    if schema.maximum is not None and value > schema.maximum:
        yield f"{value} is more than {schema.maximum}"
