"""Views of what surrounds the calls: errors, the front door, the project's files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..config import ConfigError
from ..emit.code import Code, docstring, identifier, literal, prose, toml_string
from ..emit.imports import Imports, public_order
from .auth import auth_names
from .errors import errors_view

if TYPE_CHECKING:
    from .. import ir
    from ..config import Config
    from .handwritten import Written

_FRONT_DOOR = {
    "AccessToken": "._runtime.auth.access_token",
    "AsyncLimitStore": "._runtime.engine.limits",
    "AsyncPager": "._runtime.paging.pager",
    "AsyncTokenStore": "._runtime.tokens.stores",
    "AsyncTransport": "._runtime.http.transport",
    "AuthorizationRequest": "._runtime.auth.consent",
    "DriftRecord": "._runtime.decoding.drift",
    "DriftReport": "._runtime.decoding.drift",
    "Event": "._runtime.engine.events",
    "HttpTransport": "._runtime.transports.default",
    "LimitState": "._runtime.engine.limits",
    "LimitStore": "._runtime.engine.limits",
    "MemoryLimitStore": "._runtime.engine.limits",
    "MemoryTokenStore": "._runtime.tokens.stores",
    "Page": "._runtime.models.page",
    "Pager": "._runtime.paging.pager",
    "PartialDate": "._runtime.models.partial_date",
    "RateLimitWindow": "._runtime.engine.events",
    "RawResponse": "._runtime.session.raw",
    "RecordingTransport": "._runtime.transports.recording",
    "RequestSent": "._runtime.engine.events",
    "ResponseReceived": "._runtime.engine.events",
    "RetryScheduled": "._runtime.engine.events",
    "SchemaDrift": "._runtime.decoding.drift",
    "TokenRefreshed": "._runtime.engine.events",
    "TokenSet": "._runtime.tokens.token_set",
    "TokenStore": "._runtime.tokens.stores",
    "Transport": "._runtime.http.transport",
    "UnknownItem": "._runtime.models.model",
    "to_dict": "._runtime.models.model",
}


@dataclass(frozen=True, slots=True)
class ApiView:
    """What the package knows of its API."""

    docstring: Code
    base_url: Code
    logger: Code
    user_agent: Code
    quota_modes: Code


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


def api_view(api: ir.Api, config: Config) -> ApiView:
    """View the module of what the package knows of its API."""
    return ApiView(
        docstring=docstring([f"What this package knows of {api.title}."], indent=0),
        base_url=literal(api.base_url),
        logger=literal(config.package),
        user_agent=literal(f"{config.distribution}/{config.version}"),
        quota_modes=literal(tuple(name for name, _ in api.quota_modes)),
    )


def front_door_view(api: ir.Api, config: Config, written: Written) -> LazyView:
    """View the package itself.

    Raises:
        ConfigError: A hand-written module offers what has a name that is taken.
    """
    homes = dict(_FRONT_DOOR)
    homes |= {f"{prefix}{config.client}": ".client" for prefix in ("", "Async")}
    homes |= {
        str(name).strip('"'): ".errors" for name in errors_view(api, config).names
    }
    homes |= dict.fromkeys(auth_names(api.authorization), ".auth")
    homes |= dict.fromkeys(("errors", "models", "operations"), ".")
    for calls in written.values():
        for name in calls.exports:
            if homes.setdefault(name, calls.module) != calls.module:
                message = f"{calls.module}: __all__: the name `{name}` is taken"
                raise ConfigError(message)
    text = [
        f"A typed client of {api.title}, synchronous and asynchronous.",
        api.description,
    ]
    return _lazy(text, homes)


def models_index_view(api: ir.Api) -> LazyView:
    """View the package of models."""
    homes = {
        item.name: f".{module.name}"
        for module in api.modules
        for item in module.declarations
    }
    homes["UnknownItem"] = ".._runtime.models.model"
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
