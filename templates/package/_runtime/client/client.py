"""The client that blocks; `async_client` is its twin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..session.caller import Caller, Connection
from . import authorization
from .base import ClientBase
from .calls import Calls
from .options import Options, check_parts, new_session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from ..description.operation import Operation
    from ..engine.limits import LimitStore
    from ..engine.ports import TokenProvider
    from ..http.transport import Transport
    from ..models.page import Page
    from ..paging.pager import Pager
    from ..session.raw import RawResponse

T = TypeVar("T")


class Client(Calls, ClientBase[Caller]):
    """A client that blocks; it may be used from several threads.

    Use it in a `with` block, or call `close`.
    """

    def __init__(
        self,
        auth: str | TokenProvider | None,
        options: Options[Transport, LimitStore],
    ) -> None:
        """Keep the options; nothing is opened or sent yet.

        Args:
            auth: An access token, a grant, or what else provides tokens; `None`
                where no call needs any.
            options: All that may be chosen besides.

        Raises:
            ConfigurationError: If one of them makes no sense.
        """
        try:
            provider = authorization.provider(auth, self._api)
            grant = authorization.grant(auth, blocking=True)
            anonymous = auth is None
        finally:
            del auth  # a traceback would hold it
        session = new_session(self._api, options, grant, anonymous=anonymous)
        check_parts(options, "send", "close", "until", "extend")
        connection = Connection(options.transport, options.limits)
        self._caller = Caller(session, connection, provider)

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
        call = undescribed.build(
            session.settings,
            method,
            path,
            params,
            json,
            authorized=not session.anonymous,
        )
        return self._caller.run(session.raw(call, Any, ""))

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
        from ..paging.listing import continued
        from ..paging.pager import Pager

        listing = continued(
            self._caller.session, page, prefetch=prefetch, cursor=cursor
        )
        return Pager(self._caller, listing, page if cursor is None else None)
