"""The clients of Things: one that blocks, one that awaits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._api import API
from ._runtime import AsyncClient, Client, Options, cached

if TYPE_CHECKING:
    from typing import Literal, Self

    from ._async import things as _async_things
    from ._runtime import (
        AsyncLimitStore,
        AsyncTokenProvider,
        AsyncTransport,
        Cache,
        DriftObserver,
        LimitStore,
        Observer,
        TokenProvider,
        Transport,
    )
    from ._sync import things as _sync_things


class Things(Client):
    """The synchronous client of Things.

    Safe to share between threads. Use it as a context manager, or call `close`.

    Args:
        auth: An access token, a grant, or what else gives tokens; no call needs any.
        timeout: Seconds a whole call may take, everything included.
        attempt_timeout: Seconds one request may take.
        max_attempts: How many times a request may be sent, the first one included.
        max_wait: Seconds a call may wait before a request; else it raises at once.
        max_body: Bytes of a response, after decompression, that are accepted.
        strict: Whether a response that is not as described raises. Else what does not
            fit is None.
        cache: A `Cache` that keeps answers; none by default. Views take what to do with
            it.
        base_url: Where to send requests; https://api.example/v1 by default.
        on_drift: Takes where a response is not as described; by default a warning each
            is logged.
        on_event: Takes what happens during calls, as typed events.
        transport: What sends requests; `HttpTransport()` by default.
        limits: Where rate-limit windows are kept; in this process by default.
    """

    _api = API

    def __init__(
        self,
        auth: str | TokenProvider | None = None,
        *,
        timeout: float = 60.0,
        attempt_timeout: float = 15.0,
        max_attempts: int = 4,
        max_wait: float = 30.0,
        max_body: int = 33_554_432,
        strict: bool = False,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        base_url: str | None = None,
        on_drift: DriftObserver | None = None,
        on_event: Observer | None = None,
        transport: Transport | None = None,
        limits: LimitStore | None = None,
    ) -> None:
        try:
            super().__init__(
                auth,
                Options(
                    timeout=timeout,
                    attempt_timeout=attempt_timeout,
                    max_attempts=max_attempts,
                    max_wait=max_wait,
                    max_body=max_body,
                    strict=strict,
                    cache=cache,
                    base_url=base_url,
                    on_drift=on_drift,
                    on_event=on_event,
                    transport=transport,
                    limits=limits,
                ),
            )
        finally:
            del auth  # a traceback would hold it

    def with_options(
        self,
        *,
        timeout: float | None = None,
        attempt_timeout: float | None = None,
        max_attempts: int | None = None,
        max_wait: float | None = None,
        strict: bool | None = None,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        if_none_match: str | None = None,
    ) -> Self:
        """Give a view with other options, which shares the connections.

        Args:
            timeout: Seconds a whole call may take, everything included.
            attempt_timeout: Seconds one request may take.
            max_attempts: How many times a request may be sent, the first one included.
            max_wait: Seconds a call may wait before a request; else it raises at once.
            strict: Whether a response that is not as described raises. Else what does
                not fit is None.
            cache: A `Cache` that keeps answers; none by default. Views take what to do
                with it.
            if_none_match: An entity tag: an answer that still has it raises
                `NotModifiedError`.
        """
        return self._with(
            timeout=timeout,
            attempt_timeout=attempt_timeout,
            max_attempts=max_attempts,
            max_wait=max_wait,
            strict=strict,
            cache=cache,
            if_none_match=if_none_match,
        )

    @cached
    def things(self) -> _sync_things.Things:
        """All the things."""
        from ._sync.things import Things

        return Things(self)


class AsyncThings(AsyncClient):
    """The asynchronous client of Things.

    Safe to share between tasks. Use it as a context manager, or call `aclose`.

    Args:
        auth: An access token, a grant, or what else gives tokens; no call needs any.
        timeout: Seconds a whole call may take, everything included.
        attempt_timeout: Seconds one request may take.
        max_attempts: How many times a request may be sent, the first one included.
        max_wait: Seconds a call may wait before a request; else it raises at once.
        max_body: Bytes of a response, after decompression, that are accepted.
        strict: Whether a response that is not as described raises. Else what does not
            fit is None.
        cache: A `Cache` that keeps answers; none by default. Views take what to do with
            it.
        base_url: Where to send requests; https://api.example/v1 by default.
        on_drift: Takes where a response is not as described; by default a warning each
            is logged.
        on_event: Takes what happens during calls, as typed events.
        transport: What sends requests; `HttpTransport()` by default.
        limits: Where rate-limit windows are kept; in this process by default.
    """

    _api = API

    def __init__(
        self,
        auth: str | AsyncTokenProvider | None = None,
        *,
        timeout: float = 60.0,
        attempt_timeout: float = 15.0,
        max_attempts: int = 4,
        max_wait: float = 30.0,
        max_body: int = 33_554_432,
        strict: bool = False,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        base_url: str | None = None,
        on_drift: DriftObserver | None = None,
        on_event: Observer | None = None,
        transport: AsyncTransport | None = None,
        limits: AsyncLimitStore | None = None,
    ) -> None:
        try:
            super().__init__(
                auth,
                Options(
                    timeout=timeout,
                    attempt_timeout=attempt_timeout,
                    max_attempts=max_attempts,
                    max_wait=max_wait,
                    max_body=max_body,
                    strict=strict,
                    cache=cache,
                    base_url=base_url,
                    on_drift=on_drift,
                    on_event=on_event,
                    transport=transport,
                    limits=limits,
                ),
            )
        finally:
            del auth  # a traceback would hold it

    def with_options(
        self,
        *,
        timeout: float | None = None,
        attempt_timeout: float | None = None,
        max_attempts: int | None = None,
        max_wait: float | None = None,
        strict: bool | None = None,
        cache: Cache | Literal["reload", "only", "off"] | None = None,
        if_none_match: str | None = None,
    ) -> Self:
        """Give a view with other options, which shares the connections.

        Args:
            timeout: Seconds a whole call may take, everything included.
            attempt_timeout: Seconds one request may take.
            max_attempts: How many times a request may be sent, the first one included.
            max_wait: Seconds a call may wait before a request; else it raises at once.
            strict: Whether a response that is not as described raises. Else what does
                not fit is None.
            cache: A `Cache` that keeps answers; none by default. Views take what to do
                with it.
            if_none_match: An entity tag: an answer that still has it raises
                `NotModifiedError`.
        """
        return self._with(
            timeout=timeout,
            attempt_timeout=attempt_timeout,
            max_attempts=max_attempts,
            max_wait=max_wait,
            strict=strict,
            cache=cache,
            if_none_match=if_none_match,
        )

    @cached
    def things(self) -> _async_things.Things:
        """All the things."""
        from ._async.things import Things

        return Things(self)
