"""What carries requests: the two protocols any HTTP library can be fitted to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .messages import Request, Response


class Transport(Protocol):
    """Sends requests with blocking calls; safe to use from several threads.

    A transport follows no redirects, repeats nothing, decompresses the body and
    raises `TransportError` and its subclasses only.
    """

    def send(self, request: Request) -> Response:
        """Send `request` and read the whole response.

        Raises:
            ConnectFailedError: If there was no connection.
            DeadlineExceededError: If it took longer than `request.timeout`.
            ResponseTooLargeError: If the body is larger than `request.max_body`.
            ProtocolError: If the connection broke.
        """
        ...

    def close(self) -> None:
        """Close all connections. Closing again does nothing."""
        ...


class AsyncTransport(Protocol):
    """Sends requests with `await`; otherwise like `Transport`."""

    async def asend(self, request: Request) -> Response:
        """Send `request` and read the whole response.

        Raises:
            ConnectFailedError: If there was no connection.
            DeadlineExceededError: If it took longer than `request.timeout`.
            ResponseTooLargeError: If the body is larger than `request.max_body`.
            ProtocolError: If the connection broke.
        """
        ...

    async def aclose(self) -> None:
        """Close all connections. Closing again does nothing."""
        ...
