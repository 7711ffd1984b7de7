"""Rules about who may call what, and where an access token goes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..findings import closest
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .rules import Issue
    from .view import View

_PORTS = {"http": 80, "https": 443}


@rule("alone")
def security(view: View) -> Iterator[Issue]:
    """Schemes and scopes are declared; an operation has one scheme.

    Several requirements of that scheme are alternatives: any of them will do.
    """
    scopes = {
        item.name: {name for flow in item.flows for name, _ in flow.scopes}
        for item in view.document.security_schemes
    }
    broken = view.document.broken
    doubtful = {
        each.name for each in view.document.security_schemes if each.at in broken
    }
    for operation in view.document.operations:
        requirements = operation.security or ()
        for before, item in pairwise(requirements):
            if item.scheme != before.scheme:
                message = f"`{operation.operation_id}` has several security schemes"
                yield item.at, message, "Keep one of them."
        for item in requirements:
            if item.scheme in doubtful:
                continue
            known = scopes.get(item.scheme)
            if known is None:
                message = f"the security scheme `{item.scheme}` is not declared"
                yield item.at, message, closest(item.scheme, scopes)
                continue
            for scope in item.scopes:
                if scope not in known:
                    message = f"the scope `{scope}` is not declared"
                    yield item.at, message, closest(scope, known)


@rule("everything")
def unused_security_scheme(view: View) -> Iterator[Issue]:
    """Every security scheme authorizes some operation."""
    used = {
        requirement.scheme
        for operation in view.document.operations
        for requirement in operation.security or ()
    }
    for scheme in view.document.security_schemes:
        if scheme.name not in used:
            message = f"no operation uses the security scheme `{scheme.name}`"
            yield scheme.at, message, "Take it out, or name it in `security`."


@rule("everything")
def server_authorization(view: View) -> Iterator[Issue]:
    """No token goes to another origin than the API's: operations there need none."""
    own = {_origin(server.url) for server in view.document.servers[:1]}
    for operation in view.document.operations:
        for server in operation.servers[:1]:
            if operation.security and _origin(server.url) not in own:
                message = (
                    f"`{operation.operation_id}` needs a token on another origin than"
                    " the API's, where none is sent"
                )
                remedy = "Write `security: []`, or describe that server by itself."
                yield server.at, message, remedy


def _origin(url: str) -> tuple[str, str, int | None]:
    """Give scheme, host and port; a URL that is none is told elsewhere."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        return "", url, None
