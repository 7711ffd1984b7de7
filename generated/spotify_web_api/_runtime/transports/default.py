"""The default transport: pools of connections of httpcore2."""

from __future__ import annotations

import os
import time
import warnings
import weakref
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..core.locks import Guarded
from ..errors import ConfigurationError
from ..errors.expected import expect
from ..http.urls import parse
from . import certificates, httpcore, logs, proxies
from .body import Body
from .places import Places

if TYPE_CHECKING:
    import asyncio
    import ssl
    from collections.abc import Callable

    import httpcore2

    from ..http.messages import Request, Response
    from .pools import AsyncPool, Pool

_KEEP_ALIVE_SECONDS = 30.0


class HttpTransport(Guarded):
    """Sends requests over pooled HTTP connections, blocking or with `await`.

    Connections are made when first needed, in each process and each event loop
    of its own. It may be used from several threads and tasks. Every request ends
    within its `timeout`, however slowly the server sends.
    """

    def __init__(
        self,
        *,
        proxy: str | None = None,
        verify: bool | str | ssl.SSLContext = True,
        http2: bool = False,
        max_connections: int = 100,
    ) -> None:
        """Keep the settings; nothing is opened yet.

        Args:
            proxy: The URL of an http, https or socks5 proxy. By default the one the
                environment names, and none for loopback hosts.
            verify: `True` for the certificates the system trusts, the path of a file
                or folder of certificates, or an SSL context.
            http2: Whether to offer HTTP/2; needs the package `h2`.
            max_connections: The most connections open at a time.

        Raises:
            ConfigurationError: If a setting is not one of these.
        """
        super().__init__()
        if verify is False:
            message = "verify=False would let anyone read the access token"
            raise ConfigurationError(message)
        expect(
            max_connections,
            int,
            name="max_connections",
            wanted="int",
            error=ConfigurationError,
        )
        if max_connections < 1:
            raise ConfigurationError("max_connections must be 1 or more")
        self._proxy = None if proxy is None else proxies.parse(proxy)
        self._verify: Any = verify
        self._http2 = http2
        self._max_connections = max_connections
        self._ssl_context: ssl.SSLContext | None = None
        self._routes: dict[tuple[str, str, int], proxies.Proxy | None] = {}
        self._forget()

    def _forget(self) -> None:
        """Start without pools: those of a parent process are not ours to close."""
        self._pid = os.getpid()
        self._pools: dict[proxies.Proxy | None, Pool] = {}
        self._interrupted: list[Pool] = []
        self._async_pools: weakref.WeakKeyDictionary[
            asyncio.AbstractEventLoop,
            dict[proxies.Proxy | None, AsyncPool],
        ] = weakref.WeakKeyDictionary()

    def __repr__(self) -> str:
        """Show nothing but the class."""
        return "HttpTransport(…)"

    def send(self, request: Request) -> Response:
        """Send `request` and read the whole response.

        Args:
            request: The request; its `timeout` covers everything, from looking the
                host up to the last byte of the body.

        Raises:
            ConnectFailedError: If there was no connection.
            DeadlineExceededError: If it took longer than `request.timeout`.
            ResponseTooLargeError: If the body is larger than `request.max_body`.
            ProtocolError: If the connection broke or the answer is not HTTP.
            ConfigurationError: If the proxy or HTTP/2 needs a package that is missing.
        """
        deadline = time.monotonic() + request.timeout
        proxy, request = self._routed(request)
        with httpcore.translated(request), logs.without(request.redactor):
            pool = self._pool(proxy)
            try:
                message = httpcore.message(request, deadline)
                with pool.response(message, deadline) as answer:
                    headers = httpcore.headers(answer, request)
                    body = Body(headers, request)
                    for chunk in answer.iter_stream():
                        body.feed(chunk)
                    httpcore.retire_if_surplus(answer)
            except (KeyboardInterrupt, SystemExit):
                self._give_up(pool)
                raise
            return httpcore.response(answer, headers, body, request)

    async def asend(self, request: Request) -> Response:
        """Send `request` and read the whole response.

        Args:
            request: The request; its `timeout` covers everything, from looking the
                host up to the last byte of the body.

        Raises:
            ConnectFailedError: If there was no connection.
            DeadlineExceededError: If it took longer than `request.timeout`.
            ResponseTooLargeError: If the body is larger than `request.max_body`.
            ProtocolError: If the connection broke or the answer is not HTTP.
            ConfigurationError: If the proxy or HTTP/2 needs a package that is missing.
        """
        deadline = time.monotonic() + request.timeout
        proxy, request = self._routed(request)
        with httpcore.translated(request), logs.without(request.redactor):
            pool = self._async_pool(proxy)
            message = httpcore.message(request, deadline)
            async with pool.response(message, deadline) as answer:
                headers = httpcore.headers(answer, request)
                body = Body(headers, request)
                async with aclosing(answer.aiter_stream()) as chunks:
                    async for chunk in chunks:
                        body.feed(chunk)
                httpcore.retire_if_surplus(answer)
            return httpcore.response(answer, headers, body, request)

    def close(self) -> None:
        """Close the blocking connections. Closing again does nothing."""
        with self._lock:
            self._own()
            pools, interrupted = list(self._pools.values()), self._interrupted
            self._pools, self._interrupted = {}, []
        for pool in pools:
            pool.close()
        for pool in interrupted:  # whose lock may be held for ever
            for connection in pool.connections:
                connection.close()

    async def aclose(self) -> None:
        """Close all connections. Closing again does nothing."""
        import asyncio

        self.close()
        with self._lock:
            pools = self._async_pools.pop(asyncio.get_running_loop(), {})
            self._forget_closed_loops()
        for pool in pools.values():
            await pool.aclose()

    def __del__(self, _warn: Any = warnings.warn) -> None:
        """Warn if connections were left open."""
        names = ("_pools", "_interrupted", "_async_pools")
        pools = [getattr(self, name, None) for name in names]
        if any(pools) and self._pid == os.getpid():
            message = "a client was not closed: use `with`, or call close()"
            _warn(message, ResourceWarning, source=self)
            self.close()

    def _pool(self, proxy: proxies.Proxy | None) -> Pool:
        import httpcore2

        from .backends import Backend
        from .pools import Pool

        with self._lock:
            self._own()
            if proxy not in self._pools:
                pool = httpcore2.ConnectionPool(
                    network_backend=Backend(), **self._options(proxy)
                )
                self._pools[proxy] = Pool(self._places(pool.create_connection))
            return self._pools[proxy]

    def _async_pool(self, proxy: proxies.Proxy | None) -> AsyncPool:
        import asyncio

        import httpcore2

        from .backends import AsyncBackend
        from .pools import AsyncPool

        with self._lock:
            self._own()
            pools = self._async_pools.setdefault(asyncio.get_running_loop(), {})
            if proxy not in pools:
                self._forget_closed_loops()
                pool = httpcore2.AsyncConnectionPool(
                    network_backend=AsyncBackend(), **self._options(proxy)
                )
                pools[proxy] = AsyncPool(self._places(pool.create_connection))
            return pools[proxy]

    def _places(self, make: Callable[[httpcore2.Origin], object]) -> Places:
        """Return what keeps the connections that `make` makes.

        The library knows how to make them, proxies included; its own pools look at
        each connection for every request.
        """
        return Places(
            make,
            most=self._max_connections,
            idle_seconds=_KEEP_ALIVE_SECONDS,
            shares=self._http2,
        )

    def _own(self) -> None:
        if self._pid != os.getpid():
            self._forget()

    def _give_up(self, pool: Pool) -> None:
        """Use a pool no more: an interrupt at any line may have left it in disorder.

        Requests of other threads go on in it, so that it is closed with the others.
        """
        with self._lock:
            for proxy in [each for each, own in self._pools.items() if own is pool]:
                self._interrupted.append(self._pools.pop(proxy))

    def _forget_closed_loops(self) -> None:
        for loop in [each for each in self._async_pools if each.is_closed()]:
            del self._async_pools[loop]

    def _routed(self, request: Request) -> tuple[proxies.Proxy | None, Request]:
        """Return the proxy, and the request with a redactor that knows its secrets."""
        proxy = self._proxy
        if proxy is None:
            origin = parse(request.url).origin
            if origin not in self._routes:
                self._routes[origin] = proxies.from_environment(*origin)
            proxy = self._routes[origin]
        if proxy is None or proxy.credentials is None:
            return proxy, request
        redactor = request.redactor.knowing(*proxy.secrets)
        return proxy, replace(request, redactor=redactor)

    def _options(self, proxy: proxies.Proxy | None) -> dict[str, Any]:
        import httpcore2

        logs.watch()
        if self._ssl_context is None:
            self._ssl_context = certificates.context(self._verify)
        through = None
        if proxy is not None:
            has_tls = proxy.url.startswith("https:")
            through = httpcore2.Proxy(
                proxy.url,
                auth=proxy.credentials,
                ssl_context=self._ssl_context if has_tls else None,
            )
        return {
            "ssl_context": self._ssl_context,
            "proxy": through,
            "http2": self._http2,
            "keepalive_expiry": _KEEP_ALIVE_SECONDS,
        }
