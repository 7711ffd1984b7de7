"""View of the module of grants: the ways of getting access tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, Prose, identifier, literal
from ..emit.docstrings import docstring
from ..emit.imports import Imports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .. import ir
    from ..config import Config
    from .runtime import Runtime

_REFUSED = {"implicit": "ImplicitGrant", "password": "PasswordGrant"}
_STORE = "FileTokenStore"


@dataclass(frozen=True, slots=True)
class GrantView:
    """One way of getting access tokens."""

    name: Code
    base: Code
    docstring: Code


@dataclass(frozen=True, slots=True)
class RefusedView:
    """One way that is no longer offered."""

    name: Code
    flow: Code
    reason: Prose


@dataclass(frozen=True, slots=True)
class AuthView:
    """The module of grants."""

    api: Prose
    imports: tuple[Code, ...]
    title: Code
    authorization_url: Code
    token_operation: Code
    scopes: tuple[Code, ...]
    scope: Code
    application_scopes: Code
    environment: tuple[Code, ...]
    refused: tuple[Code, ...]
    application: Code
    grants: tuple[GrantView, ...]
    refused_grants: tuple[RefusedView, ...]


def auth_view(
    api: ir.Api, authorization: ir.Authorization, config: Config, runtime: Runtime
) -> AuthView:
    """View the ways of getting access tokens for `api`."""
    return AuthView(
        api=Prose(api.title),
        imports=_imports(authorization, runtime).lines(),
        title=literal(api.title),
        authorization_url=literal(authorization.authorization_url),
        token_operation=identifier(authorization.token_operation.constant),
        scopes=_pairs(authorization.scopes),
        scope=_scope(authorization),
        application_scopes=literal(authorization.application_scopes),
        environment=_pairs(authorization.environment),
        refused=_pairs(authorization.refused),
        application=literal(config.distribution),
        grants=tuple(_grants(authorization, runtime)),
        refused_grants=tuple(
            RefusedView(
                name=identifier(_REFUSED[flow]),
                flow=literal(flow),
                reason=Prose(reason),
            )
            for flow, reason in authorization.refused
        ),
    )


def auth_names(
    authorization: ir.Authorization | None, runtime: Runtime
) -> tuple[str, ...]:
    """List what the module of grants exports, if there is one."""
    if authorization is None:
        return ()
    grants = (str(grant.name) for grant in _grants(authorization, runtime))
    refused = (_REFUSED[flow] for flow, _ in authorization.refused)
    return (*grants, *refused, "Scope", _STORE)


def _imports(authorization: ir.Authorization, runtime: Runtime) -> Imports:
    """Import what the module makes its own under the same name, and what it uses."""
    imports = Imports()
    imports.add(".", "operations")
    imports.add("._api", "API")
    imports.add("._runtime", "AuthorizationServer")
    imports.add("typing", "Literal" if authorization.scopes else "Never")
    imports.add("typing", "TypeAlias")
    if authorization.refused:
        imports.add("._runtime", "RefusedFlow")
    grants = (
        grant.name for flow in authorization.flows for grant in runtime.grants[flow]
    )
    for name in (*grants, _STORE):
        imports.add("._runtime", f"{name} as _{name}")
    return imports


def _scope(authorization: ir.Authorization) -> Code:
    """Give the type of a scope; where there are none, nothing is one."""
    names = ", ".join(literal(name) for name, _ in authorization.scopes)
    return Code(f"Literal[{names}]" if names else "Never")


def _grants(authorization: ir.Authorization, runtime: Runtime) -> Iterable[GrantView]:
    variables = dict(authorization.environment)
    for flow in authorization.flows:
        for grant in runtime.grants[flow]:
            named = [
                f"`{each}` from `{variables[each]}`"
                for each in grant.credentials
                if each in variables
            ]
            elsewhere = (
                f"What is not given comes from the environment: {', '.join(named)}."
            )
            yield GrantView(
                name=identifier(grant.name),
                base=Code(f"_{grant.name}{'[Scope]' if grant.scoped else ''}"),
                docstring=docstring(
                    [grant.summary, elsewhere if named else ""], indent=4
                ),
            )


def _pairs(pairs: Iterable[tuple[str, str]]) -> tuple[Code, ...]:
    return tuple(Code(f"{literal(name)}: {literal(text)}") for name, text in pairs)
