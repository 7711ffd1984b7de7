"""The access token of a call: having one, and having another after a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..calls import scopes
from ..errors import StatusError
from .ports import Work
from .steps import Token

if TYPE_CHECKING:
    from ..core.secret import Secret
    from ..errors import ClientError
    from .ports import Exchange
    from .progress import Progress
    from .steps import Steps

_UNAUTHORIZED = 401


def token(progress: Progress, exchange: Exchange) -> Steps[Secret]:
    """Return a valid access token for a call.

    Args:
        progress: How far the call has come.
        exchange: Carries a token request out.

    Raises:
        MissingScopeError: If the scopes of the token are known and do not suffice.
        ClientError: If there is no token to be had.
    """
    if progress.renewed is None:
        progress.token = yield from _asked(progress, exchange, None)
    else:
        progress.token = progress.renewed
    return progress.token


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


def _asked(
    progress: Progress, exchange: Exchange, rejected: Secret | None
) -> Steps[Secret]:
    """Ask the grant for a token, or the driver where there is no grant."""
    shared = progress.shared
    if shared.grant is None:
        given: Secret = yield Token()
        return given
    work = Work(
        exchange=exchange,
        clock=progress.clock,
        left=lambda: progress.left,
        notify=shared.notify,
        logger=progress.settings.logger,
    )
    tokens = yield from shared.grant.access(work, rejected)
    progress.granted = tokens.scopes
    scopes.check(progress.call, tokens.scopes)
    return tokens.access_token
