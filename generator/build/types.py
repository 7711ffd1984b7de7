"""Schemas to types: what a value of each schema is in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import ir
from ..dialect.schema import Ref, Schema
from ..dialect.schemas import is_null
from ..ir.needs import bare_type, is_class

if TYPE_CHECKING:
    from ..dialect.schemas import Schemas

_PRIMITIVES: dict[str, ir.PrimitiveName] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "object": "Any",
}
_FORMATS: dict[str, ir.PrimitiveName] = {
    "date-time": "datetime",
    "partial-date": "PartialDate",
}


def result_of(schemas: Schemas, schema: Schema | Ref) -> ir.Type:
    """Give the type of a result, for which known values are but text or numbers."""
    kind = type_of(schemas, schema)
    if isinstance(kind, ir.Named) and not kind.is_class:
        aliased = result_of(schemas, schemas.resolve(schema))
        return kind if isinstance(aliased, ir.Union | ir.Nullable) else aliased
    if isinstance(kind, ir.Nullable) and isinstance(kind.inner, ir.Choice):
        return ir.Nullable(ir.Primitive(kind.inner.base))
    return ir.Primitive(kind.base) if isinstance(kind, ir.Choice) else kind


def argument_of(schemas: Schemas, schema: Schema | Ref) -> ir.Type:
    """Give the type of an argument: only models and unions keep their names."""
    return _unnamed(schemas, type_of(schemas, schema))


def _unnamed(schemas: Schemas, kind: ir.Type) -> ir.Type:
    match kind:
        case ir.Named(name) if not schemas.is_object(schemas.by_name[name].schema):
            aliased = _unnamed(schemas, type_of(schemas, schemas.by_name[name].schema))
            return kind if isinstance(bare_type(aliased), ir.Union) else aliased
        case ir.ListOf(item):
            return ir.ListOf(_unnamed(schemas, item))
        case ir.MapOf(value):
            return ir.MapOf(_unnamed(schemas, value))
        case ir.Nullable(inner):
            return nullable(_unnamed(schemas, inner))
        case _:
            return kind


def type_of(schemas: Schemas, schema: Schema | Ref) -> ir.Type:
    """Give the type of any schema in its place."""
    if isinstance(schema, Ref):
        target = schemas.resolve(schema)
        model = schemas.is_object(target)
        return ir.Named(schema.name, model or is_class(type_of(schemas, target)))
    if schema.one_of:
        return _one_of(schemas, schema)
    kinds = tuple(kind for kind in schema.types if kind != "null")
    inner = _plain(schemas, schema, kinds[0] if kinds else "object")
    return ir.Nullable(inner) if "null" in schema.types else inner


def _one_of(schemas: Schemas, schema: Schema) -> ir.Type:
    nullable = any(is_null(member) for member in schema.one_of)
    members = [member for member in schema.one_of if not is_null(member)]
    if schema.discriminator is not None:
        names = (member.name for member in members if isinstance(member, Ref))
        inner: ir.Type = ir.Union(tuple(names))
    else:
        inner = type_of(schemas, members[0])
    return ir.Nullable(inner) if nullable else inner


def _plain(schemas: Schemas, schema: Schema, kind: str) -> ir.Type:
    if kind == "array" and schema.items is not None:
        return ir.ListOf(type_of(schemas, schema.items))
    if kind == "object" and schema.additional_properties is not None:
        return ir.MapOf(type_of(schemas, schema.additional_properties))
    if schema.enum or schema.const is not None:
        return _choice(schema, kind)
    if kind == "string" and schema.content_encoding == "base64":
        return ir.Primitive("bytes")
    if kind == "string" and schema.format in _FORMATS:
        return ir.Primitive(_FORMATS[schema.format])
    return ir.Primitive(_PRIMITIVES[kind])


def part(schemas: Schemas, schema: Schema | Ref, pointer: str) -> Schema | Ref:
    """Give the schema of what lies at a JSON pointer, which a rule has found there."""
    target = schemas.at(schema, pointer)
    assert target is not None, pointer
    return target


def _choice(schema: Schema, kind: str) -> ir.Choice:
    known = schema.enum if schema.const is None else (schema.const,)
    values = (item for item in known if item is not None)
    match kind:
        case "string":
            return ir.Choice(tuple(map(str, values)), "str")
        case "integer":
            return ir.Choice(tuple(map(int, values)), "int")
        case "number":
            return ir.Choice(tuple(map(float, values)), "float")
        case _:
            return ir.Choice(tuple(map(bool, values)), "bool")


def nullable(kind: ir.Type) -> ir.Type:
    """Let a type be `None` as well."""
    return kind if isinstance(kind, ir.Nullable) else ir.Nullable(kind)
