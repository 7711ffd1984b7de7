# ruff: noqa: ASYNC109 - the signatures are those of httpcore2
"""Opening connections, within the time the request has.

Everywhere in this module `timeout` is a *moment*, as in `streams`.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING, Any

import httpcore2

from .streams import AsyncStream, Stream, left

if TYPE_CHECKING:
    from collections.abc import Iterable


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
