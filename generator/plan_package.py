"""Views of what surrounds the calls: errors, the front door, the project's files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .emit import Code, code_span, docstring, identifier, literal, prose, toml_string
from .imports import Imports, public_order
from .plan_auth import auth_names
from .plan_errors import errors_view
from .plan_resources import SYNC, method_view

if TYPE_CHECKING:
    from . import ir
    from .config import Config

_FRONT_DOOR = {
    "AccessToken": "._runtime.auth",
    "AsyncLimitStore": "._runtime.limits",
    "AsyncPager": "._runtime.pager",
    "AsyncTokenStore": "._runtime.token_stores",
    "AsyncTransport": "._runtime.transport",
    "AuthorizationRequest": "._runtime.authorization_request",
    "Event": "._runtime.events",
    "HttpTransport": "._runtime.http_transport",
    "LimitState": "._runtime.limits",
    "LimitStore": "._runtime.limits",
    "MemoryLimitStore": "._runtime.limits",
    "MemoryTokenStore": "._runtime.token_stores",
    "Page": "._runtime.page",
    "Pager": "._runtime.pager",
    "PartialDate": "._runtime.partial_date",
    "RateLimitWindow": "._runtime.events",
    "RawResponse": "._runtime.raw",
    "RequestSent": "._runtime.events",
    "ResponseReceived": "._runtime.events",
    "RetryScheduled": "._runtime.events",
    "TokenRefreshed": "._runtime.events",
    "TokenSet": "._runtime.token_set",
    "TokenStore": "._runtime.token_stores",
    "Transport": "._runtime.transport",
    "UnknownItem": "._runtime.model",
    "to_dict": "._runtime.model",
}


@dataclass(frozen=True, slots=True)
class ApiView:
    """What the package knows of its API."""

    docstring: Code
    base_url: Code
    logger: Code
    user_agent: Code


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


def api_view(api: ir.Api, config: Config) -> ApiView:
    """View the module of what the package knows of its API."""
    return ApiView(
        docstring=docstring([f"What this package knows of {api.title}."], indent=0),
        base_url=literal(api.base_url),
        logger=literal(config.package),
        user_agent=literal(f"{config.distribution}/{config.version}"),
    )


def front_door_view(api: ir.Api, config: Config) -> LazyView:
    """View the package itself."""
    homes = dict(_FRONT_DOOR)
    homes |= {f"{prefix}{config.client}": ".client" for prefix in ("", "Async")}
    homes |= {
        str(name).strip('"'): ".errors" for name in errors_view(api, config).names
    }
    homes |= dict.fromkeys(auth_names(api.authorization), ".auth")
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
