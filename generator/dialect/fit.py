"""Whether data fits a schema of the dialect, and where it does not.

Stricter than JSON Schema in one point: a property that is not described is a departure,
since in an example it is a slip of the pen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from .bounds import bounds, shown
from .json_types import is_of_type, type_of
from .schema import Ref, Schema
from .schemas import is_null

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Location
    from .schema import Property, Scalar, Value
    from .schemas import Schemas

DepartureKind = Literal[
    "type", "missing", "form", "tag", "untagged", "value", "new", "null"
]
"""What is wrong: the type; a property that is absent; the form of a date; the tag of a
union, or that there is none; a value out of its bounds; a property that is not
described; a null for absence or the other way round, which are the same to a client."""

NOTHING = "nothing"

_FORMATS = {
    "date-time": re.compile(
        r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)"
    ),
    "partial-date": re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in data and the schema for it.

    `pointer` is the place with its indexes (`/items/0`), `path` is without what is data
    (`$.items[*]`). `name` tells the schema (`Album.label`), which stands at `at`;
    `demanded` is where the property is required, if it is one and is; `nullable` says
    that null would do, too.
    """

    schema: Schema | Ref
    at: Location
    name: str
    pointer: str = ""
    path: str = "$"
    is_property: bool = False
    demanded: Location | None = None
    nullable: bool = False

    @property
    def parent(self) -> str:
        """The pointer of the object it is a property of."""
        return self.pointer.rpartition("/")[0]

    @property
    def key(self) -> str:
        """Its name there."""
        return self.pointer.rpartition("/")[2]

    @property
    def optional(self) -> bool:
        """Whether it is a property that may be absent."""
        return self.is_property and self.demanded is None


@dataclass(frozen=True, slots=True)
class Departure:
    """Data that does not fit.

    `expected` and `got` are types in the words of JSON Schema, `reason` says it with
    the value.
    """

    kind: DepartureKind
    place: Place
    expected: str
    got: str
    reason: str

    def __str__(self) -> str:
        # What an object lacks or has too much of is told of the object.
        pointer = self.place.pointer
        if NOTHING in {self.expected, self.got}:
            pointer = pointer.rpartition("/")[0]
        return f"{pointer}: {self.reason}" if pointer else self.reason


def departures(
    schemas: Schemas, schema: Schema | Ref, value: Value
) -> Iterator[Departure]:
    """List where `value` does not fit `schema`."""
    name = schema.name if isinstance(schema, Ref) else ""
    yield from _departures(schemas, Place(schema, schema.at, name), value)


def _departures(schemas: Schemas, place: Place, value: Value) -> Iterator[Departure]:
    target = schemas.resolve(place.schema)
    if target.one_of:
        yield from _one_of(schemas, target, place, value)
        return
    types = target.types or ("object",)
    if not any(is_of_type(value, kind) for kind in types):
        yield _mistyped(schemas, place, value, " or ".join(types))
        return
    match value:
        case list():
            yield from _list(schemas, target, place, value)
        case dict():
            yield from _object(schemas, target, place, value)
        case _:
            yield from _plain(schemas, target, place, value)


def _mistyped(schemas: Schemas, place: Place, value: Value, types: str) -> Departure:
    reason = f"{shown(value)} is not of type {types}"
    if value is None and place.optional:
        # It may be absent, which is not the same as null.
        wanted = expected(schemas, replace(place, demanded=place.at))
        return Departure("null", place, f"{wanted} or {NOTHING}", "null", reason)
    return Departure("type", place, expected(schemas, place), type_of(value), reason)


def expected(schemas: Schemas, place: Place) -> str:
    """Say what should be at a place, in the words of JSON Schema."""
    target = schemas.resolve(place.schema)
    members = [item for item in target.one_of if not is_null(item)]
    if target.discriminator is not None:
        tags = " or ".join(tag for tag, _ in target.discriminator.mapping)
        parts = [f"object of type {tags}"]
    elif members:
        parts = [expected(schemas, Place(members[0], place.at, ""))]
    else:
        parts = [_word(target, kind) for kind in target.types or ("object",)]
    nullable = place.optional or place.nullable or len(members) < len(target.one_of)
    return " or ".join(dict.fromkeys([*parts, *(["null"] if nullable else [])]))


def _word(schema: Schema, kind: str) -> str:
    known = kind == "string" and schema.format in _FORMATS
    return schema.format if known and schema.format is not None else kind


