"""Security schemes to the server that grants access tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .. import ir

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..dialect.document import Document, SecurityScheme


def build_authorization(
    document: Document, operations: Iterable[ir.Operation]
) -> ir.Authorization | None:
    """Make the authorization of `document`.

    There is none without an OAuth scheme whose token URL is described as an operation:
    then users bring access tokens of their own.
    """
    by_url = {f"{item.server}{item.path}": item for item in operations}
    for scheme in document.security_schemes:
        for flow in scheme.flows:
            token = by_url.get(flow.token_url or "")
            if token is not None:
                return _authorization(scheme, token)
    return None


def _authorization(scheme: SecurityScheme, token: ir.Operation) -> ir.Authorization:
    pages = (flow.authorization_url for flow in scheme.flows)
    # Who asks for a token says so in the request itself.
    granting = replace(token, authorized=False, scopes=(), scope_sets=())
    scopes = {name: text for flow in scheme.flows for name, text in flow.scopes}
    return ir.Authorization(
        authorization_url=next((page for page in pages if page is not None), None),
        token_operation=granting,
        flows=tuple(sorted(flow.name for flow in scheme.flows)),
        scopes=tuple(sorted(scopes.items())),
        application_scopes=tuple(
            sorted(
                name
                for flow in scheme.flows
                if flow.name == "clientCredentials"
                for name, _ in flow.scopes
            )
        ),
        environment=tuple(sorted(scheme.environment)),
        refused=tuple(sorted(scheme.refused)),
    )
