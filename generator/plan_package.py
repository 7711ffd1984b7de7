"""Views of what surrounds the calls: errors, the front door, the project's files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .emit import (
    Code,
    code_span,
    docstring,
    drawing,
    identifier,
    literal,
    prose,
    toml_string,
)
from .imports import Imports, name_order, public_order
from .plan_resources import SYNC, method_view

if TYPE_CHECKING:
    from . import ir
    from .config import Config

_GENERAL_ERRORS = (
    ("ConfigurationError", 1),
    ("InvalidArgumentError", 1),
    ("InvalidIdError", 2),
    ("EndpointUnavailableError", 1),
    ("MissingScopeError", 1),
    ("AuthError", 1),
    ("AuthorizationDeniedError", 2),
    ("AuthServerError", 2),
    ("ReauthorizationRequiredError", 2),
    ("TransportError", 1),
    ("ConnectFailedError", 2),
    ("ProtocolError", 2),
    ("ResponseTooLargeError", 2),
    ("UnsafeUrlError", 2),
    ("DeadlineExceededError", 2),
    ("DecodeError", 1),
    ("PagingError", 1),
    ("PaginationLoopError", 2),
    ("BatchError", 1),
    ("NotModifiedError", 1),
    ("StatusError", 1),
)
"""The tree of the runtime, with depths; the classes per status follow below it."""

_FRONT_DOOR = {
    "AccessToken": "._runtime.auth",
    "AsyncLimitStore": "._runtime.limits",
    "AsyncPager": "._runtime.pager",
    "AsyncTransport": "._runtime.transport",
    "Event": "._runtime.events",
    "HttpTransport": "._runtime.http_transport",
    "LimitState": "._runtime.limits",
    "LimitStore": "._runtime.limits",
    "MemoryLimitStore": "._runtime.limits",
    "Page": "._runtime.page",
    "Pager": "._runtime.pager",
    "PartialDate": "._runtime.partial_date",
    "RateLimitWindow": "._runtime.events",
    "RawResponse": "._runtime.raw",
    "RequestSent": "._runtime.events",
    "ResponseReceived": "._runtime.events",
    "RetryScheduled": "._runtime.events",
    "Transport": "._runtime.transport",
    "UnknownItem": "._runtime.model",
    "to_dict": "._runtime.model",
}


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

    docstring: Code
    imported: tuple[Code, ...]
    root: Code
    root_docstring: Code
    statuses: tuple[ErrorView, ...]
    reasons: tuple[ErrorView, ...]
    never: Code
    names: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ExportView:
    """One name of the front door and where it is."""

    pair: Code
    name: Code


@dataclass(frozen=True, slots=True)
class LazyView:
    """A module that loads what it names at first use."""

    docstring: Code
    imports: tuple[Code, ...]
    exports: tuple[ExportView, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """What the files beside the package say."""

    title: Code
    description: Code
    distribution: Code
    version: Code
    package: Code
    summary: Code
    client: Code


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One call in the index of calls."""

    call: Code
    route: Code
    returns: Code
    title: Code


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index of calls."""

    title: Code
    client: Code
    count: Code
    rows: tuple[IndexRow, ...]


def errors_view(api: ir.Api, config: Config) -> ErrorsView:
    """View the module of errors."""
    root = f"{config.client}Error"
    names = [name for name, _ in _GENERAL_ERRORS]
    statuses = tuple(_status(item) for item in api.status_errors)
    reasons = tuple(_reason(item, api) for item in api.reason_errors)
    never = [
        view.key
        for view, item in zip(reasons, api.reason_errors, strict=True)
        if item.retry == "never"
    ]
    own = ["ClientStatusError", "RateLimitedError", "ServerError"]
    everything = {root, *names, *own, *(view.name for view in (*statuses, *reasons))}
    return ErrorsView(
        docstring=drawing(
            "Every exception of this package, in one tree.", _tree(api, root)
        ),
        imported=tuple(
            identifier(name)
            for name in sorted([*names, *own, "ClientError"], key=name_order)
        ),
        root=identifier(root),
        root_docstring=docstring(
            ["The root: catches whatever a call raises."], indent=0
        ),
        statuses=statuses,
        reasons=reasons,
        never=Code(f"{{{', '.join(never)}}}" if never else ""),
        names=tuple(literal(name) for name in sorted(everything, key=public_order)),
    )


def _status(item: ir.StatusError) -> ErrorView:
    base = "ServerError" if item.status >= 500 else "ClientStatusError"
    return ErrorView(
        name=identifier(item.name),
        base=identifier(base),
        docstring=docstring([f"{item.status} {item.phrase}."], indent=4),
        key=literal(item.status),
    )


def _reason(item: ir.ReasonError, api: ir.Api) -> ErrorView:
    return ErrorView(
        name=identifier(item.name),
        base=identifier(_parent(item, api)),
        docstring=docstring(
            [f"{item.status} with the reason {item.reason}.", item.description],
            indent=4,
        ),
        key=Code(f"({literal(item.status)}, {literal(item.reason)})"),
    )


def _parent(item: ir.ReasonError, api: ir.Api) -> str:
    if item.status == 429:
        return "RateLimitedError"
    parents = {status.status: status.name for status in api.status_errors}
    return parents[item.status]


def _tree(api: ir.Api, root: str) -> list[str]:
    rows = [(root, 0), *_GENERAL_ERRORS, ("ClientStatusError", 2)]
    clients = [item for item in api.status_errors if item.status < 500]
    for status, name in [
        *((item.status, item.name) for item in clients),
        (429, "RateLimitedError"),
    ]:
        rows.append((f"{name}  {status}", 3))
        rows += [(r.name, 4) for r in api.reason_errors if r.status == status]
    rows.append(("ServerError", 2))
    rows += [(f"{i.name}  {i.status}", 3) for i in api.status_errors if i.status >= 500]
    return [f"{'    ' * depth}{name}" for name, depth in rows]


def front_door_view(api: ir.Api, config: Config) -> LazyView:
    """View the package itself."""
    homes = dict(_FRONT_DOOR)
    homes |= {f"{prefix}{config.client}": ".client" for prefix in ("", "Async")}
    homes |= {
        str(name).strip('"'): ".errors" for name in errors_view(api, config).names
    }
    modules = dict.fromkeys(("errors", "models", "operations"), ".")
    text = [
        f"A typed client of {api.title}, synchronous and asynchronous.",
        api.description,
    ]
    return _lazy(text, homes | modules)


def models_index_view(api: ir.Api) -> LazyView:
    """View the package of models."""
    homes = {
        item.name: f".{module.name}"
        for module in api.modules
        for item in module.declarations
    }
    homes["UnknownItem"] = ".._runtime.model"
    return _lazy([f"The models of {api.title}, each loaded at its first use."], homes)


def _lazy(text: list[str], homes: dict[str, str]) -> LazyView:
    imports = Imports()
    for name, home in homes.items():
        imports.add(home, f"{identifier(name)} as {identifier(name)}")
    exports = (
        ExportView(Code(f"{literal(name)}: {literal(homes[name])}"), literal(name))
        for name in sorted(homes, key=public_order)
    )
    return LazyView(docstring(text, indent=0), imports.lines(indent=4), tuple(exports))


def flavour_view(flavour_text: str) -> LazyView:
    """View the package of one flavour's resources."""
    return LazyView(docstring([flavour_text], indent=0), (), ())


def project_view(api: ir.Api, config: Config) -> ProjectView:
    """View the files of the emitted project."""
    return ProjectView(
        title=prose(api.title),
        description=prose(api.description),
        distribution=toml_string(config.distribution),
        version=toml_string(config.version),
        package=identifier(config.package),
        summary=toml_string(f"A typed client of {api.title}, sync and async."),
        client=identifier(config.client),
    )


def index_view(api: ir.Api, config: Config) -> IndexView:
    """View the index of calls."""
    pairs = [*api.root_calls, *(pair for item in api.resources for pair in item.calls)]
    return IndexView(
        title=prose(api.title),
        client=identifier(config.client),
        count=literal(len(pairs)),
        rows=tuple(_row(operation, call) for operation, call in pairs),
    )


def _row(operation: ir.Operation, call: ir.Call) -> IndexRow:
    view = method_view(operation, call, SYNC)
    owner = f"{call.resource}." if call.resource else ""
    parameters = ", ".join(view.parameters[1:])
    text = f"{owner}{call.name}({parameters}) -> {view.returns}"
    return IndexRow(
        call=code_span(text.replace("models.", "")),
        route=code_span(operation.route),
        returns=view.returns,
        title=prose(call.title),
    )
