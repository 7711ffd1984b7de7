"""What operations take: arguments, the rules they are checked by, objects in bodies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .. import ir, naming
from ..dialect.document import FORM, JSON
from ..ir.needs import bare_type
from .types import argument_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..dialect.document import Operation, Parameter
    from ..dialect.schema import Group, IdForms, Property, Ref, Reference, Schema
    from ..dialect.schemas import Schemas

_BODY_PLACES: dict[str, ir.Where] = {JSON: "json", FORM: "form"}
KINDS: dict[ir.PrimitiveName, ir.WireKind] = {
    "str": "string",
    "bytes": "string",
    "datetime": "date-time",
    "PartialDate": "partial-date",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "Any": "object",
}
"""What a type of Python is on the wire, in the words of the runtime's own table."""


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
            self._property(where, item, required=item.name in required)
            for item in self.schemas.properties(target).values()
        )

    def _property(
        self, where: ir.Where, item: Property, *, required: bool
    ) -> ir.Parameter:
        made = self._parameter(item.name, where, item.schema)
        nullable = made.nullable and required  # else null is left out
        return replace(made, required=required, nullable=nullable)

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
            fixed=made.choices[0] if _is_fixed(item) else None,
        )

    def _parameter(
        self, wire: str, where: ir.Where, schema: Schema | Ref
    ) -> ir.Parameter:
        target = self.schemas.inner(schema)
        return replace(
            self._value(where, schema),
            name=_name(wire),
            wire=wire,
            deprecated=schema.deprecated or target.deprecated,
            description=schema.description or target.description or "",
        )

    def _value(self, where: ir.Where, schema: Schema | Ref) -> ir.Parameter:
        """Say what a value may be, wherever it stands; its type decides how."""
        target, made = self.schemas.inner(schema), self._plain(where, schema)
        match bare_type(made.type):
            case ir.ListOf() if target.items is not None:
                return self._list(made, target, target.items)
            case ir.MapOf() if target.additional_properties is not None:
                values = self._value(where, target.additional_properties)
                return replace(made, wire_kind="map", inner=values)
            case ir.Primitive(name):
                return replace(made, wire_kind=KINDS[name])
            case ir.Choice(values, base):
                return replace(made, wire_kind=KINDS[base], choices=values)
            case _:
                union = self._union(target)
                shape = None if union else self._shape(target)
                return replace(made, wire_kind="object", shape=shape, union=union)

    def _plain(self, where: ir.Where, schema: Schema | Ref) -> ir.Parameter:
        target = self.schemas.inner(schema)
        return ir.Parameter(
            name="",
            wire="",
            where=where,
            type=argument_of(self.schemas, schema),
            required=False,
            deprecated=False,
            description="",
            nullable=self.schemas.is_nullable(schema),
            minimum=target.minimum,
            maximum=target.maximum,
            min_length=target.min_length,
            max_length=target.max_length,
            pattern=target.pattern,
            reference=self._reference(target.reference),
        )

    def _list(
        self, made: ir.Parameter, target: Schema, items: Schema | Ref
    ) -> ir.Parameter:
        """Let a list of simple elements say what these are, and others have them."""
        element = self._value(made.where, items)
        if made.reference is not None:
            element = replace(element, reference=made.reference)
        if element.many or element.nullable:
            element = replace(made, wire_kind="nested", inner=element, reference=None)
        return replace(
            element,
            type=made.type,
            many=True,
            nullable=made.nullable,
            min_items=target.min_items,
            max_items=target.max_items,
        )

    def _union(self, schema: Schema) -> tuple[tuple[str, ir.Shape], ...]:
        """Describe the objects that a tag tells apart."""
        found = schema.discriminator
        pairs = found.mapping if found is not None else ()
        shapes = ((tag, self._shape(self._named(name))) for tag, name in pairs)
        return tuple((tag, shape) for tag, shape in shapes if shape is not None)

    def _named(self, name: str) -> Schema:
        return self.schemas.by_name[name].schema

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


def _name(wire: str) -> str:
    """Name it as Python does, unless it cannot: then no caller ever gives it."""
    return naming.attribute(wire) if naming.can_be_spelled(wire) else wire


def _is_fixed(item: Parameter) -> bool:
    return item.required and item.schema.const is not None


def _group(found: Group) -> ir.Group:
    return ir.Group(found.of, found.at_least, found.at_most)
