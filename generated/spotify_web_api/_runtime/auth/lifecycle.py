"""Getting a valid access token: from memory, from the store, from the server.

The order is lock, read again, refresh, store, use; so of all threads, tasks and
processes that need a new token, one asks for it.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, TypeVar

from ..engine.events import TokenRefreshed
from ..engine.steps import Sleep
from ..errors import (
    AuthServerError,
    DeadlineExceededError,
    RateLimitedError,
    ReauthorizationRequiredError,
    TransportError,
)
from .token_requests import request

if TYPE_CHECKING:

    from ..calls.settings import Clock
    from ..core.secret import Secret
    from ..engine.ports import Work
    from ..engine.steps import Steps
    from ..tokens.token_set import TokenSet
    from .keeper import Keeper
    from .token_requests import Fields

T = TypeVar("T")

_FIRST_PAUSE = 0.005
_LONGEST_PAUSE = 0.05


def access(
    keeper: Keeper, work: Work, rejected: Secret | None = None
) -> Steps[TokenSet]:
    """Return tokens that are valid now.

    Args:
        keeper: Where they come from.
        work: What getting them needs.
        rejected: An access token the API refused, or `None`.

    Returns:
        A generator of steps whose result is the tokens.

    Raises:
        ReauthorizationRequiredError: If the user has to consent, for the first time
            or again.
        ConfigurationError: If the application is unknown, or the store unusable.
        AuthError: If the server refuses or fails.
        TransportError: If it cannot be reached in time.
    """
    held = keeper.held(work.clock, rejected)
    if held is not None:
        return held
    steps = _replaced(keeper, work, rejected)
    return (yield from _exclusively(keeper, work, steps))


def known(keeper: Keeper, clock: Clock) -> Steps[TokenSet | None]:
    """Return the tokens at hand, valid or not, without asking the server."""
    if keeper.tokens is None:
        stored = yield from keeper.load()
        if stored is not None:
            keeper.hold(stored, clock)
    return keeper.tokens


def obtain(
    keeper: Keeper,
    work: Work,
    fields: Fields,
    requested: frozenset[str] | None,
) -> Steps[TokenSet]:
    """Ask for the first tokens of a grant, and keep them.

    Args:
        keeper: Whose tokens they are.
        work: What getting them needs.
        fields: The fields of the token request.
        requested: The scopes that were asked for.
    """
    steps = _granted(keeper, work, fields, requested, None)
    return (yield from _exclusively(keeper, work, steps))


def forget(keeper: Keeper) -> Steps[None]:
    """Drop the tokens of a grant, in memory and in its store."""
    keeper.forget()
    yield from keeper.delete()


def _replaced(keeper: Keeper, work: Work, rejected: Secret | None) -> Steps[TokenSet]:
    """Take what another has stored meanwhile, or refresh."""
    stored = yield from keeper.load()
    if stored is not None:
        keeper.hold(stored, work.clock)
        held = keeper.held(work.clock, rejected)
        if held is not None:
            return held
    try:
        return (yield from _refreshed(keeper, work, stored))
    except (AuthServerError, TransportError, RateLimitedError):
        # It is replaced a little early, so the old one may still do.
        held = keeper.held(work.clock, rejected, leeway=False)
        if held is None:
            raise
        return held


def _refreshed(keeper: Keeper, work: Work, before: TokenSet | None) -> Steps[TokenSet]:
    before = keeper.tokens if before is None else before
    try:
        return (yield from _granted(keeper, work, keeper.renewal(before), None, before))
    except ReauthorizationRequiredError:
        # Somebody who takes no lock may have been faster.
        again = yield from keeper.load()
        if again is None or keeper.is_same_grant(again, before):
            keeper.bury(before)
            raise
    return (yield from _granted(keeper, work, keeper.renewal(again), None, again))


def _granted(
    keeper: Keeper,
    work: Work,
    fields: Fields,
    requested: frozenset[str] | None,
    before: TokenSet | None,
) -> Steps[TokenSet]:
    """Ask for tokens and store them; only then they are used."""
    application, clock = keeper.application, work.clock
    answer = yield from request(
        application,
        fields,
        keeper.default_scopes if requested is None else requested,
        work.exchange,
        lambda: clock.now().timestamp(),
    )
    tokens = answer.succeeding(before)
    yield from keeper.save(tokens)
    keeper.hold(tokens, clock)
    label = application.server.token_operation.label
    work.notify(TokenRefreshed(operation=label, attempt=0, lifetime=tokens.lifetime))
    return tokens


def _exclusively(keeper: Keeper, work: Work, steps: Steps[T]) -> Steps[T]:
    """Do what nobody else may do at the same time for this user."""
    owner = secrets.token_hex(8)
    yield from _locked(keeper, work, owner)
    is_open = True
    try:
        return (yield from steps)
    except GeneratorExit:
        is_open = False  # no step can be taken any more
        raise
    finally:
        try:
            if is_open:
                yield from keeper.release(owner)
        finally:
            keeper.abandon(owner)


def _locked(keeper: Keeper, work: Work, owner: str) -> Steps[None]:
    pause = _FIRST_PAUSE
    while True:
        if keeper.guard.acquire(blocking=False):
            is_ours = False
            try:
                is_ours = yield from keeper.acquire(owner)
            finally:
                if not is_ours:
                    keeper.guard.release()
            if is_ours:
                return
        if work.left() <= pause:
            message = "another process is still refreshing the access token"
            raise DeadlineExceededError(message, sent=False)
        yield Sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
