"""Doing what nobody else may do at the same time for a user, to its end.

Who waits may give up: what was begun goes on, holds both locks and frees them.
"""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING, Any, TypeVar

from ..engine.steps import Shielded, Sleep
from ..errors import DeadlineExceededError

if TYPE_CHECKING:
    import threading

    from ..engine.ports import Work
    from ..engine.steps import Steps
    from .keeper import Keeper

    Handed = dict[str, threading.Lock]

T = TypeVar("T")

_FIRST_PAUSE = 0.005
_LONGEST_PAUSE = 0.05


def exclusively(keeper: Keeper, work: Work, steps: Steps[T]) -> Steps[T]:
    """Perform steps that nobody else may perform at the same time for this user.

    Args:
        keeper: Whose locks are taken: that of this process, then that of the store.
        work: What the steps need; `left` says how long to wait.
        steps: What is performed, to its end once it has begun.

    Raises:
        DeadlineExceededError: If somebody else takes too long, or the steps do.
    """
    handed: Handed = {}
    try:
        yield from _taken(keeper, work, handed)
        inner = _finished(keeper, work, steps, handed)
        outcome: T = yield Shielded(inner, work.left())
        return outcome
    finally:
        guard = handed.pop("guard", None)  # who takes it out frees it
        if guard is not None:
            guard.release()


def _taken(keeper: Keeper, work: Work, handed: Handed) -> Steps[None]:
    """Take the lock among threads and tasks, and put it there at once."""
    guard, pause = keeper.guard, _FIRST_PAUSE
    # On one line: an interrupt between two would leave the lock to nobody.
    while not (guard.acquire(blocking=False) and handed.setdefault("guard", guard)):
        pause = yield from _waited(work, pause)


def _finished(
    keeper: Keeper, work: Work, steps: Steps[T], handed: Handed
) -> Steps[T | None]:
    guard = handed.pop("guard", None)
    if guard is None:  # who waited has given up before this began
        return None
    try:
        return (yield from _locked(keeper, work, steps))
    finally:
        guard.release()


def _locked(keeper: Keeper, work: Work, steps: Steps[T]) -> Steps[T]:
    """Perform steps under the lock among processes."""
    owner, pause = secrets.token_hex(8), _FIRST_PAUSE
    try:
        while not (yield from keeper.acquire(owner)):
            pause = yield from _waited(work, pause)
        outcome = yield from steps
    except GeneratorExit:  # no step can be taken any more
        keeper.abandon(owner)
        raise
    except BaseException:
        yield from _released(keeper, work, owner)
        raise
    yield from _released(keeper, work, owner)
    return outcome


def _released(keeper: Keeper, work: Work, owner: str) -> Steps[None]:
    """Free the lock of the store; what was done is done, even if that fails."""
    try:
        yield from keeper.release(owner)
    except Exception as error:  # noqa: BLE001 - it is the store of a user
        text = "the lock of %r could not be freed (%s): others may have to wait for it"
        kind: Any = type(error).__name__
        logging.getLogger(work.logger).warning(text, keeper.key, kind)


def _waited(work: Work, pause: float) -> Steps[float]:
    """Wait for whoever has a lock; return how long to wait the next time."""
    if work.left() <= pause:
        message = "another process is still refreshing the access token"
        raise DeadlineExceededError(message, sent=False)
    yield Sleep(pause)
    return min(pause * 2, _LONGEST_PAUSE)
