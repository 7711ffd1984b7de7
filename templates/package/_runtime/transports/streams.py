# ruff: noqa: ASYNC109 - the signatures are those of httpcore2
"""Connections that know when the request has to be over.

Everywhere in this module `timeout` is a *moment* on the clock of `time.monotonic`,
not a duration. httpcore2 hands the value of its `timeout` extension down to each
socket operation unchanged, so that each one gets what is left until that moment,
however many there are.
"""

from __future__ import annotations

import contextlib
import functools
import socket
import ssl
import time
from typing import TYPE_CHECKING, Any, TypeVar

import httpcore2

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_CHUNK = 16_384
_RECORD = 16_384


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
            return Tunnel(self, ssl_context, server_hostname, timeout)
        seconds = left(timeout, httpcore2.ConnectTimeout)
        return Stream(self._inner.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself."""
        if info == "is_readable" and self._is_retired:
            return True
        return self._inner.get_extra_info(info)


class Tunnel(Stream):
    """A blocking connection in TLS inside the TLS of a proxy.

    The library's own would time each read anew.
    """

    def __init__(
        self,
        inner: Stream,
        context: ssl.SSLContext,
        hostname: str | None,
        timeout: float | None,
    ) -> None:
        """Shake hands over `inner`."""
        super().__init__(inner)
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(
            self._incoming, self._outgoing, server_hostname=hostname
        )
        try:
            self._perform(self._tls.do_handshake, timeout)
        except httpcore2.TimeoutException as error:
            inner.close()
            raise httpcore2.ConnectTimeout(str(error)) from None
        except (OSError, httpcore2.NetworkError) as error:
            inner.close()
            raise httpcore2.ConnectError(str(error)) from None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, at most `max_bytes`."""
        try:
            return self._perform(lambda: self._tls.read(max_bytes), timeout)
        except OSError as error:
            raise httpcore2.ReadError(str(error)) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of `buffer`."""
        try:
            while buffer:
                sent = self._perform(
                    functools.partial(self._tls.write, buffer), timeout
                )
                buffer = buffer[sent:]
        except OSError as error:
            raise httpcore2.WriteError(str(error)) from None
        finally:
            del buffer  # it holds the access token, and a traceback the local variables

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself."""
        return self._tls if info == "ssl_object" else super().get_extra_info(info)

    def _perform(self, action: Callable[[], T], timeout: float | None) -> T:
        """Carry `action` out, with as many reads and writes as TLS asks for."""
        while True:
            try:
                done = action()
            except ssl.SSLWantReadError:
                self._flush(timeout)
                data = self._inner.read(_RECORD, timeout)
                if data:
                    self._incoming.write(data)
                else:
                    self._incoming.write_eof()
            else:
                self._flush(timeout)
                return done

    def _flush(self, timeout: float | None) -> None:
        if data := self._outgoing.read():
            self._inner.write(data, timeout)


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
