"""Asking an authorization server for tokens (RFC 6749, sections 4 to 6)."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import quote_plus, urlencode

from ..calls.call import Call
from ..calls.error_labels import labelled
from ..core.jsondata import is_object
from ..core.secret import Secret
from ..engine.failures import one_line
from ..errors import (
    AuthError,
    AuthServerError,
    ClientError,
    ConfigurationError,
    ReauthorizationRequiredError,
    StatusError,
)
from ..tokens.token_set import TokenSet, granted

if TYPE_CHECKING:
    from ..engine.ports import Exchange
    from ..engine.steps import Steps
    from ..http.messages import Response
    from .server import AuthorizationServer

Fields: TypeAlias = Mapping[str, str | Secret]

_TOO_MANY_REQUESTS = 429
_UNAUTHORIZED = 401
_LARGEST = 65_536
_REPEATABLE = frozenset({"client_credentials", "refresh_token"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """Who asks for tokens.

    Attributes:
        server: The authorization server.
        client_id: The id of the application.
        client_secret: Its secret, or `None` for one that cannot keep any (PKCE).
    """

    server: AuthorizationServer
    client_id: str
    client_secret: Secret | None = None


def request(
    application: Application,
    fields: Fields,
    requested: frozenset[str] | None,
    exchange: Exchange,
    now: Callable[[], float],
) -> Steps[TokenSet]:
    """Ask for tokens.

    Args:
        application: Who asks.
        fields: The grant: the fields of the request, but for the credentials.
        requested: The scopes that hold if the answer names none.
        exchange: Carries a call out.
        now: Returns the time, in seconds since 1970.

    Returns:
        A generator of steps whose result is what was granted.

    Raises:
        ReauthorizationRequiredError: If the grant is dead (`invalid_grant`).
        ConfigurationError: If the application is unknown (`invalid_client`).
        AuthServerError: If the server failed, or its answer makes no sense.
        AuthError: If it refused for another reason.
        RateLimitedError: If it asks for a longer wait than allowed.
        TransportError: If no response came.
    """
    call, sent_at = _call(application, fields), now()
    with labelled(call):
        try:
            response = yield from exchange(call)
        except StatusError as error:
            raise _refusal(error) from None
        tokens = _tokens(response, sent_at, requested)
        if isinstance(tokens, str):
            message = f"the answer makes no sense: {tokens}"
            raise AuthServerError(message, error="server_error")
        return tokens


def _call(application: Application, fields: Fields) -> Call:
    operation = application.server.token_operation
    secret = application.client_secret
    content = {name: _plain(value) for name, value in fields.items()}
    if secret is None:
        content["client_id"] = application.client_id
    rule: Literal["safe", "never"] = (
        "safe" if fields["grant_type"] in _REPEATABLE else "never"
    )
    return Call(
        label=operation.label,
        method=operation.method,
        url=f"{operation.server}{operation.path}",
        body=urlencode(content, errors="surrogatepass").encode("ascii"),
        media_type=operation.media_type,
        operation=replace(operation, retry=rule),
        authorized=False,
        credentials=None if secret is None else basic(application.client_id, secret),
        secrets=_secrets(application, fields),
    )


def basic(client_id: str, client_secret: Secret) -> Secret:
    """Return the credentials of an application (RFC 6749, section 2.3.1).

    Args:
        client_id: The id of the application.
        client_secret: Its secret.
    """
    pair = f"{quote_plus(client_id)}:{quote_plus(client_secret.reveal())}"
    return Secret(f"Basic {base64.b64encode(pair.encode()).decode()}")


def _plain(value: str | Secret) -> str:
    return value.reveal() if isinstance(value, Secret) else value


def _tokens(
    response: Response, sent_at: float, requested: frozenset[str] | None
) -> TokenSet | str:
    import msgspec

    if len(response.body) > _LARGEST:
        return "it is too long"
    try:
        data: Any = msgspec.json.decode(response.body.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return "it is no JSON"
    return granted(data, sent_at, requested) if is_object(data) else "it is no object"


def _refusal(error: StatusError) -> ClientError:
    """Return what the refusal of a token request means."""
    if error.status == _TOO_MANY_REQUESTS:
        return error
    if error.status >= 500:
        text = f"the server failed ({error.status}); the grant is untouched"
        return AuthServerError(text, error="server_error")
    description, code = error.message, one_line(error.reason or "")
    message = f"{code or error.status}: {description}"
    if code == "invalid_client" or (not code and error.status == _UNAUTHORIZED):
        return ConfigurationError(f"{message}: check client id and client secret")
    if code == "invalid_grant":
        message = f"{message}: send the user through authorization again"
        return ReauthorizationRequiredError(
            message, error=code, error_description=description
        )
    return AuthError(
        message, error=code or str(error.status), error_description=description
    )


def _secrets(application: Application, fields: Fields) -> tuple[Secret, ...]:
    values = (*fields.values(), application.client_secret)
    return tuple(value for value in values if isinstance(value, Secret))
