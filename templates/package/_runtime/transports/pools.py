"""Pools of connections of httpcore2, in which nobody searches for a free one."""

from __future__ import annotations

import threading
import time
from contextlib import aclosing, asynccontextmanager, closing, contextmanager
from typing import TYPE_CHECKING, Any

import httpcore2

from ..core.locks import Guarded

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from .places import Held, Place, Places

_BUSY = "all connections that are allowed are in use"


class Pool(Guarded):
    """Sends requests over connections that stay open, with blocking calls."""

    def __init__(self, places: Places) -> None:
        """Begin with the connections of `places`, which are none."""
        super().__init__()
        self._places = places

    @property
    def connections(self) -> list[Any]:
        """All open connections; no lock is taken to see them."""
        return self._places.connections

    @contextmanager
    def response(
        self, request: httpcore2.Request, deadline: float
    ) -> Generator[httpcore2.Response]:
        """Send a request and give its response, whose body is still to be read.

        Args:
            request: The request.
            deadline: Until when to wait for a connection, by the monotonic clock.

        Raises:
            PoolTimeout: If all connections were in use until then.
        """
        held, answer = self._answered(request, deadline)
        try:
            with closing(answer):
                yield answer
        finally:
            self._give_back(held)

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            self._places.close()
        self._close_surplus()

    def _answered(
        self, request: httpcore2.Request, deadline: float
    ) -> tuple[Held, httpcore2.Response]:
        while True:
            held = self._held(request.url.origin, deadline)
            try:
                return held, held.connection.handle_request(request)
            except httpcore2.ConnectionNotAvailable:
                self._give_back(held)  # another request was faster
            except BaseException:
                self._give_back(held)
                raise

    def _held(self, origin: httpcore2.Origin, deadline: float) -> Held:
        woken: threading.Event | None = None
        with self._lock:
            place = self._places.ask(origin)
            if place.held is None:
                woken = threading.Event()
                place.wake = woken.set
        self._close_surplus()
        if woken is not None:
            self._wait(place, woken, deadline)
        assert place.held is not None
        return place.held

    def _wait(self, place: Place, woken: threading.Event, deadline: float) -> None:
        is_woken = False
        try:
            is_woken = woken.wait(max(deadline - time.monotonic(), 0.0))
        finally:
            if not is_woken:
                self._leave(place)
        if not is_woken:
            raise httpcore2.PoolTimeout(_BUSY)

    def _leave(self, place: Place) -> None:
        with self._lock:
            self._places.leave(place)
        self._close_surplus()

    def _give_back(self, held: Held) -> None:
        with self._lock:
            self._places.give_back(held)
        self._close_surplus()

    def _close_surplus(self) -> None:
        surplus = self._places.surplus
        while surplus:
            try:
                connection = surplus.popleft()
            except IndexError:  # another thread was faster
                return
            connection.close()


class AsyncPool:
    """Sends requests over connections that stay open, within one event loop.

    Nothing else runs between two `await`, so that it needs no lock.
    """

    def __init__(self, places: Places) -> None:
        """Begin with the connections of `places`, which are none."""
        self._places = places

    @asynccontextmanager
    async def response(
        self, request: httpcore2.Request, deadline: float
    ) -> AsyncGenerator[httpcore2.Response]:
        """Send a request and give its response; like the one of `Pool`."""
        held, answer = await self._answered(request, deadline)
        try:
            async with aclosing(answer):
                yield answer
        finally:
            await self._give_back(held)

    async def aclose(self) -> None:
        """Close all connections."""
        self._places.close()
        await self._close_surplus()

    async def _answered(
        self, request: httpcore2.Request, deadline: float
    ) -> tuple[Held, httpcore2.Response]:
        while True:
            held = await self._held(request.url.origin, deadline)
            try:
                return held, await held.connection.handle_async_request(request)
            except httpcore2.ConnectionNotAvailable:
                await self._give_back(held)  # another request was faster
            except BaseException:
                await self._give_back(held)
                raise

    async def _held(self, origin: httpcore2.Origin, deadline: float) -> Held:
        place = self._places.ask(origin)
        try:
            await self._close_surplus()
            if place.held is None:
                await self._wait(place, deadline)
        except BaseException:
            self._places.leave(place)
            await self._close_surplus()
            raise
        assert place.held is not None
        return place.held

    async def _wait(self, place: Place, deadline: float) -> None:
        import asyncio

        woken = asyncio.Event()
        place.wake = woken.set
        try:
            async with asyncio.timeout(max(deadline - time.monotonic(), 0.0)):
                await woken.wait()
        except TimeoutError:
            raise httpcore2.PoolTimeout(_BUSY) from None

    async def _give_back(self, held: Held) -> None:
        self._places.give_back(held)
        await self._close_surplus()

    async def _close_surplus(self) -> None:
        surplus = self._places.surplus
        while surplus:
            await surplus.popleft().aclose()
