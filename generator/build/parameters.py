"""What operations take: arguments, the rules they are checked by, objects in bodies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .. import ir, naming
from ..dialect.document import FORM, JSON
from ..dialect.schemas import bare
from .types import type_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..dialect.document import Operation, Parameter
    from ..dialect.schema import Group, IdForms, Ref, Reference, Schema
    from ..dialect.schemas import Schemas

_BODY_PLACES: dict[str, ir.Where] = {JSON: "json", FORM: "form"}
_KINDS: dict[str, ir.WireKind] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "object": "object",
    "date-time": "date-time",
    "partial-date": "partial-date",
}


@dataclass(slots=True)
class Parameters:
    """Makes the parameters of a description.

    Attributes:
        schemas: Its schemas.
        table: The kinds of things that arguments may name.
    """

    schemas: Schemas
    table: tuple[ir.ReferenceKind, ...]
    _names: dict[int, str]
    _shapes: dict[int, ir.Shape] = field(default_factory=dict[int, ir.Shape])

    @classmethod
    def of(cls, schemas: Schemas, kinds: Iterable[IdForms]) -> Parameters:
        """Take the schemas and the kinds of things of a description."""
        names = {id(named.schema): name for name, named in schemas.by_name.items()}
        return cls(schemas, tuple(map(_kind, kinds)), names)

    def of_url(self, operation: Operation) -> tuple[ir.Parameter, ...]:
        """List what goes into the path and the query."""
        parameters = [self._of_url(item) for item in operation.parameters]
        return tuple(sorted(parameters, key=lambda item: item.where != "path"))

    def of_body(self, operation: Operation) -> tuple[tuple[ir.Parameter, ...], ...]:
        """List the arguments of each form the body may have."""
        if operation.request_body is None:
            return ()
        media = operation.request_body.content[0]
        if media.name not in _BODY_PLACES:
            title = self.schemas.resolve(media.schema).title or "body"
            made = self._parameter(title, "body", media.schema)
            return ((replace(made, required=operation.request_body.required),),)
        schema = self.schemas.resolve(media.schema)
        forms = schema.one_of or (media.schema,)
        return tuple(self.of_object(form, _BODY_PLACES[media.name]) for form in forms)

    def of_picked_body(
        self, operation: Operation, schema: Ref
    ) -> tuple[ir.Parameter, ...]:
        """List the arguments of the form of the body that a variant picks."""
        assert operation.request_body is not None
        media = operation.request_body.content[0]
        return self.of_object(schema, _BODY_PLACES[media.name])

    def of_object(
        self, schema: Schema | Ref, where: ir.Where
    ) -> tuple[ir.Parameter, ...]:
        """List the properties of an object."""
        target = self.schemas.resolve(schema)
        required = self.schemas.required(target)
        return tuple(
            replace(
                self._parameter(item.name, where, item.schema),
                required=item.name in required,
            )
            for item in self.schemas.properties(target).values()
        )

    def groups(self, operation: Operation) -> tuple[ir.Group, ...]:
        """Say which arguments of an operation go together."""
        found = list(operation.groups)
        if operation.request_body is not None:
            found += self.schemas.groups(operation.request_body.content[0].schema)
        return tuple(map(_group, found))

    def _of_url(self, item: Parameter) -> ir.Parameter:
        made = self._parameter(item.name, item.location, item.schema)
        return replace(
            made,
            required=item.required,
            deprecated=item.deprecated,
            description=item.description,
            shared=item.component,
            reference=self._reference(item.reference),
            quota_limits=tuple(
                ir.QuotaLimit(limit.mode, limit.maximum, limit.default)
                for limit in sorted(item.quota_limits, key=lambda limit: limit.mode)
            ),
            client_default=item.client_default,
            partial_response=item.partial_response,
            fixed=item.schema.const if item.required else None,
        )

    def _parameter(
        self, wire: str, where: ir.Where, schema: Schema | Ref
    ) -> ir.Parameter:
        target = self.schemas.resolve(bare(schema))
        items = target.items
        element = target if items is None else self.schemas.resolve(bare(items))
        known = element.enum if element.const is None else (element.const,)
        return ir.Parameter(
            name=naming.attribute(wire),
            wire=wire,
            where=where,
            type=type_of(self.schemas, schema),
            required=False,
            deprecated=schema.deprecated or target.deprecated,
            description=schema.description or target.description or "",
            wire_kind=self._wire_kind(element),
            choices=tuple(item for item in known if isinstance(item, str | int)),
            many=items is not None,
            shape=self._shape(element) if where == "json" else None,
            minimum=element.minimum,
            maximum=element.maximum,
            min_items=target.min_items,
            max_items=target.max_items,
            min_length=element.min_length,
            max_length=element.max_length,
            pattern=element.pattern,
            reference=self._reference(target.reference),
        )

    def _wire_kind(self, schema: Schema) -> ir.WireKind:
        known = schema.enum if schema.const is None else (schema.const,)
        types = [name for name in schema.types if name != "null"]
        if schema.one_of or len(types) > 1:
            return "object" if schema.discriminator else "any"
        if not types and known:
            numbers = all(isinstance(item, int) for item in known if item is not None)
            return "integer" if numbers else "string"
        if schema.content_encoding is not None and not schema.title:
            return "any"
        if not types:
            return "object" if self.schemas.is_object(schema) else "any"
        return _KINDS.get(schema.format or "", _KINDS.get(types[0], "any"))

    def _shape(self, schema: Schema) -> ir.Shape | None:
        """Describe an object that has named properties, the same one each time."""
        name = self._names.get(id(schema))
        if name is None or schema.one_of or not self.schemas.is_object(schema):
            return None
        if id(schema) not in self._shapes:
            groups = tuple(map(_group, self.schemas.groups(schema)))
            properties = self.of_object(schema, "json")
            self._shapes[id(schema)] = ir.Shape(name, properties, groups)
        return self._shapes[id(schema)]

    def _reference(self, found: Reference | None) -> ir.Reference | None:
        if found is None:
            return None
        table = self.table if found.written is None else (_kind(found.written),)
        return ir.Reference(found.kinds, table, found.as_uri, found.by)


def _kind(found: IdForms) -> ir.ReferenceKind:
    return ir.ReferenceKind(
        name=found.name,
        uri=found.uri,
        forms=tuple(form for form in found.forms if form != found.uri),
        optional=found.optional,
        pattern=found.pattern,
        hint=found.hint,
    )


def _group(found: Group) -> ir.Group:
    return ir.Group(found.of, found.at_least, found.at_most)
