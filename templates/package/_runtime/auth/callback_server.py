"""Listening on this machine for a browser that comes back."""

from __future__ import annotations

import asyncio
import html
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from ..core.secret import Secret
from ..errors import (
    AuthError,
    ConfigurationError,
    DeadlineExceededError,
    InvalidArgumentError,
)
from . import consent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    import h11

    from .consent import AuthorizationRequest
    from .redirect_uris import LoopbackAddress

_SECONDS_A_CONNECTION = 5.0
_LARGEST_REQUEST = 16_384
_MOST_CONNECTIONS = 64
_HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
)

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{
  font: 1.1rem/1.5 system-ui, sans-serif;
  max-width: 30rem; margin: 20vh auto; padding: 0 1.5rem;
}}
h1 {{ font-size: 1.5rem }}
</style>
<h1>{title}</h1>
<p>{text}</p>
"""


class CallbackServer:
    """Listens on a loopback address until one browser has come back.

    Whoever else connects is answered shortly, or dropped after a few seconds; nobody
    holds the others up.
    """

    def __init__(
        self, address: LoopbackAddress, title: str, refused: Mapping[str, str]
    ) -> None:
        """Keep the settings; nothing listens yet.

        Args:
            address: Where to listen.
            title: What the user gets access to.
            refused: The flows that the server no longer offers, and why.
        """
        self._address = address
        self._title = title
        self._refused = refused
        self._server: asyncio.Server | None = None
        self._request: AuthorizationRequest | None = None
        self._outcome: Secret | AuthError | None = None
        self._answered = asyncio.Event()
        self._connections: dict[asyncio.Task[None], None] = {}

    async def __aenter__(self) -> Self:
        """Listen.

        Raises:
            ConfigurationError: If the port is taken.
        """
        address = self._address
        try:
            self._server = await asyncio.start_server(
                self._connected, address.host, address.port
            )
        except OSError as error:
            message = (
                f"redirect_uri: nothing can listen at {address.registered!r}: "
                f"{error.strerror or error}"
            )
            raise ConfigurationError(message) from None
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop, and drop whoever is still connected."""
        if self._server is not None:
            self._server.close()
        connections = tuple(self._connections)
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def callback(self, request: AuthorizationRequest, seconds: float) -> Secret:
        """Wait for the answer to a request.

        Args:
            request: What the browser is sent with.
            seconds: How long to wait.

        Returns:
            The address the browser comes back to.

        Raises:
            AuthorizationDeniedError: If the user said no.
            AuthError: If the server gives another reason.
            DeadlineExceededError: If nobody comes back in time.
        """
        self._request = request
        try:
            async with asyncio.timeout(seconds):
                await self._answered.wait()
        except TimeoutError:
            message = f"nobody came back to the redirect URI within {seconds:g} s"
            raise DeadlineExceededError(message, sent=False, seconds=seconds) from None
        assert self._outcome is not None
        if isinstance(self._outcome, AuthError):
            raise self._outcome
        return self._outcome

    async def _connected(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._connections) >= _MOST_CONNECTIONS:
            next(iter(self._connections)).cancel()
        self._connections[task] = None
        try:
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(_SECONDS_A_CONNECTION):
                    await self._served(reader, writer)
        finally:
            del self._connections[task]
            writer.close()

    async def _served(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        import h11

        connection = h11.Connection(h11.SERVER, _LARGEST_REQUEST)
        try:
            message = await _received(connection, reader)
        except h11.RemoteProtocolError:
            status, text = HTTPStatus.BAD_REQUEST, "This is no HTTP request."
        else:
            if message is None:
                return
            status, text = self._decided(message)
        try:
            await self._respond(connection, writer, status, text)
        finally:
            if self._outcome is not None:
                self._answered.set()

    async def _respond(
        self,
        connection: h11.Connection,
        writer: asyncio.StreamWriter,
        status: HTTPStatus,
        text: str,
    ) -> None:
        import h11

        body = _page(self._title, text)
        headers = [*_HEADERS, ("Content-Length", str(len(body)))]
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append(("Allow", "GET"))
        answer = h11.Response(status_code=status, headers=headers, reason=status.phrase)
        with suppress(h11.LocalProtocolError):
            for event in (answer, h11.Data(data=body), h11.EndOfMessage()):
                writer.write(connection.send(event) or b"")
        await writer.drain()

    def _decided(self, message: h11.Request) -> tuple[HTTPStatus, str]:
        """Say what a request is worth; what is an answer ends the wait."""
        hosts = [value for name, value in message.headers if name == b"host"]
        host = b",".join(hosts).decode("ascii", "replace")
        if not self._address.is_host(host, self.port):
            return HTTPStatus.BAD_REQUEST, "This address is not the one asked for."
        target = message.target.decode("ascii", "replace")
        if not self._address.is_path(target.partition("?")[0]):
            return HTTPStatus.NOT_FOUND, "There is nothing here."
        if message.method != b"GET":
            return HTTPStatus.METHOD_NOT_ALLOWED, "Only GET is answered here."
        if self._request is None or self._outcome is not None:
            return HTTPStatus.GONE, "This login is over."
        return self._judged(Secret(target), self._request)

    def _judged(
        self, callback: Secret, request: AuthorizationRequest
    ) -> tuple[HTTPStatus, str]:
        try:
            answer = consent.read(callback, self._refused)
        except InvalidArgumentError as error:
            return HTTPStatus.BAD_REQUEST, f"This is no answer to the login. {error}"
        if not answer.is_to(request):
            return HTTPStatus.BAD_REQUEST, "This is the answer to another login."
        try:
            answer.accepted()
        except AuthError as error:
            self._outcome = error
            return HTTPStatus.OK, f"No access was given ({answer.error})."
        self._outcome = callback
        return HTTPStatus.OK, "Access was given. You can close this page."


async def _received(
    connection: h11.Connection, reader: asyncio.StreamReader
) -> h11.Request | None:
    """Read until the head of a request is there; `None` if the peer goes away."""
    import h11

    while True:
        event = connection.next_event()
        if isinstance(event, h11.Request):
            return event
        if event is not h11.NEED_DATA:
            return None
        connection.receive_data(await reader.read(4096))


def _page(title: str, text: str) -> bytes:
    """Return a page that says one thing, for any two texts."""
    content = _PAGE.format(title=html.escape(title), text=html.escape(text))
    return content.encode()
