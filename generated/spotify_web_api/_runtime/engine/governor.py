"""Nothing is sent while the server has asked for silence."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from ..core.locks import Guarded
from ..errors import RateLimitedError
from ..http import urls
from .events import RateLimitWindow
from .steps import AskLimit, SetLimit

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..core.secret import Secret
    from .progress import Progress
    from .steps import Steps


SECONDS_A_CALL = 0.1
"""Over how much time the calls that wait are spread, for each of them."""


def key(url: str, token: Secret, client_id: str | None = None) -> str:
    """Return the name under which the limits of an API and an account are kept.

    Args:
        url: Any URL of the API.
        token: The access token; only its digest is in the name.
        client_id: The application whose token it is, which takes the place of the
            token: servers count by application. `None` if unknown.
    """
    return f"{urls.root(url)} {client_id or token.digest}"


class Waiting(Guarded):
    """How many calls of this process wait for the end of a window, by its key."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._counts: dict[str, int] = {}

    def _forked(self) -> None:
        """Forget the calls of the parent process."""
        self._counts = {}

    @contextmanager
    def place(self, name: str | None) -> Generator[int]:
        """Count a call as long as it waits.

        Args:
            name: The key of its limits, or `None` if it waits for no window.

        Returns:
            How many others were waiting when it began.
        """
        if name is None:
            yield 0
            return
        with self._lock:
            others = self._counts.get(name, 0)
            self._counts[name] = others + 1
        try:
            yield others
        finally:
            with self._lock:
                left = self._counts.get(name, 0) - 1
                if left > 0:
                    self._counts[name] = left
                else:
                    self._counts.pop(name, None)


WAITING = Waiting()
"""The waiting calls of this process."""


def spread(progress: Progress, seconds: float, others: int) -> float:
    """Return how much longer than a window a call waits, so that not all wake at once.

    Args:
        progress: How far the call has come.
        seconds: How long the window lasts.
        others: How many calls wait for its end already.

    Returns:
        Seconds: full jitter over more time the more others wait, but no more than half
        of what the call may wait beyond the window.
    """
    room = min(progress.settings.max_wait, progress.left) - seconds
    longest = min(max(room, 0.0) / 2, others * SECONDS_A_CALL)
    return progress.shared.random() * longest if longest else 0.0


def wait(progress: Progress, name: str) -> Steps[float]:
    """Say how long a call has to wait before it may send anything.

    Args:
        progress: How far the call has come.
        name: The key of its limits.

    Returns:
        A generator of steps whose result is in seconds; 0 if nothing is in the way.

    Raises:
        RateLimitedError: If the window lasts longer than the call may wait.
    """
    left: float = (yield AskLimit(name)) or 0.0
    clock = progress.clock
    progress.shared.window_end = clock.monotonic() + left if left > 0 else None
    if left <= 0:
        return 0.0
    if progress.allows(left):
        return left
    raise RateLimitedError(
        status=429,
        message=f"not sent: the rate limit lasts for another {left:.0f} s",
        retry_after=left,
        retry_at=clock.now() + timedelta(seconds=left),
    )


def close(progress: Progress, name: str, seconds: float) -> Steps[bool]:
    """Begin a window in which nothing is sent, or make it longer.

    Args:
        progress: How far the call has come.
        name: The key of its limits.
        seconds: How long the server asks to wait.

    Returns:
        A generator of steps whose result is whether there was none before.
    """
    is_new: bool = yield SetLimit(name, seconds)
    shared, clock = progress.shared, progress.clock
    end = clock.monotonic() + seconds
    shared.window_end = max(end, shared.window_end or end)
    if not is_new:
        return False
    ends_at = clock.now() + timedelta(seconds=seconds)
    logging.getLogger(progress.settings.logger).warning(
        "rate limited: nothing is sent for %.0f s, until %s (%s)",
        seconds,
        ends_at.isoformat(timespec="seconds"),
        progress.call.label,
    )
    shared.notify(
        RateLimitWindow(
            operation=progress.call.label,
            attempt=progress.attempts,
            seconds=seconds,
            ends_at=ends_at,
        )
    )
    return True
