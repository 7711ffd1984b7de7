"""The service over HTTP on loopback, for whatever is not Python, or not this client."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from ..errors import ProtocolError
from ..http.messages import Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    Answered = Callable[[Request], Response]

_HOST = "127.0.0.1"
_LARGEST = 16_777_216
"""Bytes of the body of a request."""


@contextmanager
def serving(answered: Answered, port: int) -> Generator[str, None, None]:
    """Answer on loopback until the block ends.

    Args:
        answered: Answers a request, or raises `ProtocolError` to break off.
        port: The port; 0 for one that is free.

    Returns:
        The root of the address, such as `http://127.0.0.1:8080`.

    Raises:
        OSError: If the port is taken.
    """
    server = _Server((_HOST, port), partial(_Handler, answered))
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield f"http://{_HOST}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # What is small goes out at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def __init__(self, answered: Answered, *connection: Any) -> None:
        """Answer what comes on a connection.

        Args:
            answered: Answers a request, or raises `ProtocolError` to break off.
            *connection: What the server gives.
        """
        self._answered = answered
        super().__init__(*connection)

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Answer a request of any verb, for which methods are named."""
        if not name.startswith("do_"):
            raise AttributeError(name)
        return self._respond

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing: requests are in the log of the service."""

    def _respond(self) -> None:
        body = self._body()
        if body is None:
            return
        request = Request(
            method=self.command,
            url=f"http://{_HOST}:{self.connection.getsockname()[1]}{self.path}",
            headers=tuple(self.headers.items()),
            body=body or None,
        )
        try:
            response = self._answered(request)
        except ProtocolError:
            self._break_off()
            return
        with suppress(ConnectionError):
            self._answer(response)

    def _body(self) -> bytes | None:
        """Read the body; `None` if there is one of unknown length, or a huge one."""
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isdecimal():
            self._refuse(411)
        elif len(length) > len(str(_LARGEST)) or int(length) > _LARGEST:
            self._refuse(413)
        else:
            return self.rfile.read(int(length))
        return None

    def _refuse(self, status: int) -> None:
        self.close_connection = True
        self._answer(Response(status=status))

    def _break_off(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.status not in (204, 304):
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)
        self.wfile.flush()
