"""What a server can do wrong, and what a call then ends with."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spotify_web_api import errors
from tests.support.raw_server import RawServer, http, reset
from tests.support.timing import LASTING

STALL = 0.15
MARKETS = b'{"markets": ["SE"]}'
WHOLE = http(MARKETS, "Content-Type: application/json")
BODY = WHOLE.index(b"{")
LONG = http(MARKETS + b" " * 400, "Content-Type: application/json")
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
FAR = "https://stranger.example/v1/markets"

Act = Callable[[RawServer, socket.socket], None]


@dataclass(frozen=True)
class Fault:
    """One way of a server to fail.

    Attributes:
        act: What the server does with a connection.
        get: The error of a GET.
        post: The error of a POST, where it is another one.
        timeout: Seconds the call may take; a fault lasts longer by far.
        scheme: `https` where the fault lies in the handshake.
        read: Whether the request is read before `act`.
    """

    act: Act
    get: type[errors.SpotifyError]
    post: type[errors.SpotifyError] | None = None
    timeout: float = LASTING
    scheme: str = "http"
    read: bool = True

    def expected(self, method: str) -> type[errors.SpotifyError]:
        return self.post or self.get if method == "POST" else self.get


def bomb(size: int) -> bytes:
    """Compress `size` zero bytes without ever holding them."""
    squeeze = zlib.compressobj(9, wbits=31)
    block = bytes(1_000_000)
    parts = [squeeze.compress(block) for _ in range(size // len(block))]
    return b"".join([*parts, squeeze.flush()])


@cache
def _response_of_bomb() -> bytes:
    return http(bomb(200_000_000), "Content-Encoding: gzip")


def says(data: bytes | Callable[[], bytes]) -> Act:
    """Send `data` and hang up."""

    def act(server: RawServer, connection: socket.socket) -> None:
        connection.sendall(data() if callable(data) else data)

    return act


def _resets_after(data: bytes) -> Act:
    def act(server: RawServer, connection: socket.socket) -> None:
        connection.sendall(data)
        server.stopped.wait(0.05)
        reset(connection)

    return act


def _resets_unread(server: RawServer, connection: socket.socket) -> None:
    connection.recv(1, socket.MSG_PEEK)  # earlier, it might not even connect
    reset(connection)


def _half_closes_after(data: bytes) -> Act:
    def act(server: RawServer, connection: socket.socket) -> None:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        server.stopped.wait(LASTING)

    return act


def _stalls_after(data: bytes) -> Act:
    def act(server: RawServer, connection: socket.socket) -> None:
        connection.sendall(data)
        server.stopped.wait(LASTING)

    return act


def _drips(data: bytes | Callable[[], Iterator[bytes]], at_once: bytes = b"") -> Act:
    """Send one byte every twentieth of a second."""

    def act(server: RawServer, connection: socket.socket) -> None:
        connection.sendall(at_once)
        for byte in data() if callable(data) else data:
            connection.sendall(byte if isinstance(byte, bytes) else bytes([byte]))
            if server.stopped.wait(0.05):
                return

    return act


def _endless_headers() -> Iterator[bytes]:
    while True:
        yield b"X-More: yes\r\n"


def _refuses(status: str, body: bytes = b"", *headers: str) -> Act:
    return says(http(body, *headers, status=status))


def _headed(*lines: str, body: bytes = MARKETS) -> Act:
    return says(http(body, *lines, length=None))


_LATE = errors.DeadlineExceededError
_BROKEN = errors.ProtocolError
_ERROR = b'{"error": {"status": 429, "message": "API rate limit exceeded"}}'

FAULTS = {
    # So early a reset may still hit the connection while it is being made.
    "reset before the request is read": Fault(
        _resets_unread, errors.TransportError, read=False
    ),
    "reset before the response": Fault(_resets_after(b""), _BROKEN),
    "reset in the status line": Fault(_resets_after(WHOLE[:7]), _BROKEN),
    "reset in the headers": Fault(_resets_after(WHOLE[: BODY - 8]), _BROKEN),
    "reset before the body": Fault(_resets_after(WHOLE[:BODY]), _BROKEN),
    "reset in the body": Fault(_resets_after(WHOLE[:-5]), _BROKEN),
    "nothing but an end": Fault(says(b""), _BROKEN),
    "half close in the headers": Fault(_half_closes_after(WHOLE[:20]), _BROKEN),
    "half close in the body": Fault(_half_closes_after(WHOLE[:-5]), _BROKEN),
    "end in a chunk": Fault(says(CHUNKED + b'13\r\n{"mark'), _BROKEN),
    "end between chunks": Fault(says(CHUNKED + b'3\r\n{"m\r\n'), _BROKEN),
    "end where only JSON can tell": Fault(
        _headed("Connection: close", body=MARKETS[:-4]), _BROKEN
    ),
    "silence": Fault(_stalls_after(b""), _LATE, timeout=STALL),
    "silence in the body": Fault(_stalls_after(WHOLE[:-5]), _LATE, timeout=STALL),
    "a request nobody reads": Fault(
        _stalls_after(b""), _LATE, timeout=STALL, read=False
    ),
    "headers without end": Fault(
        _drips(_endless_headers, b"HTTP/1.1 200 OK\r\n"), _LATE, timeout=STALL
    ),
    "a drip of a status line": Fault(_drips(LONG), _LATE, timeout=STALL),
    "a drip of headers": Fault(_drips(WHOLE[20:], WHOLE[:20]), _LATE, timeout=STALL),
    "a drip of a body": Fault(
        _drips(LONG[LONG.index(b"{") :], LONG[: LONG.index(b"{")]), _LATE, timeout=STALL
    ),
    "a drip of chunk sizes": Fault(
        _drips(b"1;" + b"x" * 400, CHUNKED), _LATE, timeout=STALL
    ),
    "a drip of chunks": Fault(
        _drips(b"1\r\n{\r\n" * 99, CHUNKED), _LATE, timeout=STALL
    ),
    "a drip of trailers": Fault(
        _drips(b"X: y\r\n" * 99, CHUNKED + b"13\r\n" + MARKETS + b"\r\n0\r\n"),
        _LATE,
        timeout=STALL,
    ),
    "a drip of a handshake": Fault(
        _drips(b"\x16\x03\x03\x40\x00" + b"\x02" * 400),
        _LATE,
        timeout=STALL,
        scheme="https",
        read=False,
    ),
    "silence in a handshake": Fault(
        _stalls_after(b""), _LATE, timeout=STALL, scheme="https", read=False
    ),
    "no TLS where TLS was expected": Fault(
        says(WHOLE), errors.ConnectFailedError, scheme="https"
    ),
    "1xx without end": Fault(
        _drips(lambda: iter([b"HTTP/1.1 103 Early Hints\r\n\r\n"] * 999)),
        _LATE,
        timeout=STALL,
    ),
    "a garbage status line": Fault(says(b"\x00\xff\x00\xff\r\n\r\n"), _BROKEN),
    "a status of no number": Fault(says(b"HTTP/1.1 OK 200\r\n\r\n"), _BROKEN),
    "HTTP/0.9": Fault(says(MARKETS), _BROKEN),
    "another protocol": Fault(says(b"SSH-2.0-OpenSSH_9.6\r\n"), _BROKEN),
    "two lengths": Fault(_headed("Content-Length: 19", "Content-Length: 9"), _BROKEN),
    "a length below zero": Fault(_headed("Content-Length: -1"), _BROKEN),
    "a length beyond 64 bits": Fault(
        _headed(f"Content-Length: {2**64 + 19}"), errors.ResponseTooLargeError
    ),
    "a length of no number": Fault(_headed("Content-Length: 1e1"), _BROKEN),
    "a length beyond the limit": Fault(
        _headed(f"Content-Length: {2**40}"), errors.ResponseTooLargeError
    ),
    "a chunk size of no number": Fault(says(CHUNKED + b"zz\r\n"), _BROKEN),
    "a huge header": Fault(_headed("X: " + "x" * 200_000), _BROKEN),
    "many headers": Fault(_headed(*["X: y"] * 50_000), _BROKEN),
    "a gzip bomb": Fault(says(_response_of_bomb), errors.ResponseTooLargeError),
    "truncated gzip": Fault(
        says(http(gzip.compress(MARKETS)[:-6], "Content-Encoding: gzip")), _BROKEN
    ),
    "no gzip in spite of the header": Fault(
        says(http(MARKETS, "Content-Encoding: gzip")), _BROKEN
    ),
    "an encoding not asked for": Fault(
        says(http(MARKETS, "Content-Encoding: zstd")), _BROKEN
    ),
    "JSON cut off": Fault(says(http(MARKETS[:-4])), errors.DecodeError),
    "HTML for JSON": Fault(says(http(b"<html>")), errors.DecodeError),
    "nothing for JSON": Fault(says(http()), errors.DecodeError),
    "HTML 502": Fault(
        _refuses(
            "502 Bad Gateway", b"<html><h1>Bad Gateway</h1>", "Content-Type: text/html"
        ),
        errors.BadGatewayError,
    ),
    "408": Fault(_refuses("408 Request Timeout"), errors.ClientStatusError),
    "a 429 storm": Fault(
        _refuses("429 Too Many Requests", _ERROR, "Retry-After: 80000"),
        errors.RateLimitedError,
    ),
    "a redirection to itself": Fault(
        _refuses("302 Found", b"", "Location: /v1/markets"), _BROKEN, errors.StatusError
    ),
    "a redirection to a stranger": Fault(
        _refuses("307 Temporary Redirect", b"", f"Location: {FAR}"),
        errors.UnsafeUrlError,
        errors.StatusError,
    ),
    "a redirection to no URL": Fault(
        _refuses("301 Moved Permanently", b"", "Location: http://["),
        errors.UnsafeUrlError,
        errors.StatusError,
    ),
}
