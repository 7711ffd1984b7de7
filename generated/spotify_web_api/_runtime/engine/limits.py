"""Where rate-limit windows are kept: the protocols and the store in memory."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

from ..core.locks import Guarded
from ..errors.expected import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class LimitStore(Protocol):
    """Keeps windows in which nothing may be sent; safe to use from several threads.

    A key names an API and an account; it holds no secret.
    """

    def until(self, key: str) -> float | None:
        """Return how many seconds the window still lasts, or `None` without one."""
        ...

    def extend(self, key: str, seconds: float) -> bool:
        """Let the window last at least `seconds` from now; never shorten it.

        Returns:
            Whether there was no window before.
        """
        ...


class AsyncLimitStore(Protocol):
    """Keeps windows with `await`; otherwise like `LimitStore`."""

    async def auntil(self, key: str) -> float | None:
        """Return how many seconds the window still lasts, or `None` without one."""
        ...

    async def aextend(self, key: str, seconds: float) -> bool:
        """Let the window last at least `seconds` from now; never shorten it.

        Returns:
            Whether there was no window before.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitState:
    """What a client knows of its limits, without asking anybody.

    Attributes:
        seconds_left: Seconds until requests may be sent again; 0 if they may now.
        ends_at: The time when that is, in UTC, or `None` if it is now.
        retry_tokens: What is left for repeating requests, of 500: a repetition
            costs 14 (5 after a 429), a success gives back.
    """

    seconds_left: float
    ends_at: datetime | None
    retry_tokens: int


class MemoryLimitStore(Guarded):
    """Keeps windows in the memory of this process, for both kinds of clients."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start without windows.

        Args:
            clock: Returns seconds and never goes back.
        """
        super().__init__()
        self._clock = clock
        self._ends: dict[str, float] = {}
        _stores.add(self)

    def clear(self) -> None:
        """Forget all windows, so that requests may be sent at once."""
        with self._lock:
            self._ends.clear()

    def until(self, key: str) -> float | None:
        """Return how many seconds the window still lasts, or `None` without one."""
        expect(key, str, name="key", wanted="str")
        end = self._ends.get(key)
        if end is None:
            return None
        left = end - self._clock()
        return left if left > 0 else None

    def extend(self, key: str, seconds: float) -> bool:
        """Let the window last at least `seconds` from now; never shorten it.

        Returns:
            Whether there was no window before.
        """
        expect(key, str, name="key", wanted="str")
        expect(seconds, int, float, name="seconds", wanted="a number")
        with self._lock:
            now = self._clock()
            for ended in [each for each, end in self._ends.items() if end <= now]:
                del self._ends[ended]
            is_new = key not in self._ends
            self._ends[key] = max(self._ends.get(key, now), now + seconds)
            return is_new

    async def auntil(self, key: str) -> float | None:
        """Return how many seconds the window still lasts, or `None` without one."""
        return self.until(key)

    async def aextend(self, key: str, seconds: float) -> bool:
        """Let the window last at least `seconds` from now; never shorten it.

        Returns:
            Whether there was no window before.
        """
        return self.extend(key, seconds)


class _Stores(Guarded):
    """All stores that there are, of all threads."""

    def __init__(self) -> None:
        super().__init__()
        self._known: WeakSet[MemoryLimitStore] = WeakSet()

    def add(self, store: MemoryLimitStore) -> None:
        with self._lock:
            self._known.add(store)

    def clear(self) -> None:
        with self._lock:
            known = list(self._known)
        for store in known:
            store.clear()


_stores = _Stores()


def forget_limits() -> None:
    """Forget the rate-limit windows that this process keeps in memory.

    It is meant for tests, so that a 429 in one does not hold up the next: the store
    that clients share by default is emptied, and so is every other `MemoryLimitStore`.
    """
    _stores.clear()


PROCESS = MemoryLimitStore()
"""The windows all clients of this process share unless they are given a store."""