def _plain(
    schemas: Schemas, schema: Schema, place: Place, value: Scalar
) -> Iterator[Departure]:
    got = type_of(value)
    form = _FORMATS.get(schema.format or "")
    if form is not None and isinstance(value, str) and not form.fullmatch(value):
        reason = f"{shown(value)} is no {schema.format}"
        yield Departure("form", place, expected(schemas, place), got, reason)
    for reason in bounds(schemas, schema, value):
        yield Departure("value", place, got, got, reason)


def _list(
    schemas: Schemas, schema: Schema, place: Place, value: list[Value]
) -> Iterator[Departure]:
    count = len(value)
    if schema.min_items is not None and count < schema.min_items:
        reason = f"{count} items are fewer than {schema.min_items}"
        yield Departure("value", place, "array", "array", reason)
    if schema.max_items is not None and count > schema.max_items:
        reason = f"{count} items are more than {schema.max_items}"
        yield Departure("value", place, "array", "array", reason)
    items = schema.items
    for index, item in enumerate(value if items is not None else ()):
        assert items is not None
        pointer, path = f"{place.pointer}/{index}", f"{place.path}[*]"
        inner = Place(items, items.at, f"{place.name}[]", pointer, path)
        yield from _departures(schemas, inner, item)


def _object(
    schemas: Schemas, schema: Schema, place: Place, value: dict[str, Value]
) -> Iterator[Departure]:
    properties = schemas.properties(schema)
    demanded = schemas.demanded(schema)
    for name in (each for each in demanded if each not in value):
        found = _below(place, name, properties.get(name) or schema, demanded)
        reason, type_ = f"`{name}` is required and missing", expected(schemas, found)
        kind: DepartureKind = "null" if type_.endswith("null") else "missing"
        yield Departure(kind, found, type_, NOTHING, reason)
    values = schema.additional_properties
    for name, item in value.items():
        if name in properties:
            found = _below(place, name, properties[name], demanded)
            yield from _departures(schemas, found, item)
        elif values is not None:
            pointer, path = f"{place.pointer}/{name}", f"{place.path}.*"
            found = Place(values, values.at, f"{place.name}{{}}", pointer, path)
            yield from _departures(schemas, found, item)
        else:
            found = _below(place, name, schema, demanded)
            reason = f"`{name}` is not described"
            yield Departure("new", found, NOTHING, type_of(item), reason)


def _below(
    place: Place, name: str, item: Property | Schema, demanded: dict[str, Location]
) -> Place:
    """Go to a property, or to where it would have to be described."""
    owner = place.schema.name if isinstance(place.schema, Ref) else place.name
    return Place(
        schema=item if isinstance(item, Schema) else item.schema,
        at=item.at,
        name=f"{owner}.{name}" if owner else name,
        pointer=f"{place.pointer}/{name}",
        path=f"{place.path}.{name}",
        is_property=True,
        demanded=demanded.get(name),
    )


def _one_of(
    schemas: Schemas, schema: Schema, place: Place, value: Value
) -> Iterator[Departure]:
    members = [item for item in schema.one_of if not is_null(item)]
    if value is None and len(members) < len(schema.one_of):
        return
    if schema.discriminator is not None:
        yield from _tagged(schemas, schema, place, value)
        return
    if value is None and place.optional:
        yield _mistyped(schemas, place, value, expected(schemas, place))
        return
    nullable = len(members) < len(schema.one_of)
    places = [replace(place, schema=item, nullable=nullable) for item in members]
    tried = [[*_departures(schemas, each, value)] for each in places]
    fitting = sum(not found for found in tried)
    if fitting > 1 and not schema.any_of:
        reason = f"{shown(value)} fits {fitting} members of `oneOf`, not one"
        yield Departure("value", place, "", type_of(value), reason)
    elif not fitting:
        yield from min(tried, key=len)


def _tagged(
    schemas: Schemas, schema: Schema, place: Place, value: Value
) -> Iterator[Departure]:
    found = schema.discriminator
    if found is None or not isinstance(value, dict):
        yield _mistyped(schemas, place, value, "object")
        return
    tag = value.get(found.property_name)
    for name, member in found.mapping:
        if name == tag:
            ref = Ref(schema.at, member)
            yield from _departures(schemas, replace(place, schema=ref), value)
            return
    got = f"object of {'another' if isinstance(tag, str) else 'no'} type"
    reason = f"`{found.property_name}` is {shown(tag)}, which is no tag"
    kind: DepartureKind = "tag" if found.property_name in value else "untagged"
    yield Departure(kind, place, expected(schemas, place), got, reason)
