"""Waiting until a failed request is sent again, or giving up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import StatusError, TransportError, UnsafeUrlError
from . import governor, retry
from .events import RetryScheduled
from .steps import Sleep

if TYPE_CHECKING:
    from ..errors import ClientError
    from .progress import Progress
    from .steps import Steps


def until_again(
    progress: Progress, failure: StatusError | TransportError, key: str | None
) -> Steps[None]:
    """Wait until the next attempt.

    Args:
        progress: How far the call has come.
        failure: What the last attempt ended with.
        key: The key of its limits, or `None` where none are kept.

    Raises:
        ClientError: The failure, if there is no other attempt.
    """
    asked, price = retry.wait_of(failure), retry.cost(failure)
    window = key if asked and retry.is_throttled(failure) else None
    if window is not None and not (yield from governor.close(progress, window, asked)):
        price = 0  # it only lost a race: the window holds the others back as well
    with governor.WAITING.place(window) as others:
        seconds = _pause(progress, failure, price, others)
        if seconds is not None:
            yield Sleep(seconds)
            return
    try:
        raise _final(progress, failure)
    finally:
        del failure  # its traceback holds this frame


def _pause(
    progress: Progress, failure: StatusError | TransportError, price: int, others: int
) -> float | None:
    """Return how long to wait before the next attempt, or `None` if there is none."""
    settings, shared = progress.settings, progress.shared
    seconds = retry.delay(failure, progress.attempts - 1, shared.random)
    seconds += governor.spread(progress, seconds, others)
    if (
        progress.attempts >= settings.max_attempts
        or not retry.is_repeatable(failure, progress.call, settings.errors.never)
        or not progress.allows(seconds)
        or not shared.bucket.take(price)
    ):
        return None
    progress.price = price
    progress.failure = str(failure)
    if isinstance(failure, TransportError):
        progress.sent = progress.sent or failure.sent
    shared.notify(
        RetryScheduled(
            operation=progress.call.label,
            attempt=progress.attempts,
            seconds=seconds,
            error=type(failure).__name__,
            status=failure.status if isinstance(failure, StatusError) else None,
        )
    )
    return seconds


def _final(progress: Progress, failure: ClientError) -> ClientError:
    """Return the error of the call: an earlier attempt may have been sent."""
    if isinstance(failure, TransportError) and not isinstance(failure, UnsafeUrlError):
        failure.sent = failure.sent or progress.sent
    return failure
