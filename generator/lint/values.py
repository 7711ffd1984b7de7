"""Rules about what schemas say of values: constants, bounds, patterns, names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..dialect.json_types import is_of_type
from ..dialect.schema import Ref, Schema
from ..dialect.texts import text_parts
from .repeated import repeated
from .rules import rule
from .told import first_departures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .rules import Issue
    from .view import View

_FORMATS = {"date-time": "string", "partial-date": "string", "int64": "integer"}
"""The formats that are known, and the type each is of."""
_WIDEST = 1 << 63
"""What numbers of 64 bits stay below."""


def _schemas(view: View) -> Iterator[Schema]:
    for spot in view.spots:
        if isinstance(spot.schema, Schema):
            yield spot.schema


@rule("alone")
def enum_values(view: View) -> Iterator[Issue]:
    """`enum` lists texts or whole numbers of the schema's type, each once.

    One word in two cases counts as twice: in other languages it has one name.

    Where the type allows null, `enum` has to list it, or null is not allowed after all.
    """
    for schema in _schemas(view):
        if not schema.enum:
            continue
        kinds = set(schema.types) - {"null"}
        if not kinds <= {"string", "integer"}:
            message = "`enum` on what is neither text nor a whole number"
            yield schema.at, message, "Take it out, or mend `type`."
        for value in schema.enum:
            if not any(is_of_type(value, kind) for kind in schema.types):
                message = f"`{_shown(value)}` in `enum` is not of the schema's type"
                yield schema.at, message, "Mend the value, quote it, or mend `type`."
        for value, other in _in_two_cases(schema):
            message = f"`enum` has `{value}` and `{other}`, one word in two cases"
            remedy = "Keep the one that is sent; the `description` may name the other."
            yield schema.at, message, remedy
        for value, count in Counter(schema.enum).items():
            if count > 1:
                message = f"`{_shown(value)}` stands twice in `enum`"
                yield schema.at, message, "Take one out."
        if "null" in schema.types and None not in schema.enum:
            message = "the type allows null and `enum` does not"
            yield schema.at, message, "Add `null` to `enum`, without quotes."


def _shown(value: object) -> str:
    return "null" if value is None else str(value)


@rule("alone")
def const_value(view: View) -> Iterator[Issue]:
    """`const` is of the schema's type, never null, and has no `enum` beside it."""
    for schema in _schemas(view):
        if schema.const is None:
            continue
        if not any(is_of_type(schema.const, kind) for kind in schema.types):
            message = f"the const `{schema.const}` is not of the schema's type"
            yield schema.at, message, "Mend the value, quote it, or mend `type`."
        if schema.enum:
            yield schema.at, "`const` and `enum` beside each other", "Keep one."
        if "null" in schema.types:
            message = "the type allows null and `const` does not"
            yield schema.at, message, "Take null out of `type`, or use `enum`."


@rule("alone")
def number_width(view: View) -> Iterator[Issue]:
    """No whole number that is known has more than 64 bits: many parsers round it."""
    for schema in _schemas(view):
        for value in (*schema.enum, schema.const):
            whole = isinstance(value, int) or "integer" in schema.types
            if not whole or not isinstance(value, int | float):
                continue
            if not -_WIDEST <= value < _WIDEST:
                message = f"`{value}` has more than 64 bits, which not every parser has"
                remedy = "Take `enum` or `const` out; the `description` may name it."
                yield schema.at, message, remedy


@rule("linked")
def known_value(view: View) -> Iterator[Issue]:
    """Let bounds and patterns allow what `enum` and `const` beside them name."""
    for schema in _schemas(view):
        for value in (*schema.enum, schema.const):
            if any(is_of_type(value, kind) for kind in {*schema.types} - {"null"}):
                for told in first_departures(view, schema, value):
                    message = f"`{_shown(value)}` does not fit beside it{told}"
                    yield schema.at, message, "Take it out, or mend what is beside it."


@rule("linked")
def default_value(view: View) -> Iterator[Issue]:
    """`default` fits the schema it stands in."""
    for schema in _schemas(view):
        if schema.default is not None:
            for told in first_departures(view, schema, schema.default):
                message = f"the default does not fit{told}"
                yield schema.at, message, "Mend the default or the schema."


@rule("linked")
def required_names(view: View) -> Iterator[Issue]:
    """Every name in `required` is a property that is described, once."""
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref):
            continue
        for name in repeated(schema.required):
            yield schema.at, f"`{name}` stands twice in `required`", "Take one out."
        if spot.role == "all_of":
            continue
        properties = view.properties(schema)
        for name, at in view.demanded(schema).items():
            if name not in properties:
                message = f"`required` names `{name}`, which is no property"
                yield at, message, f"Describe `{name}`, or do not require it."


@rule("alone")
def bounds(view: View) -> Iterator[Issue]:
    """No lower bound is above the upper one."""
    for schema in _schemas(view):
        for low, high, what in (
            (schema.minimum, schema.maximum, "minimum"),
            (schema.min_length, schema.max_length, "minLength"),
            (schema.min_items, schema.max_items, "minItems"),
        ):
            if low is not None and high is not None and low > high:
                message = f"`{what}` is {low}, and the largest allowed is {high}"
                yield schema.at, message, "Mend one of the two."


@rule("alone")
def unmatched_pattern(view: View) -> Iterator[Issue]:
    """Every pattern matches some text that is found, as the service for tests needs."""
    for schema in _schemas(view):
        if schema.pattern is None:
            continue
        if text_parts(schema.pattern, schema.min_length) is None:
            message = f"no text is found that the pattern `{schema.pattern}` matches"
            remedy = "Mend it or `minLength`, or say it in the `description` instead."
            yield schema.at, message, remedy


def _in_two_cases(schema: Schema) -> Iterator[tuple[str, str]]:
    """Pair texts of `enum` that differ in case only."""
    first: dict[str, str] = {}
    for value in schema.enum:
        if isinstance(value, str):
            before = first.setdefault(value.casefold(), value)
            if before != value:
                yield before, value


@rule("alone")
def known_format(view: View) -> Iterator[Issue]:
    """`format` is `date-time`, `partial-date` or `int64`, and of the type of it.

    Integers have 64 bits with and without `int64`; it is for tools that take 32 for
    granted.
    """
    for schema in _schemas(view):
        if schema.format is None:
            continue
        kind = _FORMATS.get(schema.format)
        if kind is None:
            message = f"the format `{schema.format}` is not supported"
            yield schema.at, message, "Take `format` out; say it in the description."
        elif kind not in schema.types:
            message = f"the format `{schema.format}` is one of `type: {kind}`"
            yield schema.at, message, f"Write `type: {kind}`, or take `format` out."
