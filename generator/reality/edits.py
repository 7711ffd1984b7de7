"""What to write into the description so that a departure is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.fit import NOTHING
from ..dialect.json_types import TYPES
from ..dialect.schema import Ref, Schema

if TYPE_CHECKING:
    from pathlib import PurePath

    from ..dialect.fit import Departure


def edit(departure: Departure, folder: PurePath) -> str:
    """Say how to make a departure true, in YAML where it is an edit.

    Args:
        departure: The departure.
        folder: The folder of the description, as it is to be named.
    """
    name = departure.place.name.rpartition(".")[2]
    demanded = departure.place.demanded
    taken = "" if demanded is None else f" `required` ({folder / str(demanded)})"
    if departure.got == NOTHING:
        return f"take `{name}` out of{taken}"
    match departure.kind:
        case "type" | "null" if departure.got == "null":
            return _nullable(departure) + (taken and f"; or take it out of{taken}")
        case "form":
            return "take its `format` out"
        case "tag":
            return "add the type to `discriminator.mapping`, with a schema of its own"
        case "untagged":
            return "describe it without `discriminator`, if it always comes so"
        case "new":
            return f"describe `{name}`: {{type: {departure.got}}}"
        case "value":
            return "add the value, or loosen what forbids it"
        case _:
            return _retyped(departure)


def _nullable(departure: Departure) -> str:
    schema = departure.place.schema
    if isinstance(schema, Schema) and schema.types:
        types = ", ".join(schema.types)
        enum = ", and null to `enum`" if schema.enum else ""
        return f'type: {types} -> type: [{types}, "null"]{enum}'
    whole = "{$ref: …}" if isinstance(schema, Ref) else "the members"
    return f'{whole} -> oneOf: [{whole}, {{type: "null"}}]'


def _retyped(departure: Departure) -> str:
    schema = departure.place.schema
    known = isinstance(schema, Schema) and len(schema.types) == 1
    if known and departure.got in TYPES - {"null"}:
        assert isinstance(schema, Schema)
        return f"type: {schema.types[0]} -> type: {departure.got}, if it is always so"
    return "describe what comes, if it always comes so"
