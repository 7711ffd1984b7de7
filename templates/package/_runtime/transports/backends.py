# ruff: noqa: ASYNC109 - the signatures are those of httpcore2
"""Sockets that know when the request has to be over.

Everywhere in this module `timeout` is a *moment* on the clock of `time.monotonic`,
not a duration. httpcore2 hands the value of its `timeout` extension down to each
socket operation unchanged, so that each one gets what is left until that moment,
however many there are.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import httpcore2

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

_CHUNK = 16_384


def left(timeout: float | None, error: type[Exception]) -> float | None:
    """Return the seconds left until `timeout`.

    Args:
        timeout: A moment on the monotonic clock, or `None` for no limit.
        error: What to raise when it has passed.
    """
    if timeout is None:
        return None
    seconds = timeout - time.monotonic()
    if seconds <= 0:
        raise error("the time is over")
    return seconds


class Stream(httpcore2.NetworkStream):
    """A blocking connection."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        """Wrap `inner`, whose timeouts are durations."""
        self._inner = inner
        self._is_retired = False

    def retire(self) -> None:
        """Let the pool close the connection rather than use it again."""
        self._is_retired = True

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, at most `max_bytes`."""
        return self._inner.read(max_bytes, left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write in chunks that fit a socket's buffer, so that each is timed anew."""
        try:
            for start in range(0, len(buffer), _CHUNK):
                seconds = left(timeout, httpcore2.WriteTimeout)
                self._inner.write(buffer[start : start + _CHUNK], seconds)
        finally:
            del buffer  # it holds the access token, and a traceback the local variables

    def close(self) -> None:
        """Close the connection; a thread that waits for it notices."""
        connection = self._inner.get_extra_info("socket")
        if isinstance(connection, socket.socket):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)  # not that of TLS
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Shake hands."""
        if self._inner.get_extra_info("ssl_object") is not None:
            from .tunnel import Tunnel

            return Tunnel(self, ssl_context, server_hostname, timeout)
        seconds = left(timeout, httpcore2.ConnectTimeout)
        return Stream(self._inner.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself."""
        if info == "is_readable" and self._is_retired:
            return True
        return self._inner.get_extra_info(info)


class Backend(httpcore2.NetworkBackend):
    """Opens blocking connections."""

    def __init__(self) -> None:
        """Build on the library's own backend."""
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Try the addresses of `host` in turn, each with its share of the time."""
        addresses = _resolve(host, port, left(timeout, httpcore2.ConnectTimeout))
        failure: Exception = httpcore2.ConnectError(f"{host} has no address")
        for index, address in enumerate(addresses):
            seconds = left(timeout, httpcore2.ConnectTimeout)
            share = None if seconds is None else seconds / (len(addresses) - index)
            try:
                return Stream(
                    self._inner.connect_tcp(
                        address, port, share, local_address, socket_options
                    )
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure


def _resolve(host: str, port: int, seconds: float | None) -> list[str]:
    """Look `host` up in a thread, since the lookup itself cannot be limited."""
    if _is_address(host):
        return [host]
    found: list[str] = []
    failures: list[OSError] = []

    def look_up() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            failures.append(error)
        else:
            found.extend(dict.fromkeys(str(answer[4][0]) for answer in answers))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    if failures:
        raise httpcore2.ConnectError(str(failures[0]))
    if not found:
        raise httpcore2.ConnectTimeout(f"looking {host} up took too long")
    return found


def _is_address(host: str) -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        with contextlib.suppress(OSError, ValueError):
            return bool(socket.inet_pton(family, host))
    return False


class AsyncStream(httpcore2.AsyncNetworkStream):
    """A connection of an event loop."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        """Wrap `inner`, whose timeouts are durations."""
        self._inner = inner
        self._is_retired = False

    def retire(self) -> None:
        """Let the pool close the connection rather than use it again."""
        self._is_retired = True

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, at most `max_bytes`."""
        return await self._inner.read(max_bytes, left(timeout, httpcore2.ReadTimeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of `buffer`."""
        try:
            await self._inner.write(buffer, left(timeout, httpcore2.WriteTimeout))
        finally:
            del buffer  # it holds the access token, and a traceback the local variables

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Shake hands."""
        seconds = left(timeout, httpcore2.ConnectTimeout)
        stream = await self._inner.start_tls(ssl_context, server_hostname, seconds)
        return AsyncStream(stream)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself."""
        if info == "is_readable" and self._is_retired:
            return True
        return self._inner.get_extra_info(info)


class AsyncBackend(httpcore2.AsyncNetworkBackend):
    """Opens connections of an event loop."""

    def __init__(self) -> None:
        """Build on the library's own backend."""
        # The library declares an empty class for the case that anyio is missing.
        backend: Any = httpcore2.AnyIOBackend()
        self._inner: httpcore2.AsyncNetworkBackend = backend

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first address of `host` that answers."""
        seconds = left(timeout, httpcore2.ConnectTimeout)
        stream = await self._inner.connect_tcp(
            host, port, seconds, local_address, socket_options
        )
        return AsyncStream(stream)
