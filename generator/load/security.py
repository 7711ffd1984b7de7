"""Nodes to security schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.document import Flow, SecurityScheme

if TYPE_CHECKING:
    from typing import Literal

    from ..source.nodes import Entry
    from .context import Context
    from .fields import Fields

_FLOWS = {
    "implicit": (),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
}
"""The flows of OAuth 2 and the URLs each needs."""
_REFUSED = {
    "implicit": "tokens in a URL leak; RFC 9700 forbids it",
    "password": "the client would see the password; RFC 9700 forbids it",
}
_UNKNOWN = {
    "apiKey": (
        "the client sends access tokens, and keeps no other secrets",
        "Write `type: http`, `scheme: bearer` if the server takes the key so.",
    ),
    "openIdConnect": (
        "nothing is discovered",
        "Write `type: oauth2` with the `flows` and URLs that the provider has.",
    ),
    "mutualTLS": (
        "certificates belong to the transport",
        "Take it out; users give `HttpTransport` an SSL context.",
    ),
}
"""Kinds of schemes that are not supported: why, and what to do."""


def load_security_scheme(context: Context, name: str, entry: Entry) -> SecurityScheme:
    """Read one of `components.securitySchemes`."""
    fields = context.fields(entry.value, "a security scheme")
    kind_of_scheme = fields.needed_text("type")
    if kind_of_scheme in _UNKNOWN:
        return _unknown(fields, name, entry, kind_of_scheme)
    known = None
    if kind_of_scheme is not None:
        known = fields.choice("type", ("oauth2", "http"))
    kind = _scheme(fields) if known == "http" else "oauth2"
    return SecurityScheme(
        at=entry.key.at,
        name=name,
        type=kind,
        description=fields.text("description"),
        flows=_flows(context, fields) if kind == "oauth2" else (),
        environment=fields.text_pairs("x-environment"),
        refused=_refused(context, fields),
    )


def _scheme(fields: Fields) -> Literal["bearer", "basic"]:
    fields.for_others("bearerFormat")
    scheme = fields.needed_text("scheme")
    if scheme == "basic":
        return "basic"
    if scheme is not None and scheme != "bearer":
        message = f"the scheme `{scheme}` is not supported: what is sent is a token"
        remedy = "Write `bearer` if the server takes tokens; else leave the API out."
        fields.problems.add(fields.place("scheme"), "unsupported", message, remedy)
    return "bearer"


def _unknown(fields: Fields, name: str, entry: Entry, kind: str) -> SecurityScheme:
    """Refuse a kind of scheme, in one finding whatever else it says."""
    fields.for_others("description", "in", "name", "openIdConnectUrl")
    reason, remedy = _UNKNOWN[kind]
    message = f"`type: {kind}` is not supported: {reason}"
    fields.problems.add(fields.place("type"), "unsupported", message, remedy)
    return SecurityScheme(entry.key.at, name, "oauth2", "", (), (), ())


def _refused(context: Context, fields: Fields) -> tuple[tuple[str, str], ...]:
    for name, entry in fields.entries("x-refused-flows").items():
        if name not in _REFUSED:
            message = f"the flow `{name}` is none that a server may refuse"
            remedy = f"Name one of {', '.join(f'`{each}`' for each in _REFUSED)}."
            context.problems.add(entry.key.at, "unsupported", message, remedy)
    return fields.text_pairs("x-refused-flows")


def _flows(context: Context, fields: Fields) -> tuple[Flow, ...]:
    found: list[Flow] = []
    for name, entry in fields.entries("flows", required=True).items():
        if name in _REFUSED or name not in _FLOWS:
            reason = _REFUSED.get(name, "there is no such flow in OAuth 2")
            message = f"the flow `{name}` is not supported: {reason}"
            remedy = "Use `authorizationCode` or `clientCredentials`."
            context.problems.add(entry.key.at, "unsupported", message, remedy)
            continue
        flow = context.fields(entry.value, "a flow")
        for key in _FLOWS[name]:
            flow.find(key, required=True)
        _check_refresh(flow)
        found.append(
            Flow(
                at=entry.key.at,
                name=name,
                authorization_url=flow.optional_text("authorizationUrl"),
                token_url=flow.optional_text("tokenUrl"),
                scopes=flow.text_pairs("scopes", required=True),
            )
        )
    return tuple(found)


def _check_refresh(flow: Fields) -> None:
    refresh = flow.optional_text("refreshUrl")
    if refresh is not None and refresh != flow.optional_text("tokenUrl"):
        message = (
            "`refreshUrl` is not the `tokenUrl`, where tokens are refreshed"
            " (RFC 6749, section 6)"
        )
        remedy = "Take it out, or write the `tokenUrl`."
        flow.problems.add(flow.place("refreshUrl"), "unsupported", message, remedy)
