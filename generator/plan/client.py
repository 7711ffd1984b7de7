"""View of the module of the two clients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, Prose, identifier
from ..emit.docstrings import docstring, entries
from ..emit.imports import Imports
from ..naming import resource_class
from .methods import (
    ASYNC,
    SYNC,
    Flavour,
    MethodView,
    call_imports,
    call_typing_imports,
    method_view,
)
from .options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .. import ir
    from ..config import Config
    from .runtime import ClientOption


@dataclass(frozen=True, slots=True)
class PropertyView:
    """One resource as an attribute of a client."""

    name: Code
    annotation: Code
    class_name: Code
    module: Code
    docstring: Code


@dataclass(frozen=True, slots=True)
class ClientView:
    """One of the two classes.

    Attributes:
        prefix: What the names of its flavour begin with.
        name: Its name.
        kind: What its flavour is called.
        sharers: What may share it.
        close: The method that closes it.
        options: What its constructor takes beside the authorization.
        option_docs: A line for each of them.
        given: The same, handed on.
        changes: What `with_options` takes.
        change_docs: A line for each of them.
        changed: The same, handed on.
        properties: Its resources.
        methods: The calls without a resource.
    """

    prefix: Code
    name: Code
    kind: Code
    sharers: Code
    close: Code
    auth: Code
    auth_doc: Code
    options: tuple[Code, ...]
    option_docs: tuple[Code, ...]
    given: tuple[Code, ...]
    changes: tuple[Code, ...]
    change_docs: tuple[Code, ...]
    changed: tuple[Code, ...]
    properties: tuple[PropertyView, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ClientsView:
    """The whole module."""

    api: Prose
    imports: tuple[Code, ...]
    clients: tuple[ClientView, ...]


def clients_view(
    api: ir.Api, config: Config, declared: Iterable[ClientOption]
) -> ClientsView:
    """View the module of the clients of `api`.

    Args:
        api: The API.
        config: What the classes are called.
        declared: The options as the runtime declares them.
    """
    options = {each.folder: Options(declared, api, each) for each in (SYNC, ASYNC)}
    typing = _typing_imports(api)
    for each in options.values():
        each.add_imports(typing)
    return ClientsView(
        api=Prose(api.title),
        imports=_imports(api).with_typing(typing),
        clients=tuple(
            _client(api, config, each, options[each.folder]) for each in (SYNC, ASYNC)
        ),
    )


def _imports(api: ir.Api) -> Imports:
    imports = call_imports(api.root_calls, ".")
    if api.resources:
        imports.add("._runtime", "cached")
    imports.add("._api", "API")
    for name in ("AsyncClient", "Client", "Options"):
        imports.add("._runtime", name)
    return imports


def _typing_imports(api: ir.Api) -> Imports:
    imports = Imports()
    imports.add("typing", "Self")
    for flavour in (SYNC, ASYNC):
        imports.update(call_typing_imports(api.root_calls, flavour, "."))
        imports.add("._runtime", f"{flavour.prefix}TokenProvider")
        for resource in api.resources:
            alias = f"{resource.name} as {_alias(resource, flavour)}"
            imports.add(f".{flavour.folder}", alias)
    return imports


def _alias(resource: ir.Resource, flavour: Flavour) -> str:
    return f"{flavour.folder}_{resource.name}"


_WORDS = {
    "_sync": (Code("threads"), Code("close")),
    "_async": (Code("tasks"), Code("aclose")),
}
"""Of each flavour: who may share its client, and what closes that."""


def _client(
    api: ir.Api, config: Config, flavour: Flavour, options: Options
) -> ClientView:
    sharers, close = _WORDS[flavour.folder]
    client, views = options.of_client(), options.of_views()
    needed = any(operation.authorized for operation in api.operations)
    optional, note = ("", "") if needed else (" | None = None", "; no call needs any")
    return ClientView(
        prefix=Code(flavour.prefix),
        name=identifier(f"{flavour.prefix}{config.client}"),
        kind=flavour.kind,
        sharers=sharers,
        close=close,
        auth=Code(f"str | {flavour.prefix}TokenProvider{optional}"),
        auth_doc=Code(f"An access token, a grant, or what else gives tokens{note}."),
        options=client.parameters,
        option_docs=entries(client.docs, indent=4),
        given=client.pairs,
        changes=views.parameters,
        change_docs=entries(views.docs, indent=8),
        changed=views.pairs,
        properties=tuple(_property(item, flavour) for item in api.resources),
        methods=tuple(method_view(o, c, flavour) for o, c in api.root_calls),
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
