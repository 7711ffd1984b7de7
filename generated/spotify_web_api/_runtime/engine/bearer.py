"""The access token of a call: having one, and having another after a refusal."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..calls import scopes
from ..core.redaction import NO_SECRETS
from ..errors import ConfigurationError, StatusError
from .ports import Work
from .steps import Token

if TYPE_CHECKING:
    from ..core.redaction import Redactor
    from ..core.secret import Secret
    from ..errors import ClientError
    from ..http.messages import Request
    from .ports import Exchange
    from .progress import Progress, Shared
    from .steps import Steps

_UNAUTHORIZED = 401
_TOKEN = re.compile(r"[\x21-\x7e]+")


def token(progress: Progress, exchange: Exchange) -> Steps[Secret]:
    """Return a valid access token for a call.

    Args:
        progress: How far the call has come.
        exchange: Carries a token request out.

    Raises:
        MissingScopeError: If the scopes of the token are known and do not suffice.
        ConfigurationError: If the token cannot stand in a header. It is never shown.
        ClientError: If there is no token to be had.
    """
    token = progress.renewed
    if token is None:
        token = yield from _asked(progress, exchange, None)
    if not _can_be_sent(token):
        message = "the access token is empty, or has characters a header cannot hold"
        raise ConfigurationError(message)
    progress.token = token
    return token


def authorized(progress: Progress, request: Request) -> Request:
    """Return a request with the access token, which none of its errors shows.

    Args:
        progress: How far the call has come; it has a token.
        request: The request without it.

    """
    token = progress.token
    assert token is not None
    progress.redactor = progress.redactor.joined(_knowing(progress.shared, token))
    header = ("Authorization", f"Bearer {token.reveal()}")
    redactor = request.redactor.joined(progress.redactor)
    return replace(request, headers=(*request.headers, header), redactor=redactor)


def renew(progress: Progress, failure: ClientError, exchange: Exchange) -> Steps[bool]:
    """Say whether there is another token than the one that was refused (401).

    It is asked for once a call, and the request with it is no further attempt.

    Args:
        progress: How far the call has come.
        failure: What the last attempt ended with.
        exchange: Carries a token request out.
    """
    refused = isinstance(failure, StatusError) and failure.status == _UNAUTHORIZED
    if not refused or progress.token is None or progress.renewed is not None:
        return False
    progress.renewed = yield from _asked(progress, exchange, progress.token)
    if progress.renewed == progress.token:
        return False
    progress.attempts -= 1
    return True


def _knowing(shared: Shared, token: Secret) -> Redactor:
    """Return what knows a token and nothing else; the same one while it is used."""
    redactor = shared.redactor
    if not redactor.knows(token):
        redactor = shared.redactor = NO_SECRETS.knowing(token)
    return redactor


def _can_be_sent(token: Secret) -> bool:
    """Say whether a token, wherever it comes from, can stand in a header."""
    given: Any = token.reveal()
    return isinstance(given, str) and _TOKEN.fullmatch(given) is not None


def _asked(
    progress: Progress, exchange: Exchange, rejected: Secret | None
) -> Steps[Secret]:
    """Ask the grant for a token, or the driver where there is no grant."""
    shared = progress.shared
    if shared.grant is None:
        token: Secret = yield Token()
        return token
    work = Work(
        exchange=exchange,
        clock=progress.clock,
        left=lambda: progress.left,
        notify=shared.notify,
        logger=progress.settings.logger,
    )
    tokens = yield from shared.grant.access(work, rejected)
    progress.granted, progress.owner = tokens.scopes, tokens.owner
    scopes.check(progress.call, tokens.scopes)
    return tokens.access_token
