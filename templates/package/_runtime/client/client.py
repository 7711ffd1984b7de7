"""The clients generated code builds on: the blocking one, and the other by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from ..calls.settings import ATTEMPT_TIMEOUT, MAX_ATTEMPTS, MAX_BODY, MAX_WAIT, TIMEOUT
from ..description.api import Api
from ..session.caller import Caller, Connection
from . import authorization
from .async_client import AsyncClient
from .calls import Calls
from .options import new_session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from ..calls.settings import OnUnavailable
    from ..decoding.drift import DriftLog, DriftObserver
    from ..description.operation import Operation
    from ..engine.events import Observer
    from ..engine.limits import LimitState, LimitStore
    from ..engine.ports import TokenProvider
    from ..http.messages import Request
    from ..http.transport import Transport
    from ..models.page import Page
    from ..paging.pager import Pager
    from ..session.raw import RawResponse

__all__ = ["Api", "AsyncClient", "Client"]

T = TypeVar("T")


class Client(Calls):
    """A client that blocks; it may be used from several threads.

    Use it in a `with` block, or call `close`.
    """

    _api: ClassVar[Api]

    def __init__(
        self,
        auth: str | TokenProvider,
        *,
        base_url: str | None = None,
        timeout: float = TIMEOUT,
        attempt_timeout: float = ATTEMPT_TIMEOUT,
        max_attempts: int = MAX_ATTEMPTS,
        max_wait: float = MAX_WAIT,
        max_body: int = MAX_BODY,
        defaults: Mapping[str, object] | None = None,
        strict: bool = False,
        on_drift: DriftObserver | None = None,
        quota_mode: str | None = None,
        on_unavailable: OnUnavailable = "raise",
        on_event: Observer | None = None,
        transport: Transport | None = None,
        limits: LimitStore | None = None,
    ) -> None:
        """Keep the settings; nothing is opened or sent yet.

        Args:
            auth: An access token, a grant, or what else provides tokens.
            base_url: Where requests go, instead of the server of the description.
                It has to be https, or http on a loopback host.
            timeout: Seconds a whole call may take; each page of a listing is a call.
            attempt_timeout: Seconds one request may take.
            max_attempts: How many times a request may be sent, the first one
                included; 1 for no repetition.
            max_wait: The longest wait before a request, in seconds. If the server
                asks for a longer one, the call raises at once.
            max_body: The largest response body, in bytes, after decompression.
            defaults: Values for the parameters the client holds defaults for.
            strict: Whether a response that departs from the description raises
                `DecodeError`. Otherwise what does not fit is `None`.
            on_drift: Takes such departures as `SchemaDrift`; by default a warning is
                logged for each place, once per process. An exception in it breaks
                no call.
            quota_mode: The quota mode of the application; `None` if it is unknown, so
                that no call is held back.
            on_unavailable: What to do with a call that this mode lacks: `raise`, or
                `route` it to the call that replaces it.
            on_event: Takes what happens during calls, as typed events. It has to be
                quick; an exception in it breaks no call.
            transport: What sends requests; it is closed with the client. By default
                a new `HttpTransport`.
            limits: Where rate-limit windows are kept; by default in the memory of
                this process, for all clients.

        Raises:
            ConfigurationError: If one of them makes no sense.
        """
        try:
            provider = authorization.provider(auth)
            grant = authorization.grant(auth, blocking=True)
        finally:
            del auth  # a traceback would hold it
        session = new_session(
            self._api,
            base_url=base_url,
            timeout=timeout,
            attempt_timeout=attempt_timeout,
            max_attempts=max_attempts,
            max_wait=max_wait,
            max_body=max_body,
            defaults=defaults,
            strict=strict,
            on_drift=on_drift,
            on_event=on_event,
            grant=grant,
            quota_mode=quota_mode,
            on_unavailable=on_unavailable,
        )
        self._caller = Caller(session, Connection(transport, limits), provider)
        self._is_view = False

    def __repr__(self) -> str:
        """Show where requests go."""
        return f"{type(self).__name__}({self._caller.session.settings.base_url!r})"

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        self.close()

    def close(self) -> None:
        """Close the connections. Closing again, or closing a view, does nothing."""
        if not self._is_view:
            self._caller.close()

    @property
    def limits(self) -> LimitState:
        """What the client knows of its limits; nothing is sent to find out.

        A window that another client of this account began shows from the next call on.
        """
        return self._caller.session.limits()

    @property
    def drift(self) -> DriftLog:
        """Where responses departed from the description, in all views of the client."""
        return self._caller.session.shared.drift

    def _with(
        self,
        *,
        timeout: float | None = None,
        attempt_timeout: float | None = None,
        max_attempts: int | None = None,
        max_wait: float | None = None,
        strict: bool | None = None,
        if_none_match: str | None = None,
        on_unavailable: OnUnavailable | None = None,
        defaults: Mapping[str, object] | None = None,
    ) -> Self:
        """Return a view with other settings that shares the connections."""
        session = self._caller.session.view(
            defaults or {},
            timeout=timeout,
            attempt_timeout=attempt_timeout,
            max_attempts=max_attempts,
            max_wait=max_wait,
            strict=strict,
            if_none_match=if_none_match,
            on_unavailable=on_unavailable,
        )
        view = object.__new__(type(self))
        view._caller = self._caller.with_session(session)
        view._is_view = True
        return view

    def raw(self, operation: Operation[T], /, **arguments: object) -> RawResponse[T]:
        """Call an operation and return the response as it came.

        Args:
            operation: The operation, out of the package's `operations`.
            **arguments: Its arguments, by their names in Python. A batch is one
                request here, a listing one page.

        Returns:
            The response: a success, or 304 where an entity tag was given.

        Raises:
            InvalidArgumentError: If an argument is unknown, missing or refused.
            ClientError: As from any call.
        """
        session = self._caller.session
        return self._caller.run(session.raw_operation(operation, arguments))

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, object] | None = None,
        json: object = None,
    ) -> RawResponse[Any]:
        """Send a request the description does not know.

        Args:
            method: The verb.
            path: A path below the base URL, or a URL on the same server.
            params: The query; lists are joined by commas, `None` is left out.
            json: The body, or `None` for none.

        Returns:
            The response: a success, or 304 where an entity tag was given.

        Raises:
            InvalidArgumentError: If the path leads elsewhere, or the verb or the body
                cannot be one.
            ClientError: As from any call.
        """
        from ..calls import undescribed

        session = self._caller.session
        call = undescribed.build(session.settings, method, path, params, json)
        return self._caller.run(session.raw(call, Any, ""))

    def explain(self, operation: Operation[Any], /, **arguments: object) -> Request:
        """Return the request a call would send, without sending it.

        Args:
            operation: The operation, out of the package's `operations`.
            **arguments: Its arguments, by their names in Python.

        Returns:
            The exact request, but for the access token.

        Raises:
            InvalidArgumentError: If an argument is unknown, missing or refused.
        """
        session = self._caller.session
        return session.opening(session.named(operation, arguments))

    def can(self, operation: Operation[Any], /) -> bool | None:
        """Say whether the access token is allowed to make a call; nothing is sent.

        Args:
            operation: The operation, out of the package's `operations`.

        Returns:
            Whether the scopes of the token suffice, or `None` if nobody has said which
            scopes it has.
        """
        return self._caller.run(self._caller.session.can(operation))

    def pages(
        self, page: Page[T], *, prefetch: int = 1, cursor: str | None = None
    ) -> Pager[T]:
        """Return the listing a page found inside a model is the beginning of.

        Args:
            page: The first page; it is not fetched again.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Raises:
            InvalidArgumentError: If the page belongs to no operation, `prefetch` is
                below 1, or the cursor is of another listing.
        """
        from ..paging import listing as paging
        from ..paging.pager import Pager

        listing = paging.continued(
            self._caller.session, page, prefetch=prefetch, cursor=cursor
        )
        return Pager(self._caller, listing, page if cursor is None else None)
