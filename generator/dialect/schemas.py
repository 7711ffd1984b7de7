"""The named schemas of a document: references followed, objects composed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .schema import Schema

if TYPE_CHECKING:
    from ..findings import Location
    from .document import Document
    from .schema import NamedSchema, Property, Ref


def is_null(schema: Schema | Ref) -> bool:
    """Say whether a schema is `type: "null"`."""
    return isinstance(schema, Schema) and schema.types == ("null",)


@dataclass(slots=True, kw_only=True)
class Shapes:
    """Schemas by name, and what lies behind references and compositions."""

    schemas: dict[str, NamedSchema]
    _properties: dict[int, dict[str, Property]] = field(
        default_factory=dict[int, "dict[str, Property]"]
    )

    @classmethod
    def of(cls, document: Document) -> Shapes:
        """Look at the schemas of a document."""
        return cls(schemas={named.name: named for named in document.schemas})

    def resolve(self, schema: Schema | Ref) -> Schema:
        """Follow a reference; one that leads nowhere gives an empty schema."""
        if isinstance(schema, Schema):
            return schema
        named = self.schemas.get(schema.name)
        return named.schema if named else Schema(schema.at)

    def properties(self, schema: Schema | Ref) -> dict[str, Property]:
        """Collect the properties of an object and of what it is composed of."""
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

    def demanded(self, schema: Schema | Ref, depth: int = 0) -> dict[str, Location]:
        """Map the properties that are always there to the schemas that say so."""
        target = self.resolve(schema)
        found: dict[str, Location] = {}
        if depth <= len(self.schemas):
            for part in target.all_of:
                found |= self.demanded(part, depth + 1)
        return found | dict.fromkeys(target.required, target.at)

    def is_object(self, schema: Schema | Ref) -> bool:
        """Say whether a schema describes an object with named properties."""
        target = self.resolve(schema)
        return bool(target.properties or target.all_of)
