"""Where tokens are kept between calls: the protocols and the store in memory."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from ..core.locks import Guarded
from ..errors.expected import expect
from .token_set import TokenSet

if TYPE_CHECKING:
    from collections.abc import Callable


class TokenStore(Protocol):
    """Keeps the tokens of any number of users; safe to use from several threads.

    A key names an application and a user; it holds no secret. The methods should not
    block for long: an asynchronous client calls them too, unless the store has those of
    `AsyncTokenStore`.
    """

    def load(self, key: str) -> TokenSet | None:
        """Return the tokens kept under a key, or `None`.

        Raises:
            ConfigurationError: If what is kept cannot be read, or not safely.
        """
        ...

    def save(self, key: str, tokens: TokenSet) -> None:
        """Keep tokens, wholly or not at all; they replace those before.

        Raises:
            ConfigurationError: If they cannot be kept.
        """
        ...

    def delete(self, key: str) -> None:
        """Forget the tokens, if there are any."""
        ...

    def acquire(self, key: str, owner: str, seconds: float) -> bool:
        """Take the lock of a key, without waiting for it.

        Args:
            key: Whose tokens are about to be replaced.
            owner: A name of its own for each attempt to replace them.
            seconds: After that time the lock may be taken from an owner who has not
                released it; a store that notices the death of its owner need not.

        Returns:
            Whether the lock was free.
        """
        ...

    def release(self, key: str, owner: str) -> None:
        """Free the lock of a key if this owner has it."""
        ...


class AsyncTokenStore(Protocol):
    """Keeps tokens with `await`; otherwise like `TokenStore`."""

    async def aload(self, key: str) -> TokenSet | None:
        """Return the tokens kept under a key, or `None`."""
        ...

    async def asave(self, key: str, tokens: TokenSet) -> None:
        """Keep tokens, wholly or not at all; they replace those before."""
        ...

    async def adelete(self, key: str) -> None:
        """Forget the tokens, if there are any."""
        ...

    async def aacquire(self, key: str, owner: str, seconds: float) -> bool:
        """Take the lock of a key, without waiting for it; say whether it was free."""
        ...

    async def arelease(self, key: str, owner: str) -> None:
        """Free the lock of a key if this owner has it."""
        ...


class MemoryTokenStore(Guarded):
    """Keeps tokens in the memory of this process; they end with it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start empty.

        Args:
            clock: Returns seconds and never goes back.
        """
        super().__init__()
        self._clock = clock
        self._tokens: dict[str, TokenSet] = {}
        self._owners: dict[str, tuple[str, float]] = {}

    def _forked(self) -> None:
        """Free the locks: whoever had them goes on in the parent process only."""
        self._owners = {}

    def __repr__(self) -> str:
        """Show how many users there are, and nothing of their tokens."""
        return f"MemoryTokenStore({len(self._tokens)} users)"

    def load(self, key: str) -> TokenSet | None:
        """Return the tokens kept under a key, or `None`."""
        expect(key, str, name="key", wanted="str")
        return self._tokens.get(key)

    def save(self, key: str, tokens: TokenSet) -> None:
        """Keep tokens; they replace those before."""
        expect(key, str, name="key", wanted="str")
        expect(tokens, TokenSet, name="tokens", wanted="TokenSet")
        self._tokens[key] = tokens

    def delete(self, key: str) -> None:
        """Forget the tokens, if there are any."""
        expect(key, str, name="key", wanted="str")
        self._tokens.pop(key, None)

    def acquire(self, key: str, owner: str, seconds: float) -> bool:
        """Take the lock of a key, without waiting for it.

        Args:
            key: Whose tokens are about to be replaced.
            owner: A name of its own for each attempt to replace them.
            seconds: After that time the lock may be taken from this owner.

        Returns:
            Whether the lock was free.
        """
        expect(key, str, name="key", wanted="str")
        expect(owner, str, name="owner", wanted="str")
        expect(seconds, int, float, name="seconds", wanted="a number")
        with self._lock:
            now = self._clock()
            _, end = self._owners.get(key, ("", now))
            if end > now:
                return False
            self._owners[key] = (owner, now + seconds)
            return True

    def release(self, key: str, owner: str) -> None:
        """Free the lock of a key if this owner has it."""
        expect(key, str, name="key", wanted="str")
        expect(owner, str, name="owner", wanted="str")
        with self._lock:
            if key in self._owners and self._owners[key][0] == owner:
                del self._owners[key]
