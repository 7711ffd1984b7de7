"""Operations and their parameters as data: calls of the runtime's constructors.

What equals a default is left out; what several modules use stands in one of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..emit.annotations import Speller
from ..emit.code import Code, identifier, literal
from ..emit.imports import Imports
from ..naming import constant
from .homes import SHARED, shape_home

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .. import ir
    from ..dialect.schema import Scalar
    from ..ir.availability import Availability, Route, Translation
    from .homes import Homes, Table

    Constant = Scalar | Sequence[Scalar]

_SPELLER = Speller(prefix="models.")
_BOUNDS = (
    "minimum",
    "maximum",
    "min_items",
    "max_items",
    "min_length",
    "max_length",
    "pattern",
)


@dataclass(slots=True)
class Writer:
    """Writes the constants of one module, and imports what they are made of.

    Attributes:
        module: Its name.
        homes: Where what is written once stands.
        imports: What was used so far.
    """

    module: str
    homes: Homes
    imports: Imports = field(default_factory=Imports)

    def call(self, kind: str, arguments: Iterable[str]) -> Code:
        """Write a call of one of the runtime's classes."""
        self.imports.add(".._runtime", kind)
        return Code(f"{kind}({', '.join(arguments)})")

    def named(self, name: str, home: str) -> Code:
        """Write the name of a constant, as it is seen from here."""
        if home != SHARED:
            return identifier(f"_{name}")
        if self.module == SHARED:
            return identifier(name)
        self.imports.add(".", SHARED)
        return identifier(f"{SHARED}.{name}")

    def parameter(self, item: ir.Parameter) -> Code:
        """Write a parameter, or the name under which it stands elsewhere."""
        if item.shared is not None:
            return self.named(constant(item.shared), self.homes.parameters[item.shared])
        return self.new_parameter(item)

    def new_parameter(self, item: ir.Parameter) -> Code:
        """Write a parameter."""
        arguments = [
            literal(item.name),
            *_given("wire", item.wire, item.name),
            *_given("where", item.where),
            *_given("type", item.wire_kind, "string"),
            *_given("many", item.many, absent=False),
            *_given("required", item.required, absent=False),
            *_given("nullable", item.nullable, absent=False),
            *_given("choices", item.choices if item.fixed is None else (), ()),
        ]
        for name in _BOUNDS:
            arguments += _given(name, getattr(item, name))
        if item.reference is not None:
            arguments.append(Code(f"reference={self.reference(item.reference)}"))
        arguments += self._parts(item)
        if item.quota_limits:
            maxima = [(limit.mode, limit.maximum) for limit in item.quota_limits]
            arguments.append(Code(f"quota_maxima={tupled(map(literal, maxima))}"))
        arguments += _given("client_default", item.client_default, absent=False)
        arguments += _given("partial_response", item.partial_response, absent=False)
        arguments += _given("fixed", item.fixed)
        return self.call("Parameter", arguments)

    def _parts(self, item: ir.Parameter) -> list[Code]:
        """Write what a value with parts is made of."""
        arguments: list[Code] = []
        if item.shape is not None:
            arguments.append(Code(f"shape={self._shape(item.shape)}"))
        if item.union:
            pairs = (
                Code(f"({literal(tag)}, {self._shape(shape)})")
                for tag, shape in item.union
            )
            arguments.append(Code(f"union={tupled(pairs)}"))
        if item.inner is not None:
            arguments.append(Code(f"inner={self.new_parameter(item.inner)}"))
        return arguments

    def _shape(self, shape: ir.Shape) -> Code:
        return self.named(*shape_home(shape.name))

    def reference(self, found: ir.Reference) -> Code:
        """Write which kinds of things an argument names."""
        table = self.table(found.table)
        arguments = [literal(found.kinds), table]
        arguments += _given("as_uri", found.as_uri, absent=False)
        arguments += _given("by", found.by)
        return self.call("Reference", arguments)

    def table(self, found: Table) -> Code:
        """Write kinds of things, or the name under which they stand."""
        if found in self.homes.tables:
            return self.named(*self.homes.tables[found])
        return self.new_table(found)

    def new_table(self, found: Table) -> Code:
        """Write kinds of things."""
        return tupled(map(self._kind, found))

    def _kind(self, kind: ir.ReferenceKind) -> Code:
        arguments = _given("name", kind.name)
        arguments += _given("uri", kind.uri)
        arguments += _given("forms", kind.forms, ())
        arguments += _given("optional", kind.optional, ())
        arguments += _given("pattern", kind.pattern)
        arguments += _given("hint", kind.hint)
        return self.call("ReferenceKind", arguments)

    def new_shape(self, shape: ir.Shape) -> Code:
        """Write an object in bodies."""
        properties = tupled(map(self.parameter, shape.properties))
        arguments = [*_given("name", shape.name), Code(f"properties={properties}")]
        return self.call("Shape", [*arguments, *self._groups(shape.groups)])

    def _groups(self, groups: Sequence[ir.Group]) -> list[Code]:
        if not groups:
            return []
        made = (self.call("Group", _group(group)) for group in groups)
        return [Code(f"groups={tupled(made)}")]

    def operation(self, operation: ir.Operation) -> Code:
        """Write an operation."""
        calls = tuple(call.full_name for call in operation.calls)
        arguments = [
            *_given("name", operation.name),
            *_given("method", operation.method),
            *_given("path", operation.path),
            *_given("title", operation.title),
            *_given("docs", operation.docs_url),
            *_given("calls", calls, (operation.name,)),
            *_given("scopes", operation.scopes, ()),
        ]
        if len(operation.scope_sets) > 1:
            ways = tupled(map(literal, operation.scope_sets))
            arguments.append(Code(f"scope_sets={ways}"))
        if operation.parameters:
            parameters = tupled(map(self.parameter, operation.parameters))
            arguments.append(Code(f"parameters={parameters}"))
        arguments += self._groups(operation.groups)
        if operation.result is not None:
            _SPELLER.add_imports(self.imports, operation.result, "..")
            result = _SPELLER.spell(operation.result)
            arguments.append(Code(f"result=lambda: {result}"))
        arguments += _given("result_pointer", operation.result_pointer, "")
        arguments += _given("optional", operation.optional, absent=False)
        arguments += _given("contentless", operation.contentless, ())
        arguments += _given("media_type", operation.media_type)
        arguments += _given("body_required", operation.body_required, absent=False)
        arguments += self._structured(operation)
        return self.call("Operation", [*arguments, *_sending(operation)])

    def annotation(self, operation: ir.Operation) -> Code:
        """Spell the type of an operation."""
        result = operation.result
        spelled = _SPELLER.spell(result) if result is not None else Code("None")
        return Code(f"Operation[{spelled}{' | None' if operation.optional else ''}]")

    def _structured(self, operation: ir.Operation) -> list[Code]:
        arguments: list[Code] = []
        if operation.pagination is not None:
            inner = _given("style", operation.pagination)
            inner += _given("pointer", operation.result_pointer, "")
            arguments.append(Code(f"pagination={self.call('Pagination', inner)}"))
        if operation.batch is not None:
            inner = _batch(operation.batch)
            arguments.append(Code(f"batch={self.call('Batch', inner)}"))
        if operation.availability is not None:
            inner = self._availability(operation.availability)
            arguments.append(Code(f"availability={self.call('Availability', inner)}"))
        return arguments

    def _availability(self, availability: Availability) -> list[Code]:
        inner = [Code(f"modes={tupled(map(literal, availability.modes))}")]
        inner += _given("since", availability.since)
        inner += _given("replacement", availability.replacement)
        if availability.route is not None:
            inner.append(
                Code(f"route={self.call('Route', self._route(availability.route))}")
            )
        return inner

    def _route(self, route: Route) -> list[Code]:
        inner = _given("operation", route.route)
        if route.arguments:
            translations = (
                self.call("Translation", _made(item)) for item in route.arguments
            )
            inner.append(Code(f"arguments={tupled(translations)}"))
        return [*inner, *_given("dropped", route.dropped, ())]


