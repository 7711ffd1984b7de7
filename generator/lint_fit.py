"""Whether data fits a schema of the dialect, and where it does not.

Stricter than JSON Schema in one point: a property that is not described is a departure,
since in an example it is a slip of the pen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .document import Ref, Schema
from .lint_view import is_null

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Scalar, Value
    from .lint_view import View

Departure = tuple[str, str]
"""Where in the data (`/items/0: `, empty at the top), and what is wrong."""

_TYPES: dict[str, type | tuple[type, ...]] = {
    "null": type(None),
    "integer": int,
    "number": (int, float),
    "string": str,
    "array": list,
    "object": dict,
}
_FORMATS = {
    "date-time": re.compile(
        r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)"
    ),
    "partial-date": re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?"),
}


def is_of_type(value: object, kind: str) -> bool:
    """Say whether a value is of a type of JSON Schema."""
    if isinstance(value, bool):
        return kind == "boolean"
    return kind in _TYPES and isinstance(value, _TYPES[kind])


def departures(
    view: View, schema: Schema | Ref, value: Value, path: str = ""
) -> Iterator[Departure]:
    """List where `value` does not fit `schema`."""
    target = view.resolve(schema)
    where = f"{path}: " if path else ""
    if target.one_of:
        yield from _one_of(view, target, value, path)
        return
    types = target.types or ("object",)
    if not any(is_of_type(value, kind) for kind in types):
        yield where, f"{_shown(value)} is not of type {' or '.join(types)}"
        return
    match value:
        case list():
            yield from _list(view, target, value, path)
        case dict():
            yield from _object(view, target, value, path)
        case _:
            for reason in _plain(target, value):
                yield where, reason


def _shown(value: Value) -> str:
    match value:
        case None:
            return "null"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return f"`{value}`"


def _plain(schema: Schema, value: Scalar) -> Iterator[str]:
    if schema.enum and value not in schema.enum:
        yield f"{_shown(value)} is not in `enum`"
    if schema.const is not None and value != schema.const:
        yield f"{_shown(value)} is not `{schema.const}`"
    match value:
        case str():
            yield from _text(schema, value)
        case bool() | None:
            pass
        case _:
            yield from _number(schema, value)


def _text(schema: Schema, value: str) -> Iterator[str]:
    form = _FORMATS.get(schema.format or "")
    if form is not None and not form.fullmatch(value):
        yield f"`{value}` is no {schema.format}"
    if schema.min_length is not None and len(value) < schema.min_length:
        yield f"`{value}` is shorter than {schema.min_length}"
    if schema.max_length is not None and len(value) > schema.max_length:
        yield f"`{value}` is longer than {schema.max_length}"
    try:
        if schema.pattern is not None and not re.search(schema.pattern, value):
            yield f"`{value}` does not match `{schema.pattern}`"
    except (re.error, OverflowError, RecursionError):
        return


def _number(schema: Schema, value: float) -> Iterator[str]:
    if schema.minimum is not None and value < schema.minimum:
        yield f"{value} is less than {schema.minimum}"
    if schema.maximum is not None and value > schema.maximum:
        yield f"{value} is more than {schema.maximum}"


def _list(
    view: View, schema: Schema, value: list[Value], path: str
) -> Iterator[Departure]:
    where = f"{path}: " if path else ""
    if schema.min_items is not None and len(value) < schema.min_items:
        yield where, f"{len(value)} items are fewer than {schema.min_items}"
    if schema.max_items is not None and len(value) > schema.max_items:
        yield where, f"{len(value)} items are more than {schema.max_items}"
    if schema.items is not None:
        for index, item in enumerate(value):
            yield from departures(view, schema.items, item, f"{path}/{index}")


def _object(
    view: View, schema: Schema, value: dict[str, Value], path: str
) -> Iterator[Departure]:
    where = f"{path}: " if path else ""
    properties = view.properties(schema)
    for name in sorted(view.required(schema) - value.keys()):
        yield where, f"`{name}` is required and missing"
    for name, item in value.items():
        inner = f"{path}/{name}"
        if name in properties:
            yield from departures(view, properties[name].schema, item, inner)
        elif schema.additional_properties is not None:
            yield from departures(view, schema.additional_properties, item, inner)
        else:
            yield where, f"`{name}` is not described"


def _one_of(view: View, schema: Schema, value: Value, path: str) -> Iterator[Departure]:
    where = f"{path}: " if path else ""
    members = [item for item in schema.one_of if not is_null(item)]
    if value is None and len(members) < len(schema.one_of):
        return
    if schema.discriminator is not None:
        yield from _tagged(view, schema, value, path)
        return
    if len(members) == 1:
        yield from departures(view, members[0], value, path)
        return
    fitting = [item for item in members if not any(departures(view, item, value, path))]
    if len(fitting) != 1:
        yield where, f"{_shown(value)} fits {len(fitting)} members of `oneOf`, not one"


def _tagged(view: View, schema: Schema, value: Value, path: str) -> Iterator[Departure]:
    where = f"{path}: " if path else ""
    found = schema.discriminator
    if found is None or not isinstance(value, dict):
        yield where, f"{_shown(value)} is no object"
        return
    tag = value.get(found.property_name)
    for name, member in found.mapping:
        if name == tag:
            yield from departures(view, Ref(schema.at, member), value, path)
            return
    yield where, f"`{found.property_name}` is {_shown(tag)}, which is no tag"
