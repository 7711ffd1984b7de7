"""View of the table of operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import ir
from ..emit.annotations import Speller
from ..emit.code import Code, identifier, literal
from ..emit.docstrings import docstring
from ..emit.imports import Imports
from ..naming import constant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..dialect.schema import Scalar
    from ..ir.availability import Availability, Route, Translation

    Constant = Scalar | Sequence[Scalar]

_SPELLER = Speller(prefix="models.")
_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}


@dataclass(frozen=True, slots=True)
class ConstantView:
    """One constant: what it is called, how it is made, what it is for."""

    name: Code
    annotation: Code
    arguments: tuple[Code, ...]
    docstring: Code


@dataclass(frozen=True, slots=True)
class OperationsView:
    """The whole module."""

    docstring: Code
    imports: tuple[Code, ...]
    parameters: tuple[ConstantView, ...]
    operations: tuple[ConstantView, ...]
    tokens: tuple[ConstantView, ...]
    names: tuple[Code, ...]
    count: Code


def operations_view(api: ir.Api) -> OperationsView:
    """View the table of operations of `api`."""
    tokens = () if api.authorization is None else (api.authorization.token_operation,)
    everything = (*api.operations, *tokens)
    shared = _shared(everything)
    counted = f"The {len(api.operations)} operations of {api.title}, as data."
    return OperationsView(
        docstring=docstring(
            [
                counted,
                "Pass one to `raw` or `explain`, or read what it says of a call.",
            ],
            indent=0,
        ),
        imports=_imports(everything).lines(),
        parameters=tuple(_parameter_constant(item) for item in shared),
        operations=tuple(_operation(item) for item in api.operations),
        tokens=tuple(_operation(item) for item in tokens),
        names=tuple(identifier(item.constant) for item in api.operations),
        count=literal(len(api.operations)),
    )


def _shared(operations: Iterable[ir.Operation]) -> tuple[ir.Parameter, ...]:
    found = {
        item.shared: item
        for operation in operations
        for item in operation.parameters
        if item.shared is not None
    }
    return tuple(found[name] for name in sorted(found))


def _imports(operations: Iterable[ir.Operation]) -> Imports:
    imports = Imports()
    imports.add("typing", "Any")
    imports.add("._runtime", "InvalidArgumentError")
    for name in ("Operation", "OperationTable"):
        imports.add("._runtime", name)
    for operation in operations:
        if operation.result is not None:
            _SPELLER.add_imports(imports, operation.result, ".")
        if operation.parameters:
            imports.add("._runtime", "Parameter")
        if operation.pagination is not None:
            imports.add("._runtime", "Pagination")
        if operation.batch is not None:
            imports.add("._runtime", "Batch")
        for name in _availability_types(operation.availability):
            imports.add("._runtime", name)
        if any(item.reference is not None for item in operation.parameters):
            imports.add("._runtime", "Reference")
    return imports


def _parameter_constant(item: ir.Parameter) -> ConstantView:
    return ConstantView(
        name=_private(item.shared or item.name),
        annotation=Code("Parameter"),
        arguments=tuple(_parameter_arguments(item)),
        docstring=docstring([item.description], indent=0),
    )


def _private(name: str) -> Code:
    return identifier(f"_{constant(name)}")


def _named(name: str, value: Constant, absent: Constant | None = None) -> list[Code]:
    return [] if value == absent else [Code(f"{name}={literal(value)}")]


def _parameter_arguments(item: ir.Parameter) -> list[Code]:
    kind = item.type.inner if isinstance(item.type, ir.Nullable) else item.type
    element = kind.item if isinstance(kind, ir.ListOf) else kind
    choices = element.values if isinstance(element, ir.Choice) else ()
    arguments = [literal(item.name)]
    arguments += _named("wire", item.wire, item.name)
    arguments += _named("where", item.where)
    arguments += _named("type", _wire_type(element), "string")
    arguments += _named("many", isinstance(kind, ir.ListOf), absent=False)
    arguments += _named("required", item.required, absent=False)
    arguments += _named("choices", choices if item.fixed is None else (), ())
    for name in (
        "minimum",
        "maximum",
        "min_items",
        "max_items",
        "min_length",
        "max_length",
        "pattern",
    ):
        arguments += _named(name, getattr(item, name))
    if item.reference is not None:
        arguments.append(_reference(item.reference))
    if item.quota_limits:
        maxima = tuple((limit.mode, limit.maximum) for limit in item.quota_limits)
        arguments.append(Code(f"quota_maxima={_pairs(maxima)}"))
    arguments += _named("client_default", item.client_default, absent=False)
    arguments += _named("partial_response", item.partial_response, absent=False)
    arguments += _named("fixed", item.fixed)
    return arguments


def _wire_type(kind: ir.Type) -> str:
    match kind:
        case ir.Primitive(name):
            return _TYPES.get(name, "string" if name != "Any" else "object")
        case ir.Choice(values):
            return "integer" if all(isinstance(v, int) for v in values) else "string"
        case _:
            return "object"


def _reference(reference: ir.Reference) -> Code:
    arguments = [f"uri={literal(reference.uri)}", f"url={literal(reference.url)}"]
    if reference.optional:
        arguments.append(f"optional={literal(reference.optional)}")
    return Code(f"reference=Reference({', '.join(arguments)})")


def _operation(operation: ir.Operation) -> ConstantView:
    returned = operation.result or ir.Primitive("Any")
    annotation = _SPELLER.spell(returned) if operation.result else Code("None")
    if operation.optional:
        annotation = Code(f"{annotation} | None")
    calls = (call.full_name for call in operation.calls)
    return ConstantView(
        name=identifier(operation.constant),
        annotation=Code(f"Operation[{annotation}]"),
        arguments=tuple(_operation_arguments(operation)),
        docstring=docstring(
            [f"{operation.title}.", f"Calls: {', '.join(calls)}."], indent=0
        ),
    )


def _operation_arguments(operation: ir.Operation) -> list[Code]:
    calls = tuple(call.full_name for call in operation.calls)
    arguments = [
        *_named("name", operation.name),
        *_named("method", operation.method),
        *_named("path", operation.path),
        *_named("title", operation.title),
        *_named("docs", operation.docs_url),
        *_named("calls", calls),
        *_named("scopes", operation.scopes, ()),
    ]
    if len(operation.scope_sets) > 1:
        ways = ", ".join(literal(way) for way in operation.scope_sets)
        arguments.append(Code(f"scope_sets=({ways},)"))
    if operation.parameters:
        parameters = [_parameter_use(item) for item in operation.parameters]
        arguments.append(Code(f"parameters=({', '.join(parameters)},)"))
    if operation.result is not None:
        returned = _SPELLER.spell(operation.result)
        arguments.append(Code(f"result=lambda: {returned}"))
    arguments += _named("result_pointer", operation.result_pointer, "")
    arguments += _named("optional", operation.optional, absent=False)
    arguments += _named("success", operation.success)
    arguments += _named("media_type", operation.media_type)
    arguments += _structured(operation)
    arguments += _named("deprecated", operation.deprecated, absent=False)
    arguments += _named("retry", operation.retry)
    arguments += _named("server", operation.server)
    return arguments


def _parameter_use(item: ir.Parameter) -> Code:
    if item.shared is not None:
        return _private(item.shared)
    return Code(f"Parameter({', '.join(_parameter_arguments(item))})")


def _structured(operation: ir.Operation) -> list[Code]:
    arguments: list[Code] = []
    if operation.pagination is not None:
        inner = _named("style", operation.pagination)
        inner += _named("pointer", operation.result_pointer, "")
        arguments.append(Code(f"pagination=Pagination({', '.join(inner)})"))
    if operation.batch is not None:
        arguments.append(_batch(operation.batch))
    if operation.availability is not None:
        arguments.append(_availability(operation.availability))
    return arguments


def _availability(found: Availability) -> Code:
    inner = [Code(f"modes={_pairs(found.modes)}")]
    inner += _named("since", found.since)
    inner += _named("replacement", found.replacement)
    if found.route is not None:
        inner.append(_route(found.route))
    return Code(f"availability=Availability({', '.join(inner)})")


def _availability_types(found: Availability | None) -> Iterator[str]:
    if found is not None:
        yield "Availability"
        if found.route is not None:
            yield "Route"
            yield from ["Translation"] if found.route.arguments else []


def _route(found: Route) -> Code:
    inner = _named("operation", found.route)
    if found.arguments:
        made = ", ".join(_translation(item) for item in found.arguments)
        inner.append(Code(f"arguments=({made},)"))
    inner += _named("dropped", found.dropped, ())
    return Code(f"route=Route({', '.join(inner)})")


def _translation(item: Translation) -> Code:
    inner = [
        *_named("name", item.name),
        *_named("source", item.source),
        *_named("uri", item.uri),
        *_named("each", item.each, absent=False),
    ]
    return Code(f"Translation({', '.join(inner)})")


def _pairs(pairs: Iterable[tuple[str, Scalar]]) -> Code:
    return Code(f"({', '.join(literal(pair) for pair in pairs)},)")


def _batch(batch: ir.Batch) -> Code:
    inner = [
        *_named("parameter", batch.parameter),
        *_named("size", batch.size),
        *_named("items", batch.items),
        *_named("unique", batch.unique, absent=False),
        *_named("advance", batch.advance),
        *_named("chain", batch.chain),
    ]
    return Code(f"batch=Batch({', '.join(inner)})")
