"""Getting a valid access token: from memory, from the store, from the server.

The order is lock, read again, refresh, store, use; so of all threads, tasks and
processes that need a new token, one asks for it. What was asked for is received and
stored, whoever gives up meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine.events import TokenRefreshed
from ..errors import (
    AuthServerError,
    RateLimitedError,
    ReauthorizationRequiredError,
    TransportError,
)
from . import storing
from .exclusive import exclusively
from .token_requests import request
from .unstored import PROCESS, Unstored

if TYPE_CHECKING:
    from ..calls.settings import Clock
    from ..core.secret import Secret
    from ..engine.ports import Work
    from ..engine.steps import Steps
    from ..tokens.token_set import TokenSet
    from .keeper import Keeper
    from .token_requests import Fields


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
    if held is not None and storing.has_chance(keeper, work):
        yield from storing.stored_by_chance(keeper, work)
        held = keeper.held(work.clock, rejected)
    if held is not None:
        return held
    steps = _replaced(keeper, work, rejected)
    return (yield from exclusively(keeper, work, steps))


def known(keeper: Keeper, clock: Clock) -> Steps[TokenSet | None]:
    """Return the tokens at hand, valid or not, without asking the server."""
    if keeper.tokens is None:
        waiting = PROCESS.find(keeper)
        found = (yield from keeper.load()) if waiting is None else waiting.tokens
        if found is not None:
            keeper.hold(found, clock)
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

    Raises:
        Exception: What a store fails with. The tokens are kept in memory, and stored
            at the next chance.
        ClientError: As from any call.
    """
    return (
        yield from exclusively(keeper, work, _first(keeper, work, fields, requested))
    )


def forget(keeper: Keeper, work: Work) -> Steps[None]:
    """Drop the tokens of a grant, in memory and in its store.

    Args:
        keeper: Whose tokens they are.
        work: What waiting for a refresh under way needs.
    """
    _drop(keeper)
    yield from exclusively(keeper, work, _forgotten(keeper))


def _forgotten(keeper: Keeper) -> Steps[None]:
    _drop(keeper)  # a refresh under way may have brought others
    yield from keeper.delete()


def _drop(keeper: Keeper) -> None:
    keeper.forget()
    PROCESS.drop(keeper)


def _first(
    keeper: Keeper, work: Work, fields: Fields, requested: frozenset[str] | None
) -> Steps[TokenSet]:
    tokens = yield from _granted(keeper, work, fields, requested)
    new = Unstored(keeper=keeper, tokens=tokens, replaced=None, whatever=True)
    failure = yield from storing.stored(keeper, work, new)
    if failure is not None:
        raise failure
    return tokens


def _replaced(keeper: Keeper, work: Work, rejected: Secret | None) -> Steps[TokenSet]:
    """Take what another has stored meanwhile, or refresh."""
    stored = yield from storing.loaded(keeper, work)
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


def _refreshed(keeper: Keeper, work: Work, stored: TokenSet | None) -> Steps[TokenSet]:
    before = keeper.tokens if stored is None else stored
    try:
        tokens = yield from _granted(keeper, work, keeper.renewal(before), None)
    except ReauthorizationRequiredError:
        # Somebody who takes no lock may have been faster.
        again = yield from keeper.load()
        is_ours = PROCESS.find(keeper) is not None  # then it has an older one
        if again is None or is_ours or keeper.is_same_grant(again, before):
            keeper.bury(before)
            raise
        stored = again
        before = stored
        tokens = yield from _granted(keeper, work, keeper.renewal(before), None)
    tokens = tokens.succeeding(before)
    new = Unstored(keeper=keeper, tokens=tokens, replaced=stored, whatever=False)
    yield from storing.stored(keeper, work, new.after(PROCESS.find(keeper)))
    return tokens


def _granted(
    keeper: Keeper, work: Work, fields: Fields, requested: frozenset[str] | None
) -> Steps[TokenSet]:
    """Ask for tokens."""
    application, clock = keeper.application, work.clock
    tokens = yield from request(
        application,
        fields,
        keeper.default_scopes if requested is None else requested,
        work.exchange,
        lambda: clock.now().timestamp(),
    )
    label = application.server.token_operation.label
    work.notify(TokenRefreshed(operation=label, attempt=0, lifetime=tokens.lifetime))
    return tokens
