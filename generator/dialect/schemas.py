"""The named schemas of a document: references followed, objects composed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .pointers import tokens
from .schema import Schema

if TYPE_CHECKING:
    from ..findings import Location
    from .document import Document
    from .schema import Group, IdForms, NamedSchema, Property, Ref, Reference, Scalar


def is_null(schema: Schema | Ref) -> bool:
    """Say whether a schema is `type: "null"`."""
    return isinstance(schema, Schema) and schema.types == ("null",)


def bare(schema: Schema | Ref) -> Schema | Ref:
    """Take `… or null` off a schema."""
    if isinstance(schema, Schema) and len(schema.one_of) == 2:
        members = [item for item in schema.one_of if not is_null(item)]
        return members[0] if len(members) == 1 else schema
    return schema


@dataclass(slots=True, kw_only=True)
class Schemas:
    """Schemas by name, and what lies behind references and compositions.

    Nothing here fails in a description that is broken: what is not there is empty.
    """

    by_name: dict[str, NamedSchema]
    kinds: dict[str, IdForms] = field(default_factory=dict[str, "IdForms"])
    """The kinds of things that arguments may name."""
    _properties: dict[int, dict[str, Property]] = field(
        default_factory=dict[int, "dict[str, Property]"]
    )
    _groups: dict[int, tuple[Group, ...]] = field(
        default_factory=dict[int, "tuple[Group, ...]"]
    )
    _demanded: dict[int, dict[str, Location]] = field(
        default_factory=dict[int, "dict[str, Location]"]
    )
    _enums: dict[int, frozenset[Scalar]] = field(
        default_factory=dict[int, "frozenset[Scalar]"]
    )

    @classmethod
    def of(cls, document: Document) -> Schemas:
        """Look at the schemas of a document."""
        return cls(
            by_name={named.name: named for named in document.schemas},
            kinds={kind.name: kind for kind in document.references},
        )

    def resolve(self, schema: Schema | Ref) -> Schema:
        """Follow a reference; one that leads nowhere gives an empty schema."""
        if isinstance(schema, Schema):
            return schema
        named = self.by_name.get(schema.name)
        return named.schema if named else Schema(schema.at)

    def inner(self, schema: Schema | Ref) -> Schema:
        """Follow references and take `… or null` off, however often."""
        target = self.resolve(schema)
        while (taken := bare(target)) is not target:
            target = self.resolve(taken)
        return target

    def is_nullable(self, schema: Schema | Ref) -> bool:
        """Say whether a value may be null."""
        target = self.resolve(schema)
        if "null" in target.types:
            return True
        return any(is_null(part) or self.is_nullable(part) for part in target.one_of)

    def properties(self, schema: Schema | Ref) -> dict[str, Property]:
        """Collect the properties of an object; later ones win over those of `allOf`."""
        target = self.resolve(schema)
        if id(target) not in self._properties:
            self._properties[id(target)] = {}
            found: dict[str, Property] = {}
            for part in target.all_of:
                found |= self.properties(part)
            found |= {item.name: item for item in target.properties}
            self._properties[id(target)] = found
        return self._properties[id(target)]

    def required(self, schema: Schema | Ref) -> frozenset[str]:
        """Collect the names of properties that are always there."""
        return frozenset(self.demanded(schema))

    def demanded(self, schema: Schema | Ref) -> dict[str, Location]:
        """Map the properties that are always there to the schemas that say so."""
        target = self.resolve(schema)
        if id(target) not in self._demanded:
            self._demanded[id(target)] = {}
            found: dict[str, Location] = {}
            for part in target.all_of:
                found |= self.demanded(part)
            found |= dict.fromkeys(target.required, target.at)
            self._demanded[id(target)] = dict(sorted(found.items()))
        return self._demanded[id(target)]

    def enum(self, schema: Schema) -> frozenset[Scalar]:
        """Give the values of `enum`, as a set."""
        if id(schema) not in self._enums:
            self._enums[id(schema)] = frozenset(schema.enum)
        return self._enums[id(schema)]

    def groups(self, schema: Schema | Ref) -> tuple[Group, ...]:
        """Collect the properties that go together, those of `allOf` first."""
        target = self.resolve(schema)
        if id(target) not in self._groups:
            self._groups[id(target)] = ()
            found = [group for part in target.all_of for group in self.groups(part)]
            self._groups[id(target)] = tuple(dict.fromkeys((*found, *target.groups)))
        return self._groups[id(target)]

    def referred(self, reference: Reference) -> tuple[IdForms, ...]:
        """List the kinds an argument may name, but those that are not there."""
        if reference.written is not None:
            return (reference.written,)
        return tuple(self.kinds[name] for name in reference.kinds if name in self.kinds)

    def is_object(self, schema: Schema | Ref) -> bool:
        """Say whether a schema describes an object with named properties."""
        target = self.resolve(schema)
        return bool(target.properties or target.all_of)

    def at(self, schema: Schema | Ref, pointer: str) -> Schema | Ref | None:
        """Find the schema of what lies at a JSON pointer into an instance."""
        for token in tokens(pointer):
            owner = self.inner(schema)
            if owner.items is not None and token.isdigit():
                schema = owner.items
            elif token in self.properties(owner):
                schema = self.properties(owner)[token].schema
            else:
                return None
        return schema
