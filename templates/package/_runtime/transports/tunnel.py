"""TLS inside the TLS of a proxy."""

from __future__ import annotations

import functools
import ssl
from typing import TYPE_CHECKING, Any, TypeVar

import httpcore2

from .backends import Stream

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_RECORD = 16_384


class Tunnel(Stream):
    """A blocking connection; the library's own would time each read anew.

    Every `timeout` is a moment, as in `network`.
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
