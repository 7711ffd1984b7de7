"""What the engine needs of others, and what it gives them for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

from ..calls.call import Call

if TYPE_CHECKING:
    from ..calls.settings import Clock
    from ..core.notifier import Notifier
    from ..core.secret import Secret
    from ..http.messages import Response
    from ..tokens.token_set import TokenSet
    from .events import Event
    from .steps import Steps

Exchange: TypeAlias = Callable[[Call], "Steps[Response]"]


@runtime_checkable
class TokenProvider(Protocol):
    """What a client needs to authorize its requests."""

    def token(self) -> str:
        """Return a valid access token, fetching one if needed."""
        ...


@runtime_checkable
class AsyncTokenProvider(Protocol):
    """What an asynchronous client needs to authorize its requests."""

    async def atoken(self) -> str:
        """Return a valid access token, fetching one if needed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What getting a token needs of the call it is for.

    Attributes:
        exchange: Carries a token request out, in a time of its own.
        clock: The clocks to measure by.
        left: Returns the seconds that the call may still wait.
        notify: Takes the events.
        logger: The name of the logger.
    """

    exchange: Exchange
    clock: Clock
    left: Callable[[], float]
    notify: Notifier[Event]
    logger: str


class Grant(Protocol):
    """Where access tokens come from that can be renewed in the time of a call."""

    @property
    def client_id(self) -> str:
        """The application whose tokens they are."""
        ...

    def access(self, work: Work, rejected: Secret | None = None) -> Steps[TokenSet]:
        """Return tokens that are valid now.

        Args:
            work: What getting them needs.
            rejected: An access token the API refused, or `None`.

        Raises:
            ClientError: If there are none to be had.
        """
        ...

    def owner(self, clock: Clock) -> Steps[str | None]:
        """Return whose the tokens at hand are, valid or not, or `None` without any.

        Args:
            clock: The clocks to measure by.
        """
        ...

    def granted(self, clock: Clock) -> Steps[frozenset[str] | None]:
        """Return the scopes of the tokens at hand, or `None` if they are unknown.

        Args:
            clock: The clocks to measure by.
        """
        ...
