"""What performs the steps of a client, its views, resources and pagers."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from .drivers import arun, run
from .errors import ConfigurationError
from .limits import PROCESS, MemoryLimitStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from .auth import AsyncTokenProvider, TokenProvider
    from .http_transport import HttpTransport
    from .limits import AsyncLimitStore, LimitStore
    from .session import Session
    from .steps import Steps
    from .transport import AsyncTransport, Transport

T = TypeVar("T")
AnyTransport = TypeVar("AnyTransport", bound="Transport | AsyncTransport")
AnyLimits = TypeVar("AnyLimits", bound="LimitStore | AsyncLimitStore")


class Connection(Generic[AnyTransport, AnyLimits]):
    """What a client shares with its views to reach the outside.

    Attributes:
        limits: Where rate-limit windows are kept.
    """

    def __init__(
        self, transport: AnyTransport | None, limits: AnyLimits | None
    ) -> None:
        """Keep what is given; `None` stands for the default.

        The default transport is made when first needed.
        """
        self.limits: AnyLimits | MemoryLimitStore = (
            PROCESS if limits is None else limits
        )
        self._transport: AnyTransport | HttpTransport | None = transport
        self._closed = False
        self._lock = threading.Lock()

    def transport(self) -> AnyTransport | HttpTransport:
        """Return the transport.

        Raises:
            ConfigurationError: If the client is closed.
        """
        with self._lock:
            if self._closed:
                raise ConfigurationError("this client is closed")
            if self._transport is None:
                from .http_transport import HttpTransport

                self._transport = HttpTransport()
            return self._transport

    def close(self) -> AnyTransport | HttpTransport | None:
        """Give the transport up; return it if it is still to be closed."""
        with self._lock:
            self._closed = True
            transport, self._transport = self._transport, None
            return transport


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

    def run(self, steps: Steps[T], sleep: Callable[[float], object] | None = None) -> T:
        """Perform `steps` and return what they end with; `sleep` waits in between."""
        connection = self._connection
        transport = connection.transport()
        return run(steps, transport, self._auth, connection.limits, sleep)

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
        connection = self._connection
        return await arun(steps, connection.transport(), self._auth, connection.limits)

    def with_session(self, session: Session) -> AsyncCaller:
        """Return a caller that shares the connections."""
        return AsyncCaller(session, self._connection, self._auth)

    async def aclose(self) -> None:
        """Close the connections."""
        transport = self._connection.close()
        if transport is not None:
            await transport.aclose()
