"""Getting a valid access token: from memory, from the store, from the server.

The order is lock, read again, refresh, store, use; so of all threads, tasks and
processes that need a new token, one asks for it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ..engine.events import TokenRefreshed
from ..engine.steps import AskStore, Sleep
from ..errors import (
    AuthServerError,
    DeadlineExceededError,
    RateLimitedError,
    ReauthorizationRequiredError,
    TransportError,
)
from .token_requests import request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..calls.settings import Clock
    from ..engine.events import Event, Notifier
    from ..engine.steps import Steps
    from ..tokens.token_set import TokenSet
    from .access_token import Secret
    from .grant import Grant
    from .token_requests import Exchange, Fields

T = TypeVar("T")

LEASE = 120.0
_FIRST_PAUSE = 0.005
_LONGEST_PAUSE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What getting a token needs of whoever asks for it.

    Attributes:
        exchange: Carries a token request out.
        clock: The clocks to measure by.
        left: Returns the seconds left.
        notify: Takes the events.
    """

    exchange: Exchange
    clock: Clock
    left: Callable[[], float]
    notify: Notifier[Event]


def access(
    grant: Grant, around: Surroundings, rejected: Secret | None = None
) -> Steps[TokenSet]:
    """Return tokens that are valid now.

    Args:
        grant: Where they come from.
        around: What the work needs.
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
    held = grant.held(around.clock, rejected)
    if held is not None:
        return held
    work = _replaced(grant, around, rejected)
    return (yield from _exclusively(grant, around, work))


def known(grant: Grant, clock: Clock) -> Steps[TokenSet | None]:
    """Return the tokens at hand, valid or not, without asking the server."""
    if grant.tokens is None:
        stored: TokenSet | None = yield AskStore(grant.store, "load", (grant.key,))
        if stored is not None:
            grant.hold(stored, clock)
    return grant.tokens


def obtain(
    grant: Grant,
    around: Surroundings,
    fields: Fields,
    requested: frozenset[str] | None,
) -> Steps[TokenSet]:
    """Ask for the first tokens of a grant, and keep them.

    Args:
        grant: Whose tokens they are.
        around: What the work needs.
        fields: The fields of the token request.
        requested: The scopes that were asked for.
    """
    work = _granted(grant, around, fields, requested, None)
    return (yield from _exclusively(grant, around, work))


def forget(grant: Grant) -> Steps[None]:
    """Drop the tokens of a grant, in memory and in its store."""
    grant.forget()
    yield AskStore(grant.store, "delete", (grant.key,))


def _replaced(
    grant: Grant, around: Surroundings, rejected: Secret | None
) -> Steps[TokenSet]:
    """Take what another has stored meanwhile, or refresh."""
    stored: TokenSet | None = yield AskStore(grant.store, "load", (grant.key,))
    if stored is not None:
        grant.hold(stored, around.clock)
        held = grant.held(around.clock, rejected)
        if held is not None:
            return held
    try:
        return (yield from _refreshed(grant, around, stored))
    except (AuthServerError, TransportError, RateLimitedError):
        # It is replaced a little early, so the old one may still do.
        held = grant.held(around.clock, rejected, leeway=False)
        if held is None:
            raise
        return held


def _refreshed(
    grant: Grant, around: Surroundings, before: TokenSet | None
) -> Steps[TokenSet]:
    before = grant.tokens if before is None else before
    try:
        return (yield from _granted(grant, around, grant.renewal(before), None, before))
    except ReauthorizationRequiredError:
        # Somebody who takes no lock may have been faster.
        again: TokenSet | None = yield AskStore(grant.store, "load", (grant.key,))
        if again is None or grant.is_same_grant(again, before):
            grant.bury(before)
            raise
    return (yield from _granted(grant, around, grant.renewal(again), None, again))


def _granted(
    grant: Grant,
    around: Surroundings,
    fields: Fields,
    requested: frozenset[str] | None,
    before: TokenSet | None,
) -> Steps[TokenSet]:
    """Ask for tokens and store them; only then they are used."""
    application, clock = grant.application, around.clock
    answer = yield from request(
        application,
        fields,
        grant.default_scopes if requested is None else requested,
        around.exchange,
        lambda: clock.now().timestamp(),
    )
    tokens = answer.succeeding(before)
    yield AskStore(grant.store, "save", (grant.key, tokens))
    grant.hold(tokens, clock)
    label = application.server.token_operation().label
    around.notify(TokenRefreshed(operation=label, attempt=0, lifetime=tokens.lifetime))
    return tokens


def _exclusively(grant: Grant, around: Surroundings, work: Steps[T]) -> Steps[T]:
    """Do what nobody else may do at the same time for this user."""
    owner = secrets.token_hex(8)
    yield from _locked(grant, around, owner)
    is_open = True
    try:
        return (yield from work)
    except GeneratorExit:
        is_open = False  # no step can be taken any more
        raise
    finally:
        try:
            if is_open:
                yield AskStore(grant.store, "release", (grant.key, owner))
        finally:
            grant.abandon(owner)


def _locked(grant: Grant, around: Surroundings, owner: str) -> Steps[None]:
    pause = _FIRST_PAUSE
    while True:
        if grant.guard.acquire(blocking=False):
            is_ours = False
            try:
                is_ours = yield AskStore(
                    grant.store, "acquire", (grant.key, owner, LEASE)
                )
            finally:
                if not is_ours:
                    grant.guard.release()
            if is_ours:
                return
        if around.left() <= pause:
            message = "another process is still refreshing the access token"
            raise DeadlineExceededError(message, sent=False)
        yield Sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
