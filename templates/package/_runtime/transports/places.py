"""Which connection a request gets: bookkeeping without input and output.

What is open is never searched: the idle connections to an origin lie on a stack, and
the one that was used last is taken.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpcore2


class Held:
    """A connection that is kept, and how many requests are on it.

    Attributes:
        connection: A connection of httpcore2, of either kind.
        key: Where it leads.
        requests: How many requests it carries.
        idle_since: When it carried the last one, by the monotonic clock.
    """

    __slots__ = ("connection", "idle_since", "key", "requests")

    def __init__(self, connection: Any, key: str) -> None:
        """Begin without requests."""
        self.connection = connection
        self.key = key
        self.requests = 0
        self.idle_since = 0.0


class Place:
    """A request that has a connection, or waits for one.

    Attributes:
        origin: Where the request goes.
        key: The same, as text.
        held: Its connection, or `None` as long as it waits.
        wake: Is called when it waits no longer.
    """

    __slots__ = ("held", "key", "origin", "wake")

    def __init__(self, origin: httpcore2.Origin) -> None:
        """Begin without a connection."""
        self.origin = origin
        self.key = str(origin)
        self.held: Held | None = None
        self.wake: Callable[[], object] | None = None


class Places:
    """The connections of a pool, and the requests that wait for one.

    Whoever calls it sees to it that nobody else does at the same time.

    Attributes:
        surplus: The connections that are to be closed next; whoever does takes them
            out one by one.
    """

    def __init__(
        self,
        make: Callable[[httpcore2.Origin], Any],
        *,
        most: int,
        idle_seconds: float,
        shares: bool,
    ) -> None:
        """Begin without connections.

        Args:
            make: Makes a connection, which its first request opens.
            most: How many there may be.
            idle_seconds: For how long one is kept that is not used.
            shares: Whether one may carry several requests at a time, as in HTTP/2.
        """
        self._make = make
        self._most = most
        self._idle_seconds = idle_seconds
        self._shares = shares
        self._idle: dict[str, deque[Held]] = {}
        self._used: dict[Held, None] = {}
        self._count = 0
        self._waiting: deque[Place] = deque()
        self.surplus: deque[Any] = deque()
        self._is_closed = False

    @property
    def connections(self) -> list[Any]:
        """All connections that are open."""
        idle = [each for stack in list(self._idle.values()) for each in stack]
        return [*self.surplus, *(each.connection for each in (*self._used, *idle))]

    def ask(self, origin: httpcore2.Origin) -> Place:
        """Give a request a connection, or a place at the end of the queue.

        Args:
            origin: Where the request goes.
        """
        place = Place(origin)
        if not self._serve(place):
            self._waiting.append(place)
        return place

    def leave(self, place: Place) -> None:
        """Let a request wait no longer.

        Args:
            place: Its place; the connection it got meanwhile is for others.
        """
        if place.held is None:
            self._waiting.remove(place)
        else:
            self.give_back(place.held)

    def give_back(self, held: Held) -> None:
        """Take note that a request is over.

        Args:
            held: Its connection.
        """
        held.requests -= 1
        if not held.requests:
            del self._used[held]
            connection = held.connection
            # One that never came about says that it is idle, but not available.
            is_of_use = connection.is_idle() and connection.is_available()
            if is_of_use and not self._is_closed:
                held.idle_since = time.monotonic()
                self._idle.setdefault(held.key, deque()).append(held)
            else:
                self._discard(held)
        self._discard_old()
        while self._waiting and self._serve(self._waiting[0]):
            self._waiting.popleft()

    def close(self) -> None:
        """Keep no connection from now on, and close those there are."""
        self._is_closed = True
        for stack in self._idle.values():
            while stack:
                self._discard(stack.pop())
        self.surplus.extend(each.connection for each in self._used)

    def _serve(self, place: Place) -> bool:
        held = self._idle_one(place.key)
        if held is None and self._shares:
            held = self._shared_one(place.key)
        if held is None and self._has_room():
            held = Held(self._make(place.origin), place.key)
            self._count += 1
        if held is None:
            return False
        held.requests += 1
        self._used[held] = None
        place.held = held
        if place.wake is not None:
            place.wake()
        return True

    def _idle_one(self, key: str) -> Held | None:
        """Take the connection that was used last, if it can be used again."""
        stack = self._idle.get(key)
        while stack:
            held = stack.pop()
            if not held.connection.has_expired():
                return held
            self._discard(held)
        return None

    def _shared_one(self, key: str) -> Held | None:
        """Find a connection that takes one more request beside those it carries."""
        found = (each for each in self._used if each.key == key)
        return next((each for each in found if each.connection.is_available()), None)

    def _has_room(self) -> bool:
        """Say whether there may be one more connection, in place of an idle one."""
        if self._count >= self._most:
            stack = next((each for each in self._idle.values() if each), None)
            if stack is None:
                return False
            self._discard(stack.popleft())
        return True

    def _discard(self, held: Held) -> None:
        self._count -= 1
        self.surplus.append(held.connection)

    def _discard_old(self) -> None:
        latest = time.monotonic() - self._idle_seconds
        for stack in self._idle.values():
            while stack and stack[0].idle_since < latest:
                self._discard(stack.popleft())
