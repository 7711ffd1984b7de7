"""View of the module of the two clients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.annotations import Speller
from ..emit.code import Code, identifier, literal
from ..emit.docstrings import Section, docstring
from ..naming import resource_class
from .resources import (
    ASYNC,
    SYNC,
    Flavour,
    MethodView,
    add_argument,
    call_imports,
    call_typing_imports,
    method_view,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import ir
    from ..config import Config
    from ..emit.imports import Imports

_ARGUMENT = Speller(prefix="models.", argument=True)


@dataclass(frozen=True, slots=True)
class PropertyView:
    """One resource as an attribute of a client."""

    name: Code
    annotation: Code
    class_name: Code
    module: Code
    docstring: Code


@dataclass(frozen=True, slots=True)
class DefaultView:
    """One argument of calls that has a default on the client."""

    parameter: Code
    pair: Code


@dataclass(frozen=True, slots=True)
class OptionView:
    """One setting that only some clients have, and how it is passed on."""

    parameter: Code
    pair: Code


@dataclass(frozen=True, slots=True)
class ClientView:
    """One of the two classes."""

    name: Code
    base: Code
    transport: Code
    limits: Code
    provider: Code
    docstring: Code
    options_docstring: Code
    defaults: tuple[DefaultView, ...]
    quota: tuple[OptionView, ...]
    quota_options: tuple[OptionView, ...]
    properties: tuple[PropertyView, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ClientsView:
    """The whole module."""

    docstring: Code
    imports: tuple[Code, ...]
    clients: tuple[ClientView, ...]


def clients_view(api: ir.Api, config: Config) -> ClientsView:
    """View the module of the clients of `api`."""
    return ClientsView(
        docstring=docstring(
            [f"The clients of {api.title}: one that blocks, one that awaits."], indent=0
        ),
        imports=_imports(api).with_typing(_typing_imports(api)),
        clients=(_client(api, config, SYNC), _client(api, config, ASYNC)),
    )


def _imports(api: ir.Api) -> Imports:
    imports = call_imports(api.root_calls, ".")
    if api.resources:
        imports.add("functools", "cached_property")
    imports.add("._api", "API")
    for name in ("AsyncClient", "Client", "Options"):
        imports.add("._runtime", name)
    return imports


def _typing_imports(api: ir.Api) -> Imports:
    imports = call_typing_imports(api.root_calls, SYNC, ".")
    for name, names in call_typing_imports(api.root_calls, ASYNC, ".").names.items():
        for item in names:
            imports.add(name, item)
    for parameter in api.client_defaults:
        add_argument(imports, parameter, ".")
    imports.add("typing", "Self")
    if api.quota_modes:
        imports.add("typing", "Literal")
    imports.add("._runtime", "AsyncTokenProvider")
    imports.add("._runtime", "TokenProvider")
    imports.add("._runtime", "DriftObserver")
    imports.add("._runtime", "Observer")
    imports.add("._runtime", "AsyncLimitStore")
    imports.add("._runtime", "LimitStore")
    imports.add("._runtime", "AsyncTransport")
    imports.add("._runtime", "Transport")
    for resource in api.resources:
        for flavour in (SYNC, ASYNC):
            imports.add(
                f".{flavour.folder}", f"{resource.name} as {_alias(resource, flavour)}"
            )
    return imports


def _alias(resource: ir.Resource, flavour: Flavour) -> str:
    return f"{flavour.folder}_{resource.name}"


def _client(api: ir.Api, config: Config, flavour: Flavour) -> ClientView:
    kind = "synchronous" if flavour is SYNC else "asynchronous"
    return ClientView(
        name=identifier(f"{flavour.prefix}{config.client}"),
        base=identifier(f"{flavour.prefix}Client"),
        transport=identifier(f"{flavour.prefix}Transport"),
        limits=identifier(f"{flavour.prefix}LimitStore"),
        provider=identifier(f"{flavour.prefix}TokenProvider"),
        docstring=docstring(
            [f"The {kind} client of {api.title}.", *_PROMISES[flavour.folder]],
            [_arguments(api)],
            indent=4,
        ),
        options_docstring=docstring(
            ["Give a view with other options, which shares the connections."],
            [_options(api)],
            indent=8,
        ),
        defaults=tuple(_default(item) for item in api.client_defaults),
        quota=_quota(api),
        quota_options=tuple(_quota_options(api)),
        properties=tuple(_property(item, flavour) for item in api.resources),
        methods=tuple(method_view(o, c, flavour) for o, c in api.root_calls),
    )


_PROMISES = {
    "_sync": (
        "Safe to share between threads. Use it as a context manager, or call `close`.",
    ),
    "_async": (
        "Safe to share between tasks. Use it as a context manager, or call `aclose`.",
    ),
}


_REPEATING = (
    ("max_attempts", "How many times a request may be sent, the first one included."),
    ("max_wait", "Seconds a call may wait before a request; else it raises at once."),
)
_NONE = "Else what does not fit is None."


_QUOTA = (
    ("quota_mode", "The quota mode of your app; without it no call is held back."),
    ("on_unavailable", "What to do with a call it lacks: `raise`, or `route` it on."),
)


def _modes(api: ir.Api) -> tuple[str, ...]:
    return tuple(name for name, _ in api.quota_modes)


def _quota(api: ir.Api) -> tuple[OptionView, ...]:
    if not api.quota_modes:
        return ()
    known = ", ".join(literal(name) for name in _modes(api))
    mode = Code(f"quota_mode: Literal[{known}] | None = None")
    what = Code('on_unavailable: Literal["raise", "route"] = "raise"')
    return (
        OptionView(mode, Code("quota_mode=quota_mode")),
        OptionView(what, Code("on_unavailable=on_unavailable")),
    )


def _quota_options(api: ir.Api) -> Iterator[OptionView]:
    if api.quota_modes:
        kind = 'Literal["raise", "route"] | None'
        parameter = Code(f"on_unavailable: {kind} = None")
        yield OptionView(parameter, Code("on_unavailable=on_unavailable"))


def _arguments(api: ir.Api) -> Section:
    fixed = (
        ("auth", "An access token, a grant, or what else gives tokens."),
        ("base_url", f"Where to send requests; {api.base_url} by default."),
        ("timeout", "Seconds a whole call may take, everything included."),
        ("attempt_timeout", "Seconds one request may take."),
        *_REPEATING,
        ("max_body", "Bytes of a response, after decompression, that are accepted."),
    )
    told = tuple((item.name, _told(item)) for item in api.client_defaults)
    told += _QUOTA if api.quota_modes else ()
    last = (
        ("strict", f"Whether a response that is not as described raises. {_NONE}"),
        ("on_drift", "Takes each such place; one warning each is logged by default."),
        ("on_event", "Takes what happens during calls, as typed events."),
        ("transport", "What sends requests; `HttpTransport()` by default."),
        ("limits", "Where rate-limit windows are kept; in this process by default."),
    )
    return Section("Args", (*fixed, *told, *last))


def _options(api: ir.Api) -> Section:
    fixed = (
        ("timeout", "Seconds a whole call may take, everything included."),
        ("attempt_timeout", "Seconds one request may take."),
        *_REPEATING,
    )
    told = tuple((item.name, _told(item)) for item in api.client_defaults)
    told += _QUOTA[1:] if api.quota_modes else ()
    last = (
        ("strict", f"Whether a response that is not as described raises. {_NONE}"),
        (
            "if_none_match",
            "An entity tag: an answer that still has it raises `NotModifiedError`.",
        ),
    )
    return Section("Args", (*fixed, *told, *last))


def _told(item: ir.Parameter) -> str:
    return f"Default of the argument of that name. {item.description}"


def _default(item: ir.Parameter) -> DefaultView:
    annotation = _ARGUMENT.spell(item.type)
    return DefaultView(
        parameter=Code(f"{identifier(item.name)}: {annotation} | None = None"),
        pair=Code(f"{literal(item.name)}: {identifier(item.name)}"),
    )


def _property(resource: ir.Resource, flavour: Flavour) -> PropertyView:
    return PropertyView(
        name=identifier(resource.name),
        annotation=identifier(
            f"{_alias(resource, flavour)}.{resource_class(resource.name)}"
        ),
        class_name=identifier(resource_class(resource.name)),
        module=identifier(f"{flavour.folder}.{resource.name}"),
        docstring=docstring([resource.description or resource.name], indent=8),
    )
