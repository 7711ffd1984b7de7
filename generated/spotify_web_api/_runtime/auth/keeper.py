"""What a grant holds: tokens in memory and in a store, the lock, and what is dead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from ..core.locks import Guarded
from ..core.surrogates import has_lone_surrogate
from ..engine.steps import Invoke
from ..errors import ConfigurationError, ReauthorizationRequiredError
from ..errors.expected import expect
from ..tokens.stores import MemoryTokenStore

if TYPE_CHECKING:
    import threading
    from collections.abc import Awaitable, Callable

    from ..calls.settings import Clock
    from ..core.secret import Secret
    from ..engine.steps import Steps
    from ..tokens.stores import AsyncTokenStore, TokenStore
    from ..tokens.token_set import TokenSet
    from .token_requests import Application, Fields

T = TypeVar("T")

LEASE = 120.0
"""After that many seconds another owner may take the lock of a store."""


class Keeper(Guarded):
    """The tokens of one grant: in memory, in a store, and what buys the next ones."""

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

        Raises:
            ConfigurationError: If that is no text.
        """
        super().__init__()
        expect(subject, str, name="user", wanted="str", error=ConfigurationError)
        self.application = application
        self.store: TokenStore | AsyncTokenStore = (
            MemoryTokenStore() if store is None else store
        )
        self.key = " ".join(
            part for part in (application.client_id, self._flow, subject) if part
        )
        if has_lone_surrogate(self.key):
            message = "user: it holds what is no character, such as bytes of a name"
            raise ConfigurationError(message)
        self._held: tuple[TokenSet, float] | None = None
        self._dead: Secret | None = None

    def __repr__(self) -> str:
        """Show the application, and nothing that is secret."""
        return f"{type(self).__name__}({self.application.client_id!r})"

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

    def forget(self) -> None:
        """Drop the tokens in memory."""
        self._held = None

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

    def load(self) -> Steps[TokenSet | None]:
        """Return what the store has kept, or `None`."""
        return self._ask(
            lambda store: store.load(self.key), lambda store: store.aload(self.key)
        )

    def save(self, tokens: TokenSet) -> Steps[None]:
        """Have the store keep tokens.

        Args:
            tokens: They replace those before.
        """
        return self._ask(
            lambda store: store.save(self.key, tokens),
            lambda store: store.asave(self.key, tokens),
        )

    def delete(self) -> Steps[None]:
        """Have the store forget the tokens."""
        return self._ask(
            lambda store: store.delete(self.key),
            lambda store: store.adelete(self.key),
        )

    def acquire(self, owner: str) -> Steps[bool]:
        """Take the lock of the store; say whether it was free.

        Args:
            owner: A name of its own for each attempt to replace the tokens.
        """
        return self._ask(
            lambda store: store.acquire(self.key, owner, LEASE),
            lambda store: store.aacquire(self.key, owner, LEASE),
        )

    def release(self, owner: str) -> Steps[None]:
        """Free the lock of the store.

        Args:
            owner: Who has it.
        """
        return self._ask(
            lambda store: store.release(self.key, owner),
            lambda store: store.arelease(self.key, owner),
        )

    def _ask(
        self,
        blocking: Callable[[TokenStore], T],
        awaited: Callable[[AsyncTokenStore], Awaitable[T]],
    ) -> Steps[T]:
        store: Any = self.store
        can_wait = hasattr(store, "aload")
        outcome: T = yield Invoke(
            partial(blocking, store), partial(awaited, store) if can_wait else None
        )
        return outcome

    def abandon(self, owner: str) -> None:
        """Free the lock of the store at once, where that takes no waiting.

        Args:
            owner: Who may still have it.
        """
        release = getattr(self.store, "release", None)
        if release is not None:
            release(self.key, owner)

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