def tupled(parts: Iterable[str]) -> Code:
    """Write a tuple of what is code already; no comma without need."""
    inner = [*parts]
    return Code(f"({', '.join(inner)}{',' * (len(inner) == 1)})")


def _given(name: str, value: Constant, absent: Constant | None = None) -> list[Code]:
    return [] if value == absent else [Code(f"{name}={literal(value)}")]


def _group(group: ir.Group) -> list[Code]:
    return [
        *_given("of", group.of),
        *_given("at_least", group.at_least, 0),
        *_given("at_most", group.at_most),
    ]


def _sending(operation: ir.Operation) -> list[Code]:
    return [
        *_given("deprecated", operation.deprecated, absent=False),
        *_given("retry", operation.retry),
        *_given("server", operation.server),
        *_given("authorized", operation.authorized, absent=True),
    ]


def _made(item: Translation) -> list[Code]:
    return [
        *_given("name", item.name),
        *_given("source", item.source),
        *_given("uri", item.uri),
        *_given("each", item.each, absent=False),
    ]


def _batch(batch: ir.Batch) -> list[Code]:
    return [
        *_given("parameter", batch.parameter),
        *_given("size", batch.size),
        *_given("items", batch.items),
        *_given("unique", batch.unique, absent=False),
        *_given("advance", batch.advance),
        *_given("chain", batch.chain),
    ]
