"""Operations and their parameters as data: calls of the runtime's constructors.

What equals a default is left out; what several modules use stands in one of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .. import ir
from ..emit.annotations import Speller
from ..emit.code import Code, identifier, literal
from ..emit.imports import Imports
from ..naming import constant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..dialect.schema import Scalar
    from ..ir.availability import Availability, Route, Translation

    Constant = Scalar | Sequence[Scalar]

SHARED = "_shared"
"""The module of what several modules use."""

_SPELLER = Speller(prefix="models.")
_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}
_BOUNDS = (
    "minimum",
    "maximum",
    "min_items",
    "max_items",
    "min_length",
    "max_length",
    "pattern",
)


@dataclass(frozen=True, slots=True)
class Homes:
    """What is written once, by its name, and the module it stands in.

    Attributes:
        parameters: Name of a shared parameter to its module.
        references: Forms of an id that several parameters have, to name and module.
    """

    parameters: Mapping[str, str]
    references: Mapping[ir.Reference, tuple[str, str]]


def homes(modules: Mapping[str, Sequence[ir.Operation]]) -> Homes:
    """Find a home for what is used twice: its only module, or the shared one."""
    used: defaultdict[str, set[str]] = defaultdict(set)
    referring: defaultdict[ir.Reference, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for module, operations in modules.items():
        for item in (item for each in operations for item in each.parameters):
            if item.shared is not None:
                used[item.shared].add(module)
    parameters = {name: _home(places) for name, places in used.items()}
    for module, operations in modules.items():
        for item in (item for each in operations for item in each.parameters):
            if item.reference is None or item.shared in seen:
                continue
            seen |= {item.shared} if item.shared is not None else set()
            home = module if item.shared is None else parameters[item.shared]
            referring[item.reference].append(home)
    return Homes(parameters, _named(referring, {constant(name) for name in parameters}))


def _home(places: Iterable[str]) -> str:
    distinct = {*places}
    return distinct.pop() if len(distinct) == 1 else SHARED


def _named(
    referring: Mapping[ir.Reference, Sequence[str]], taken: set[str]
) -> dict[ir.Reference, tuple[str, str]]:
    """Name the references that are used twice after what their URI says beside ids."""
    named: dict[ir.Reference, tuple[str, str]] = {}
    for reference, places in referring.items():
        if len(places) > 1:
            fixed = re.sub(r"\{.*?\}", "", reference.uri)
            words = re.findall(r"[A-Za-z][A-Za-z0-9]*", fixed)
            name = constant("_".join(words or ["any"]))
            while name in taken:
                name += "_"
            taken.add(name)
            named[reference] = (name, _home(places))
    return named


def wire_type(kind: ir.Type) -> str:
    """Name the type of an argument as it is in JSON."""
    match kind:
        case ir.Primitive(name):
            return _TYPES.get(name, "string" if name != "Any" else "object")
        case ir.Choice(values):
            return "integer" if all(isinstance(v, int) for v in values) else "string"
        case _:
            return "object"


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
        kind = item.type.inner if isinstance(item.type, ir.Nullable) else item.type
        element = kind.item if isinstance(kind, ir.ListOf) else kind
        choices = element.values if isinstance(element, ir.Choice) else ()
        arguments = [
            literal(item.name),
            *_given("wire", item.wire, item.name),
            *_given("where", item.where),
            *_given("type", wire_type(element), "string"),
            *_given("many", isinstance(kind, ir.ListOf), absent=False),
            *_given("required", item.required, absent=False),
            *_given("choices", choices if item.fixed is None else (), ()),
        ]
        for name in _BOUNDS:
            arguments += _given(name, getattr(item, name))
        if item.reference is not None:
            arguments.append(Code(f"reference={self.reference(item.reference)}"))
        if item.quota_limits:
            maxima = [(limit.mode, limit.maximum) for limit in item.quota_limits]
            arguments.append(Code(f"quota_maxima={tupled(map(literal, maxima))}"))
        arguments += _given("client_default", item.client_default, absent=False)
        arguments += _given("partial_response", item.partial_response, absent=False)
        arguments += _given("fixed", item.fixed)
        return self.call("Parameter", arguments)

    def reference(self, found: ir.Reference) -> Code:
        """Write the forms of an id, or the name under which they stand."""
        if found in self.homes.references:
            return self.named(*self.homes.references[found])
        return self.new_reference(found)

    def new_reference(self, found: ir.Reference) -> Code:
        """Write the forms of an id."""
        arguments = [*_given("uri", found.uri), *_given("url", found.url)]
        arguments += _given("optional", found.optional, ())
        return self.call("Reference", arguments)

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
        if operation.result is not None:
            _SPELLER.add_imports(self.imports, operation.result, "..")
            result = _SPELLER.spell(operation.result)
            arguments.append(Code(f"result=lambda: {result}"))
        arguments += _given("result_pointer", operation.result_pointer, "")
        arguments += _given("optional", operation.optional, absent=False)
        arguments += _given("media_type", operation.media_type)
        arguments += self._structured(operation)
        arguments += _given("deprecated", operation.deprecated, absent=False)
        arguments += _given("retry", operation.retry)
        arguments += _given("server", operation.server)
        return self.call("Operation", arguments)

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
