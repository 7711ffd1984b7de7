"""Rules about who may call what, and where an access token goes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..findings import closest
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Document
    from ..findings import Location
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
        requirements = [item for item in operation.security or () if item.scheme]
        for before, item in pairwise(requirements):
            if item.scheme != before.scheme:
                message = f"`{operation.operation_id}` has several security schemes"
                yield item.at, message, "Keep one of them."
        for item in requirements:
            if item.scheme in doubtful:
                continue
            name = item.scheme or ""
            known = scopes.get(name)
            if known is None:
                message = f"the security scheme `{name}` is not declared"
                yield item.at, message, closest(name, scopes)
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


@rule("alone")
def basic_authorization(view: View) -> Iterator[Issue]:
    """Take id and secret of an app (Basic) only at the URL that grants tokens.

    There it may be one way among others to say who asks; elsewhere a token is needed
    or not.
    """
    basics = _basics(view.document)
    for operation in view.document.operations:
        grants = view.document.grants_tokens(operation)
        for item in operation.security or ():
            if grants and item.scheme is not None and item.scheme not in basics:
                message = f"`{operation.operation_id}` grants tokens, so it takes none"
                remedy = "Write `security: []`, or name a scheme that is `basic`."
                yield item.at, message, remedy
            if not grants and item.scheme is None:
                message = (
                    "an empty requirement makes the token optional, which is not"
                    " supported"
                )
                yield item.at, message, "Write `security: []` where no token is sent."
    for at, message in _basic_elsewhere(view.document, basics):
        remedy = "Write `bearer` if the server takes tokens; else leave the API out."
        yield at, message, remedy


def _basic_elsewhere(
    document: Document, basics: frozenset[str]
) -> Iterator[tuple[Location, str]]:
    others = [each for each in document.operations if not document.grants_tokens(each)]
    needed = {item.scheme for each in others for item in each.security or ()}
    for scheme in document.security_schemes:
        if scheme.name in needed & basics:
            message = (
                f"the scheme `{scheme.name}` is `basic`, which is not supported but"
                " where tokens are granted: what is sent is a token"
            )
            yield scheme.at, message


def _basics(document: Document) -> frozenset[str]:
    schemes = document.security_schemes
    return frozenset(scheme.name for scheme in schemes if scheme.type == "basic")


@rule("everything")
def server_authorization(view: View) -> Iterator[Issue]:
    """No token goes to another origin than the API's: operations there need none."""
    own = {origin(server.url) for server in view.document.servers[:1]}
    without = {None, *_basics(view.document)}
    for operation in view.document.operations:
        if view.document.grants_tokens(operation):
            continue
        needs = any(item.scheme not in without for item in operation.security or ())
        for server in operation.servers[:1]:
            if needs and origin(server.url) not in own:
                message = (
                    f"`{operation.operation_id}` needs a token on another origin than"
                    " the API's, where none is sent"
                )
                remedy = "Write `security: []`, or describe that server by itself."
                yield server.at, message, remedy


def origin(url: str) -> tuple[str, str, int | None]:
    """Give scheme, host and port; a URL that is none is told elsewhere."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        return "", url, None
