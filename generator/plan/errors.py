"""View of the module of errors."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, identifier, literal
from ..emit.docstrings import Branch, docstring, drawing, first_sentence
from ..emit.imports import Imports, public_order

if TYPE_CHECKING:
    from .. import ir
    from ..config import Config
    from .runtime import ErrorClass, Runtime


@dataclass(frozen=True, slots=True)
class ErrorView:
    """One exception of a status or of a reason."""

    name: Code
    base: Code
    docstring: Code
    key: Code


@dataclass(frozen=True, slots=True)
class ErrorsView:
    """The module of errors."""

    tree: tuple[Code, ...]
    imports: tuple[Code, ...]
    root: Code
    root_class: Code
    statuses: tuple[ErrorView, ...]
    reasons: tuple[ErrorView, ...]
    never: Code
    names: tuple[Code, ...]


def errors_view(api: ir.Api, config: Config, runtime: Runtime) -> ErrorsView:
    """View the module of errors."""
    root = f"{config.client}Error"
    statuses = tuple(_status(item) for item in api.status_errors)
    reasons = tuple(_reason(item, api) for item in api.reason_errors)
    never = [
        view.key
        for view, item in zip(reasons, api.reason_errors, strict=True)
        if item.retry == "never"
    ]
    imports = Imports()
    for name in ["ErrorTable", "publish", *(error.name for error in runtime.errors)]:
        imports.add("._runtime", identifier(name))
    return ErrorsView(
        tree=drawing(_tree(api, runtime, root)),
        imports=imports.lines(),
        root=identifier(root),
        root_class=identifier(_root(runtime).name),
        statuses=statuses,
        reasons=reasons,
        never=Code(f"{{{', '.join(never)}}}" if never else ""),
        names=tuple(literal(name) for name in error_names(api, config, runtime)),
    )


def error_names(api: ir.Api, config: Config, runtime: Runtime) -> tuple[str, ...]:
    """List what the module of errors exports, in the order of `__all__`."""
    names = {f"{config.client}Error"}
    names |= {item.name for item in runtime.errors if item.base}
    names |= {item.name for item in api.status_errors}
    names |= {item.name for item in api.reason_errors}
    return tuple(sorted(names, key=public_order))


def _root(runtime: Runtime) -> ErrorClass:
    return next(item for item in runtime.errors if not item.base)


def _status(item: ir.StatusError) -> ErrorView:
    return ErrorView(
        name=identifier(item.name),
        base=identifier(_base(item)),
        docstring=docstring([_told(item)], indent=4),
        key=literal(item.status),
    )


def _base(item: ir.StatusError) -> str:
    return "ServerError" if item.status >= 500 else "ClientStatusError"


def _told(item: ir.StatusError) -> str:
    return f"{item.status} {item.phrase or '(a status of no registered meaning)'}."


def _reason(item: ir.ReasonError, api: ir.Api) -> ErrorView:
    return ErrorView(
        name=identifier(item.name),
        base=identifier(_parent(item, api)),
        docstring=docstring(
            [f"{item.status} {item.reason}: {item.description}"], indent=4
        ),
        key=Code(f"({literal(item.status)}, {literal(item.reason)})"),
    )


def _parent(item: ir.ReasonError, api: ir.Api) -> str:
    if item.status == 429:
        return "RateLimitedError"
    parents = {status.status: status.name for status in api.status_errors}
    return parents[item.status]


def _tree(api: ir.Api, runtime: Runtime, root: str) -> Branch:
    """Put the classes of statuses and reasons below those of the runtime."""
    below: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for status in api.status_errors:
        below[_base(status)].append((status.name, _told(status)))
    for reason in api.reason_errors:
        text = first_sentence(reason.description)
        below[_parent(reason, api)].append((reason.name, text))
    for item in sorted(runtime.errors, key=lambda item: item.name == "StatusError"):
        below[item.base].append((item.name, item.summary))

    def branch(name: str, text: str, key: str) -> Branch:
        branches = (branch(child, summary, child) for child, summary in below[key])
        return Branch(name, text, tuple(branches))

    return branch(root, _root(runtime).summary, _root(runtime).name)
