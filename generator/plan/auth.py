"""View of the module of grants: the ways of getting access tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, docstring, identifier, literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .. import ir
    from ..config import Config

_GRANTS = {
    "clientCredentials": (
        (
            "ClientCredentials",
            "",
            ("client_id", "client_secret"),
            "Access for the application alone, without a user.",
        ),
    ),
    "authorizationCode": (
        (
            "AuthorizationCode",
            "[Scope]",
            ("client_id", "client_secret", "redirect_uri"),
            "Access on behalf of a user, for an application that can keep a secret.",
        ),
        (
            "PKCE",
            "[Scope]",
            ("client_id", "redirect_uri"),
            "Access on behalf of a user, for an application that cannot keep a secret.",
        ),
        (
            "RefreshToken",
            "",
            ("client_id", "client_secret"),
            "Access on behalf of a user who consented elsewhere.",
        ),
    ),
}
"""What each flow makes possible: class, its type argument, credentials, summary."""

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
    docstring: Code


@dataclass(frozen=True, slots=True)
class AuthView:
    """The module of grants."""

    docstring: Code
    title: Code
    authorization_url: Code
    token_operation: Code
    scopes: tuple[Code, ...]
    scope_names: tuple[Code, ...]
    application_scopes: Code
    environment: tuple[Code, ...]
    refused: tuple[Code, ...]
    application: Code
    grants: tuple[GrantView, ...]
    refused_grants: tuple[RefusedView, ...]


def auth_view(api: ir.Api, authorization: ir.Authorization, config: Config) -> AuthView:
    """View the ways of getting access tokens for `api`."""
    return AuthView(
        docstring=docstring([f"How programs get access to {api.title}."], indent=0),
        title=literal(api.title),
        authorization_url=literal(authorization.authorization_url),
        token_operation=identifier(authorization.token_operation.constant),
        scopes=_pairs(authorization.scopes),
        scope_names=tuple(literal(name) for name, _ in authorization.scopes),
        application_scopes=literal(authorization.application_scopes),
        environment=_pairs(authorization.environment),
        refused=_pairs(authorization.refused),
        application=literal(config.distribution),
        grants=tuple(_grants(authorization)),
        refused_grants=tuple(
            RefusedView(
                name=identifier(_REFUSED[flow]),
                flow=literal(flow),
                docstring=docstring(["No longer offered.", reason], indent=4),
            )
            for flow, reason in authorization.refused
        ),
    )


def auth_names(authorization: ir.Authorization | None) -> tuple[str, ...]:
    """List what the module of grants exports, if there is one."""
    if authorization is None:
        return ()
    grants = (str(grant.name) for grant in _grants(authorization))
    refused = (_REFUSED[flow] for flow, _ in authorization.refused)
    return (*grants, *refused, "Scope", _STORE)


def _grants(authorization: ir.Authorization) -> Iterable[GrantView]:
    variables = dict(authorization.environment)
    for flow in authorization.flows:
        for name, parameter, credentials, text in _GRANTS[flow]:
            named = [
                f"`{each}` from `{variables[each]}`"
                for each in credentials
                if each in variables
            ]
            given = f"What is not given comes from the environment: {', '.join(named)}."
            yield GrantView(
                name=identifier(name),
                base=Code(f"grants.{name}{parameter}"),
                docstring=docstring([text, given if named else ""], indent=4),
            )


def _pairs(pairs: Iterable[tuple[str, str]]) -> tuple[Code, ...]:
    return tuple(Code(f"{literal(name)}: {literal(text)}") for name, text in pairs)
