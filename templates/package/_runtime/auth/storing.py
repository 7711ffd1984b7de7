"""Putting new tokens into a store that may fail.

They are remembered first and stored then: whatever a store does, they are not lost
while this process lives.
"""

from __future__ import annotations

import atexit
import logging
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from ..core.sleep import InterruptedSleepError
from ..engine.events import TokensNotStored
from ..engine.steps import Sleep
from ..errors import ClientError
from .exclusive import exclusively
from .unstored import PROCESS

if TYPE_CHECKING:
    from ..engine.ports import Work
    from ..engine.steps import Steps
    from ..tokens.token_set import TokenSet
    from .keeper import Keeper
    from .unstored import Unstored

_PAUSES = (0.0, 0.1, 0.4)
_MOST_WAITING = 1.0


def stored(keeper: Keeper, work: Work, new: Unstored) -> Steps[Exception | None]:
    """Remember new tokens, and have the store keep them.

    A store that fails is tried twice more: it may have been for a moment.

    Args:
        keeper: Whose tokens they are.
        work: The clocks, and who is told.
        new: The tokens, and what they replace.

    Returns:
        Why the store does not keep them, or `None` if it does.
    """
    _watch_exit()
    PROCESS.put(new)
    keeper.hold(new.tokens, work.clock)
    failure = None
    for pause in _PAUSES:
        if pause:
            with suppress(InterruptedSleepError):  # nobody waits: then without it
                yield Sleep(pause)
        try:
            yield from keeper.save(new.tokens)
        except Exception as error:  # noqa: BLE001 - it is the store of a user
            failure = error
        else:
            PROCESS.drop(keeper)
            return None
    _tell(work, new, failure)
    PROCESS.put(replace(new, told=True))
    return failure


def loaded(keeper: Keeper, work: Work) -> Steps[TokenSet | None]:
    """Return what the store keeps, after it was given what it had not taken yet.

    Args:
        keeper: Whose tokens they are; its locks are taken.
        work: The clocks, and who is told.

    Returns:
        The tokens that count, or `None`.
    """
    waiting = PROCESS.find(keeper)
    if waiting is None:
        return (yield from keeper.load())
    begun = work.clock.monotonic()
    try:
        found = yield from keeper.load()
        if waiting.supersedes(found):
            yield from keeper.save(waiting.tokens)
            found = waiting.tokens
    except Exception as error:  # noqa: BLE001 - it is the store of a user
        _postpone(work, waiting, error, begun)
        return waiting.tokens
    PROCESS.drop(keeper)
    return found


def has_chance(keeper: Keeper, work: Work) -> bool:
    """Say whether there are tokens to store, and it is time to try again.

    Args:
        keeper: Whose tokens they are.
        work: The clocks to measure by.
    """
    waiting = PROCESS.find(keeper)
    return waiting is not None and work.clock.monotonic() >= waiting.not_before


def stored_by_chance(keeper: Keeper, work: Work) -> Steps[None]:
    """Try once more to store what was not; a call that needs nothing of it goes on.

    Args:
        keeper: Whose tokens they are.
        work: What that needs.
    """
    begun = work.clock.monotonic()
    end = begun + _MOST_WAITING
    hurried = replace(work, left=lambda: min(end - work.clock.monotonic(), work.left()))
    try:
        found = yield from exclusively(keeper, hurried, loaded(keeper, work))
    except Exception as error:  # noqa: BLE001 - it is the store of a user
        if (waiting := PROCESS.find(keeper)) is not None:
            _postpone(work, waiting, error, begun)
        return
    if found is not None:
        keeper.hold(found, work.clock)


def _postpone(work: Work, waiting: Unstored, failure: Exception, begun: float) -> None:
    """Say that a store has failed again, and leave it alone for a while."""
    _tell(work, waiting, failure)
    PROCESS.put(waiting.postponed(begun, work.clock.monotonic()))


def _tell(work: Work, waiting: Unstored, failure: Exception | None) -> None:
    """Say once that tokens are stored nowhere."""
    if waiting.told:
        return
    kind = type(failure).__name__
    keeper = waiting.keeper
    logging.getLogger(work.logger).warning(
        "the tokens of %r could not be stored (%s): they are kept in memory, and "
        "stored at the next chance",
        keeper.key,
        # The text of others may hold the tokens.
        f"{kind}: {failure}" if isinstance(failure, ClientError) else kind,
    )
    label = keeper.application.server.token_operation.label
    work.notify(TokensNotStored(operation=label, attempt=0, error=kind))


@cache
def _watch_exit() -> None:
    atexit.register(_store_at_exit)


def _store_at_exit() -> None:
    """Take the last chance, and say what is lost; a store to be awaited has none."""
    for waiting in PROCESS.all():
        from .perform import perform

        keeper = waiting.keeper
        if hasattr(keeper.store, "load"):
            perform(keeper, partial(stored_by_chance, keeper), None)
        if PROCESS.find(keeper) is not None:
            logger = logging.getLogger(keeper.application.server.api.logger)
            text = "the tokens of %r end with this process: they are stored nowhere"
            logger.warning(text, keeper.key)
