"""Schemas to types: what a value of each schema is in Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import ir
from ..dialect.schema import Ref, Schema
from ..ir.needs import is_class

if TYPE_CHECKING:
    from ..dialect.document import Document
    from ..dialect.schema import NamedSchema, Property

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


@dataclass(frozen=True, slots=True)
class Schemas:
    """The named schemas of a document, by name."""

    by_name: dict[str, NamedSchema]

    @classmethod
    def of(cls, document: Document) -> Schemas:
        """Index the named schemas of `document`."""
        return cls({named.name: named for named in document.schemas})

    def resolve(self, schema: Schema | Ref) -> Schema:
        """Follow a reference, if it is one."""
        return self.by_name[schema.name].schema if isinstance(schema, Ref) else schema

    def properties(self, schema: Schema) -> dict[str, Property]:
        """Collect the properties of an object; later ones win over those of `allOf`."""
        collected: dict[str, Property] = {}
        for part in schema.all_of:
            collected |= self.properties(self.resolve(part))
        return collected | {item.name: item for item in schema.properties}

    def required(self, schema: Schema) -> frozenset[str]:
        """Collect the names of the properties that are always there."""
        inherited = (self.required(self.resolve(part)) for part in schema.all_of)
        return frozenset(schema.required).union(*inherited)

    def is_object(self, schema: Schema) -> bool:
        """Say whether a schema has properties, of its own or by `allOf`."""
        return bool(schema.all_of or schema.properties)

    def at(self, schema: Schema | Ref, pointer: str) -> Schema | Ref:
        """Find the schema of what lies at a JSON pointer of an instance."""
        for token in pointer.split("/")[1:]:
            owner = self.resolve(self._bare(schema))
            if token.isdigit() and owner.items is not None:
                schema = owner.items
            else:
                name = token.replace("~1", "/").replace("~0", "~")
                schema = self.properties(owner)[name].schema
        return schema

    def _bare(self, schema: Schema | Ref) -> Schema | Ref:
        """Take `… or null` off a schema."""
        if isinstance(schema, Schema) and len(schema.one_of) == 2:
            members = [item for item in schema.one_of if not _is_null(item)]
            return members[0] if len(members) == 1 else schema
        return schema

    def result_of(self, schema: Schema | Ref) -> ir.Type:
        """Give the type of a result, for which known values are but text or numbers."""
        kind = self.type_of(schema)
        if isinstance(kind, ir.Named) and not kind.is_class:
            aliased = self.result_of(self.resolve(schema))
            return kind if isinstance(aliased, ir.Union | ir.Nullable) else aliased
        if isinstance(kind, ir.Nullable) and isinstance(kind.inner, ir.Choice):
            return ir.Nullable(_base(kind.inner))
        return _base(kind) if isinstance(kind, ir.Choice) else kind

    def type_of(self, schema: Schema | Ref) -> ir.Type:
        """Give the type of any schema in its place."""
        if isinstance(schema, Ref):
            target = self.resolve(schema)
            model = self.is_object(target)
            return ir.Named(schema.name, model or is_class(self.type_of(target)))
        if schema.one_of:
            return self._one_of(schema)
        kinds = tuple(kind for kind in schema.types if kind != "null")
        inner = self._plain(schema, kinds[0] if kinds else "object")
        return ir.Nullable(inner) if "null" in schema.types else inner

    def _one_of(self, schema: Schema) -> ir.Type:
        nullable = any(_is_null(member) for member in schema.one_of)
        members = [member for member in schema.one_of if not _is_null(member)]
        if schema.discriminator is not None:
            names = (member.name for member in members if isinstance(member, Ref))
            inner: ir.Type = ir.Union(tuple(names))
        else:
            inner = self.type_of(members[0])
        return ir.Nullable(inner) if nullable else inner

    def _plain(self, schema: Schema, kind: str) -> ir.Type:
        if kind == "array" and schema.items is not None:
            return ir.ListOf(self.type_of(schema.items))
        if kind == "object" and schema.additional_properties is not None:
            return ir.MapOf(self.type_of(schema.additional_properties))
        known = schema.enum if schema.const is None else (schema.const,)
        if known:
            values = (item for item in known if isinstance(item, str | int))
            return ir.Choice(tuple(values))
        if kind == "string" and schema.content_encoding == "base64":
            return ir.Primitive("bytes")
        if kind == "string" and schema.format in _FORMATS:
            return ir.Primitive(_FORMATS[schema.format])
        return ir.Primitive(_PRIMITIVES[kind])


def _base(choice: ir.Choice) -> ir.Primitive:
    numbers = all(isinstance(value, int) for value in choice.values)
    return ir.Primitive("int" if numbers else "str")


def _is_null(member: Schema | Ref) -> bool:
    return isinstance(member, Schema) and member.types == ("null",)


def nullable(kind: ir.Type) -> ir.Type:
    """Let a type be `None` as well."""
    return kind if isinstance(kind, ir.Nullable) else ir.Nullable(kind)
