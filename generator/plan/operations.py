"""Views of the operations as data: a module per resource behind a lazy face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, Prose, identifier, literal
from ..emit.docstrings import docstring, words
from ..naming import constant
from .constants import Writer
from .homes import SHARED, homes, shape_home
from .package import LazyView, lazy_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .. import ir
    from .homes import Homes

CLIENT = "_client"
"""The module of operations without a resource."""

SERVER = "_server"
"""The module of the operation that grants access, which is none of the API."""

_OWN = {CLIENT, SERVER, SHARED}
"""The modules that are no resource's; each has a template of its own."""

TABLE = "_table"
"""The module of all operations."""

OFFERED = ("TABLE", "all", "by_call")
"""What that module offers beside the modules of resources."""


@dataclass(frozen=True, slots=True)
class ConstantView:
    """One constant that others are made of."""

    name: Code
    value: Code


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation: what it is called, its type, how it is made, what it is."""

    name: Code
    annotation: Code
    value: Code
    docstring: Code


@dataclass(frozen=True, slots=True)
class OperationsView:
    """One module: what several of its operations use, and the operations."""

    template: str
    resource: Prose
    imports: tuple[Code, ...]
    constants: tuple[ConstantView, ...]
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """The module of all operations."""

    modules: Code
    count: Code


def operation_modules(api: ir.Api) -> dict[str, list[ir.Operation]]:
    """Say in which module each operation stands."""
    modules: dict[str, list[ir.Operation]] = {}
    for operation in api.operations:
        resource = operation.name.rpartition(".")[0]
        modules.setdefault(resource or CLIENT, []).append(operation)
    if api.authorization is not None:
        modules[SERVER] = [api.authorization.token_operation]
    return modules


def operations_views(api: ir.Api) -> dict[str, OperationsView]:
    """View each module of operations, and the one of what several of them use."""
    modules = operation_modules(api)
    places = homes(modules)
    views = {
        module: _module(module, operations, modules, places)
        for module, operations in modules.items()
    }
    shared = _module(SHARED, (), modules, places)
    return views | ({SHARED: shared} if shared.constants else {})


def face_view(api: ir.Api) -> LazyView:
    """View the package of operations."""
    modules = operation_modules(api)
    names = {
        operation.constant: f".{module}"
        for module, operations in modules.items()
        for operation in operations
    }
    names |= dict.fromkeys(OFFERED, f".{TABLE}")
    return lazy_view(api, names, ".._runtime")


def table_view(api: ir.Api) -> TableView:
    """View the module of all operations."""
    modules = [module for module in operation_modules(api) if module != SERVER]
    return TableView(
        modules=words(map(identifier, modules), indent=0),
        count=literal(len(api.operations)),
    )


def _module(
    module: str,
    operations: Sequence[ir.Operation],
    modules: Mapping[str, Sequence[ir.Operation]],
    places: Homes,
) -> OperationsView:
    writer = Writer(module, places)
    constants = _constants(writer, modules)
    written = tuple(_operation(writer, operation) for operation in operations)
    return OperationsView(
        template=f"operations/{module if module in _OWN else 'module'}.py.j2",
        resource=Prose(module.replace("_", " ")),
        imports=writer.imports.lines(),
        constants=constants,
        operations=written,
    )


def _constants(
    writer: Writer, modules: Mapping[str, Iterable[ir.Operation]]
) -> tuple[ConstantView, ...]:
    """Write the kinds of things, the objects in bodies, then the parameters."""
    parameters = {
        item.shared: item
        for operations in modules.values()
        for operation in operations
        for item in operation.parameters
        if item.shared is not None
    }
    tables = sorted(writer.homes.tables.items(), key=lambda item: item[1])
    found = [
        ConstantView(writer.named(*place), writer.new_table(table))
        for table, place in tables
        if place[1] == writer.module
    ]
    if writer.module == SHARED:
        for name, shape in writer.homes.shapes.items():
            place = writer.named(*shape_home(name))
            found.append(ConstantView(place, writer.new_shape(shape)))
    found += [
        ConstantView(
            writer.named(constant(name), home), writer.new_parameter(parameters[name])
        )
        for name, home in sorted(writer.homes.parameters.items())
        if home == writer.module
    ]
    return tuple(found)


def _operation(writer: Writer, operation: ir.Operation) -> OperationView:
    calls = [call.full_name for call in operation.current_calls]
    also = f" ({', '.join(calls)})" if calls != [operation.name] else ""
    return OperationView(
        name=identifier(operation.constant),
        annotation=writer.annotation(operation),
        value=writer.operation(operation),
        docstring=docstring([f"{operation.title.rstrip('.')}{also}."], indent=0),
    )
