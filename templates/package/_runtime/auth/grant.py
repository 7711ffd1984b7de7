"""What every way of getting access tokens shares."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from ..core.locks import Guarded
from ..errors import ConfigurationError, ReauthorizationRequiredError
from ..tokens.stores import MemoryTokenStore
from .lifecycle import access

if TYPE_CHECKING:
    import threading

    from ..calls.settings import Clock
    from ..tokens.stores import AsyncTokenStore, TokenStore
    from ..tokens.token_set import TokenSet
    from .access_token import Secret
    from .server import AuthorizationServer
    from .token_requests import Application, Fields


class Grant(Guarded):
    """A way of getting access tokens, and the tokens it has led to.

    One object may serve any number of clients, blocking and asynchronous, threads and
    tasks. It may be passed to a client in place of an access token.
    """

    _server: ClassVar[AuthorizationServer]
    _flow: ClassVar[str]

    def __init__(
        self,
        application: Application,
        store: TokenStore | AsyncTokenStore | None,
        subject: str,
    ) -> None:
        """Keep what is needed; nothing is read or sent yet.

        Args:
            application: Who asks for tokens.
            store: Where tokens are kept, or `None` for the memory.
            subject: Whose tokens they are.
        """
        super().__init__()
        self.application = application
        self.store: TokenStore | AsyncTokenStore = (
            MemoryTokenStore() if store is None else store
        )
        self.key = " ".join(
            part for part in (application.client_id, self._flow, subject) if part
        )
        self._held: tuple[TokenSet, float] | None = None
        self._dead: Secret | None = None

    def __repr__(self) -> str:
        """Show the application, and nothing that is secret."""
        return f"{type(self).__name__}({self.application.client_id!r})"

    def token(self) -> str:
        """Return a valid access token, for use outside the client.

        Raises:
            ReauthorizationRequiredError: If the user has to consent.
            ClientError: As from any call.
        """
        from .perform import perform

        return perform(self, partial(access, self), None).access_token.reveal()

    async def atoken(self) -> str:
        """Return a valid access token, for use outside the client; like `token`."""
        from .perform import aperform

        tokens = await aperform(self, partial(access, self), None)
        return tokens.access_token.reveal()

    @property
    def default_scopes(self) -> frozenset[str] | None:
        """The scopes of tokens whose answer names none and that follow no others."""
        return None

    @property
    def guard(self) -> threading.Lock:
        """The lock among the threads and tasks of this process.

        A child process starts with a free one, whoever held it at the fork.
        """
        return self._lock

    @property
    def tokens(self) -> TokenSet | None:
        """The tokens in memory, valid or not."""
        return None if self._held is None else self._held[0]

    def at_hand(self) -> TokenSet | None:
        """Return the tokens in memory, or those of a store that need not be awaited."""
        load = getattr(self.store, "load", None)
        if self.tokens is not None or load is None:
            return self.tokens
        stored: TokenSet | None = load(self.key)
        return stored

    def hold(self, tokens: TokenSet, clock: Clock) -> None:
        """Keep tokens in memory, with their end by the clock that never jumps.

        Args:
            tokens: What was granted or stored.
            clock: The clocks to measure by.
        """
        left = tokens.seconds_left(clock.now().timestamp())
        self._held = (tokens, clock.monotonic() + left)

    def held(
        self, clock: Clock, rejected: Secret | None = None, *, leeway: bool = True
    ) -> TokenSet | None:
        """Return the tokens in memory if they are valid by both clocks.

        Args:
            clock: The clocks to measure by.
            rejected: An access token the API refused, or `None`.
            leeway: Whether they have to last a little longer.
        """
        if self._held is None:
            return None
        tokens, end = self._held
        if tokens.access_token == rejected:
            return None
        least = tokens.leeway if leeway else 0.0
        left = min(
            end - clock.monotonic(), tokens.seconds_left(clock.now().timestamp())
        )
        return tokens if left > least else None

    def renewal(self, before: TokenSet | None) -> Fields:
        """Return the fields of the request for the tokens after these.

        Args:
            before: The tokens that are replaced, or `None` if there are none.

        Raises:
            ReauthorizationRequiredError: If there is no living refresh token.
        """
        token = self._refresh_token(before)
        if token is None:
            raise ReauthorizationRequiredError(
                f"nobody has logged in as {self.key!r}: log in first, or send the user "
                "through authorization",
                error="login_required",
            )
        if token == self._dead:
            raise ReauthorizationRequiredError(
                f"the grant of {self.key!r} is dead: send the user through "
                "authorization again",
                error="invalid_grant",
            )
        return {"grant_type": "refresh_token", "refresh_token": token}

    def _refresh_token(self, before: TokenSet | None) -> Secret | None:
        return None if before is None else before.refresh_token

    def is_same_grant(self, one: TokenSet, other: TokenSet | None) -> bool:
        """Say whether two sets of tokens hang on the same refresh token."""
        return self._refresh_token(one) == self._refresh_token(other)

    def bury(self, tokens: TokenSet | None) -> None:
        """Never send the refresh token of these tokens again."""
        self._dead = self._refresh_token(tokens)

    def forget(self) -> None:
        """Drop the tokens in memory."""
        self._held = None

    def abandon(self, owner: str) -> None:
        """Free both locks at once; that of the store where that takes no waiting.

        Args:
            owner: Who may still have that of the store.
        """
        try:
            release = getattr(self.store, "release", None)
            if release is not None:
                release(self.key, owner)
        finally:
            self.guard.release()

    def check(self, *, blocking: bool) -> None:
        """Refuse a client that the store cannot serve.

        Args:
            blocking: Whether the client is the blocking one.

        Raises:
            ConfigurationError: If the store only has methods to be awaited.
        """
        if blocking and not hasattr(self.store, "load"):
            kind = type(self.store).__name__
            message = f"{kind} can only be awaited: it needs an asynchronous client"
            raise ConfigurationError(message)
