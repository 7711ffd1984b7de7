"""Views of methods: the same for both flavours, told apart by a `Flavour`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import ir
from ..emit.annotations import Speller
from ..emit.code import Code, identifier, literal
from ..emit.docstrings import Section, docstring
from ..emit.imports import Imports
from ..ir.needs import is_class
from ..ir.signatures import positional, taken
from .docs import argument, deprecation, facts, raised

if TYPE_CHECKING:
    from collections.abc import Iterable


_RESULT = Speller(prefix="models.")
_ARGUMENT = Speller(prefix="models.", argument=True)
_PLACES: tuple[ir.Where, ...] = ("path", "query", "json", "form")
PAGING = (
    (
        "prefetch",
        "int = 1",
        "How many pages to fetch ahead at once; 1 fetches each as needed.",
    ),
    ("cursor", "str | None = None", "Where to resume: the `cursor` of an earlier run."),
)
"""What every paged call takes beside the arguments of its operation."""


@dataclass(frozen=True, slots=True)
class Flavour:
    """What differs between the synchronous and the asynchronous client.

    Attributes:
        kind: What it is called.
        folder: Where its resources are.
        prefix: What the names of its classes begin with.
        define: What begins a method.
        wait: What stands before a call.
    """

    kind: Code
    folder: str
    prefix: str
    define: Code
    wait: Code


SYNC = Flavour(Code("synchronous"), "_sync", "", Code("def"), Code(""))
ASYNC = Flavour(
    Code("asynchronous"), "_async", "Async", Code("async def"), Code("await ")
)


@dataclass(frozen=True, slots=True)
class MethodView:
    """One call: decorators, signature, docstring and the one expression it is."""

    decorators: tuple[Code, ...]
    define: Code
    name: Code
    parameters: tuple[Code, ...]
    returns: Code
    docstring: Code
    wait: Code
    runner: Code
    arguments: tuple[Code, ...]


def call_imports(
    calls: Iterable[tuple[ir.Operation, ir.Call]], package: str
) -> Imports:
    """Collect what methods need when they run."""
    imports = Imports()
    for operation, call in calls:
        if call.result is not None:
            _RESULT.add_imports(imports, call.result, package)
            if not is_class(_returned(call)):
                imports.add("typing", "cast")
                if _hides_type(call):
                    imports.add("builtins", "type as builtin_type")
        if operation.deprecated or call.is_former:
            imports.add(f"{package}_runtime", "deprecated")
    return imports


def call_typing_imports(
    calls: Iterable[tuple[ir.Operation, ir.Call]], flavour: Flavour, package: str
) -> Imports:
    """Collect what only the annotations of methods need."""
    imports = Imports()
    for _, call in calls:
        for parameter in call.parameters:
            if parameter.fixed is None:
                add_argument(imports, parameter, package)
        if call.item is not None:
            imports.add(f"{package}_runtime", f"{flavour.prefix}Pager")
            _RESULT.add_imports(imports, call.item, package)
    return imports


def add_argument(imports: Imports, parameter: ir.Parameter, package: str) -> None:
    """Import what the annotation of an argument speaks of."""
    _ARGUMENT.add_imports(imports, parameter.type, package)


def method_view(operation: ir.Operation, call: ir.Call, flavour: Flavour) -> MethodView:
    """View one call in one flavour; a paged call sends nothing, so it never waits."""
    paged = call.kind == "pages"
    return MethodView(
        decorators=_decorators(operation, call),
        define=SYNC.define if paged else flavour.define,
        name=identifier(call.name),
        parameters=_parameters(operation, call),
        returns=_returns(call, flavour),
        docstring=docstring(
            [f"{call.title.rstrip('.')}.", call.description],
            [
                Section("Args", tuple(_argument_docs(operation, call))),
                Section("Raises", tuple(raised(operation, call))),
            ],
            facts(operation, call),
            indent=8,
        ),
        wait=SYNC.wait if paged else flavour.wait,
        runner=identifier(f"_{call.kind}"),
        arguments=tuple(_arguments(operation, call)),
    )


def _decorators(operation: ir.Operation, call: ir.Call) -> tuple[Code, ...]:
    if not operation.deprecated and not call.is_former:
        return ()
    text = literal(deprecation(operation, call))
    return (Code(f"@deprecated({text}, category=None)"),)


def _parameters(operation: ir.Operation, call: ir.Call) -> tuple[Code, ...]:
    arguments = taken(operation, call)
    first = () if positional(operation, call) is None else arguments[:1]
    rest = [_parameter(item) for item in arguments[len(first) :]]
    rest += [Code(f"{identifier(name)}: {form}") for name, form, _ in _paging(call)]
    star = (Code("*"),) if rest else ()
    return (Code("self"), *(_parameter(item) for item in first), *star, *rest)


def _paging(call: ir.Call) -> tuple[tuple[str, str, str], ...]:
    return PAGING if call.kind == "pages" else ()


def _parameter(item: ir.Parameter) -> Code:
    if item.required:
        return Code(f"{identifier(item.name)}: {_ARGUMENT.spell(item.type)}")
    return optional_parameter(item)


def optional_parameter(item: ir.Parameter) -> Code:
    """Declare an argument that is not given by default."""
    annotation = _ARGUMENT.spell(item.type)
    optional = (
        annotation if isinstance(item.type, ir.Nullable) else f"{annotation} | None"
    )
    return Code(f"{identifier(item.name)}: {optional} = None")


def _returns(call: ir.Call, flavour: Flavour) -> Code:
    if call.result is None:
        return Code("None")
    if call.kind == "pages":
        return Code(f"{flavour.prefix}Pager[{paged_item(call)}]")
    return _RESULT.spell(call.result)


def paged_item(call: ir.Call) -> Code:
    """Spell the type of the items a paged call iterates over."""
    assert call.item is not None
    return _RESULT.spell(call.item)


def _argument_docs(operation: ir.Operation, call: ir.Call) -> list[tuple[str, str]]:
    parameters = taken(operation, call)
    own = [(item.name, argument(item)) for item in parameters]
    return own + [(name, text) for name, _, text in _paging(call)]


def _arguments(operation: ir.Operation, call: ir.Call) -> list[Code]:
    arguments = [literal(operation.route)]
    if call.result is not None:
        arguments.append(_result_type(call))
    for place in _PLACES:
        pairs = [
            f"{literal(item.wire)}: {_value(item)}"
            for item in call.parameters
            if item.where == place
        ]
        if pairs:
            arguments.append(Code(f"{place}={{{', '.join(pairs)}}}"))
    arguments += [
        Code(f"body={identifier(item.name)}")
        for item in call.parameters
        if item.where == "body"
    ]
    if call.full_name != operation.name:
        arguments.append(Code(f"call={literal(call.full_name)}"))
    names = [identifier(name) for name, _, _ in _paging(call)]
    return [*arguments, *(Code(f"{name}={name}") for name in names)]


def _returned(call: ir.Call) -> ir.Type:
    """Give the type that a call reads; that there may be nothing, `_optional` knows."""
    assert call.result is not None
    sometimes = call.kind == "optional" and not call.answers_null
    if sometimes and isinstance(call.result, ir.Nullable):
        return call.result.inner
    return call.result


def _hides_type(call: ir.Call) -> bool:
    """Say whether an argument has the name of the built-in `type`."""
    return any(item.name == "type" and item.fixed is None for item in call.parameters)


def _result_type(call: ir.Call) -> Code:
    kind = _returned(call)
    spelled = _RESULT.spell(kind)
    if is_class(kind):
        return spelled
    builtin = "builtin_type" if _hides_type(call) else "type"
    return Code(f"cast({builtin}[{spelled}], {spelled})")


def _value(item: ir.Parameter) -> Code:
    return literal(item.fixed) if item.fixed is not None else identifier(item.name)
