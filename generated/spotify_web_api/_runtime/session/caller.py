"""What performs the steps of a client, its views, resources and pagers."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from ..core.locks import Guarded
from ..engine.drivers import AsyncDriver, Driver
from ..engine.limits import PROCESS, MemoryLimitStore
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from ..core.sleep import InterruptibleSleep
    from ..engine.limits import AsyncLimitStore, LimitStore
    from ..engine.ports import AsyncTokenProvider, TokenProvider
    from ..engine.steps import Steps
    from ..http.messages import Request, Response
    from ..http.transport import AsyncTransport, Transport
    from ..transports.default import HttpTransport
    from .session import Session

T = TypeVar("T")
AnyTransport = TypeVar("AnyTransport", bound="Transport | AsyncTransport")
AnyLimitStore = TypeVar("AnyLimitStore", bound="LimitStore | AsyncLimitStore")


class Connection(Guarded, Generic[AnyTransport, AnyLimitStore]):
    """What a client shares with its views to reach the outside.

    Attributes:
        limits: Where rate-limit windows are kept.
    """

    def __init__(
        self, transport: AnyTransport | None, limits: AnyLimitStore | None
    ) -> None:
        """Keep what is given; `None` stands for the default.

        The default transport is made when first needed.
        """
        super().__init__()
        self.limits: AnyLimitStore | MemoryLimitStore = (
            PROCESS if limits is None else limits
        )
        self._transport: AnyTransport | HttpTransport | None = transport
        self._closed = False
        self._leases: list[int] = []

    def transport(self) -> AnyTransport | HttpTransport:
        """Return the transport.

        Raises:
            ConfigurationError: If the client is closed.
        """
        with self._lock:
            return self._opened()

    def borrow(self) -> AnyTransport | HttpTransport:
        """Return the transport; closing waits until it is given back.

        Raises:
            ConfigurationError: If the client is closed.
        """
        with self._lock:
            transport = self._opened()
            self._leases.append(os.getpid())
            return transport

    def give_back(self) -> AnyTransport | HttpTransport | None:
        """Give a transport back; return it if it is still to be closed."""
        with self._lock:
            self._leases.remove(os.getpid())
            return self._given_up() if self._closed else None

    def close(self) -> AnyTransport | HttpTransport | None:
        """Give the transport up; return it if it is to be closed now."""
        with self._lock:
            self._closed = True
            return self._given_up()

    def _opened(self) -> AnyTransport | HttpTransport:
        if self._closed:
            raise ConfigurationError("this client is closed")
        if self._transport is None:
            from ..transports.default import HttpTransport

            self._transport = HttpTransport()
        return self._transport

    def _given_up(self) -> AnyTransport | HttpTransport | None:
        """Return the transport once; nobody in a forked process gives it back."""
        if os.getpid() in self._leases:
            return None
        transport, self._transport = self._transport, None
        return transport


@contextmanager
def lease(
    connection: Connection[Transport, LimitStore],
) -> Generator[Transport]:
    """Give a transport that stays open for a block.

    Args:
        connection: What it belongs to, and may be closed meanwhile.

    Raises:
        ConfigurationError: If it is closed already.
    """
    transport = connection.borrow()
    try:
        yield transport
    finally:
        left = connection.give_back()
        if left is not None:
            left.close()


@asynccontextmanager
async def alease(
    connection: Connection[AsyncTransport, AsyncLimitStore],
) -> AsyncGenerator[AsyncTransport]:
    """Give a transport that stays open for a block; like `lease`."""
    transport = connection.borrow()
    try:
        yield transport
    finally:
        left = connection.give_back()
        if left is not None:
            await left.aclose()


class Caller:
    """Performs steps with blocking calls.

    Attributes:
        session: What turns calls into steps.
    """

    def __init__(
        self,
        session: Session,
        connection: Connection[Transport, LimitStore],
        auth: TokenProvider,
    ) -> None:
        """Keep what the steps need."""
        self.session = session
        self._connection = connection
        self._auth = auth

    def run(self, steps: Steps[T], sleep: InterruptibleSleep | None = None) -> T:
        """Perform `steps` and return what they end with.

        `sleep` waits in between, and ends them once it is interrupted.
        """
        self._connection.transport()  # a closed client does not even begin
        driver = Driver(
            self,
            self._auth,
            self._connection.limits,
            lease=partial(lease, self._connection),
        )
        if sleep is not None:
            driver = driver.left_with(sleep)
        return driver.run(steps)

    def send(self, request: Request) -> Response:
        """Send a request, unless the client has been closed since the last one."""
        return self._connection.transport().send(request)

    def with_session(self, session: Session) -> Caller:
        """Return a caller that shares the connections."""
        return Caller(session, self._connection, self._auth)

    def close(self) -> None:
        """Close the connections."""
        transport = self._connection.close()
        if transport is not None:
            transport.close()


class AsyncCaller:
    """Performs steps with `await`.

    Attributes:
        session: What turns calls into steps.
    """

    def __init__(
        self,
        session: Session,
        connection: Connection[AsyncTransport, AsyncLimitStore],
        auth: AsyncTokenProvider,
    ) -> None:
        """Keep what the steps need."""
        self.session = session
        self._connection = connection
        self._auth = auth

    async def run(self, steps: Steps[T]) -> T:
        """Perform `steps` and return what they end with."""
        self._connection.transport()  # a closed client does not even begin
        driver = AsyncDriver(
            self,
            self._auth,
            self._connection.limits,
            lease=partial(alease, self._connection),
        )
        return await driver.run(steps)

    async def asend(self, request: Request) -> Response:
        """Send a request, unless the client has been closed since the last one."""
        return await self._connection.transport().asend(request)

    def with_session(self, session: Session) -> AsyncCaller:
        """Return a caller that shares the connections."""
        return AsyncCaller(session, self._connection, self._auth)

    async def aclose(self) -> None:
        """Close the connections."""
        transport = self._connection.close()
        if transport is not None:
            await transport.aclose()


AnyCaller = TypeVar("AnyCaller", Caller, AsyncCaller)
"""What performs the steps of either flavour."""
