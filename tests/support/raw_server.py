"""A server of bytes: a test says exactly what goes over the socket, and when."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.support.timing import PATIENCE

Script = Callable[[socket.socket], None]


@dataclass
class RawServer:
    """A listening socket; every connection runs the script in its own thread."""

    script: Script
    listener: socket.socket = field(
        default_factory=lambda: socket.create_server(("127.0.0.1", 0))
    )
    connections: int = 0
    ended: int = 0
    requests: list[bytes] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._run, args=(connection,), daemon=True).start()

    def _run(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            self.script(connection)
        self.ended += 1

    def wait_for_end(self, count: int) -> None:
        """Wait until so many connections were closed from here."""
        until = time.monotonic() + PATIENCE
        while self.ended < count:
            assert time.monotonic() < until
            time.sleep(0.01)

    def read_request(self, connection: socket.socket) -> bytes:
        """Read one request with its body; `b""` when the client has gone."""
        data = b""
        while b"\r\n\r\n" not in data:
            chunk = connection.recv(65_536)
            if not chunk:
                return b""
            data += chunk
        head, _, body = data.partition(b"\r\n\r\n")
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        while len(body) < length:
            body += connection.recv(65_536)
        self.requests.append(head + b"\r\n\r\n" + body)
        return self.requests[-1]

    def answer(self, *answers: bytes) -> None:
        """Answer the requests of every connection in turn; the last is repeated."""

        def script(connection: socket.socket) -> None:
            index = 0
            while self.read_request(connection):
                connection.sendall(answers[min(index, len(answers) - 1)])
                index += 1

        self.script = script

    def drip(self, data: bytes, *, at_once: int = 0, pause: float = 0.05) -> None:
        """Answer with single bytes and pauses, after the first `at_once` bytes."""

        def script(connection: socket.socket) -> None:
            self.read_request(connection)
            connection.sendall(data[:at_once])
            for position in range(at_once, len(data)):
                connection.sendall(data[position : position + 1])
                if self.stopped.wait(pause):
                    return

        self.script = script


@contextlib.contextmanager
def raw_server() -> Iterator[RawServer]:
    """Run a server for as long as the context lasts."""
    server = RawServer(script=lambda _: None)
    threading.Thread(target=server.serve, daemon=True).start()
    try:
        yield server
    finally:
        server.stopped.set()
        with contextlib.suppress(OSError):
            server.listener.shutdown(socket.SHUT_RDWR)
        server.listener.close()


def http(
    body: bytes = b"",
    *headers: str,
    status: str = "200 OK",
    length: int | None = -1,
) -> bytes:
    """Write a response; its length is stated unless `length` is `None`."""
    lines = [f"HTTP/1.1 {status}", *headers]
    if length is not None:
        lines.append(f"Content-Length: {len(body) if length < 0 else length}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def reset(connection: socket.socket) -> None:
    """End a connection with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
