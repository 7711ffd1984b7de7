"""Stores of tokens that fail where a test says so, and what is held of them."""

from __future__ import annotations

import asyncio
from typing import Any

from spotify_web_api import PKCE, MemoryTokenStore, TokenSet, TokenStore, errors
from spotify_web_api._runtime.core.secret import Secret

from .accounts import CLIENT_ID, Accounts
from .canary import token
from .failing_methods import FailingMethods

REDIRECT = "http://127.0.0.1/callback"
FAILURES = [
    OSError(28, "No space left on device"),
    errors.ConfigurationError("the folder is gone"),
    RuntimeError("of a library"),
    KeyError("x"),
]


class Failing(FailingMethods, MemoryTokenStore):
    """A store some of whose methods fail, a number of times or for ever."""

    def __init__(self) -> None:
        super().__init__(FAILURES[0])


class FailingAwaited:
    """The same to be awaited."""

    def __init__(self) -> None:
        self.inner = Failing()

    async def aload(self, key: str) -> TokenSet | None:
        await asyncio.sleep(0)
        return self.inner.load(key)

    async def asave(self, key: str, tokens: TokenSet) -> None:
        await asyncio.sleep(0)
        self.inner.save(key, tokens)

    async def adelete(self, key: str) -> None:
        self.inner.delete(key)

    async def aacquire(self, key: str, owner: str, seconds: float) -> bool:
        await asyncio.sleep(0)
        return self.inner.acquire(key, owner, seconds)

    async def arelease(self, key: str, owner: str) -> None:
        await asyncio.sleep(0)
        self.inner.release(key, owner)


def expired(accounts: Accounts, store: TokenStore) -> PKCE:
    """Return a grant whose user has consented, with no valid access token."""
    auth = PKCE(CLIENT_ID, REDIRECT, base_url=accounts.base_url, store=store)
    refresh = Secret(accounts.consent("user-top-read"))
    old = TokenSet(access_token=Secret(token()), expires_at=0.0, refresh_token=refresh)
    store.save(auth.key, old)
    return auth


def stored(auth: Any, accounts: Accounts) -> bool:
    """Say whether the store has what the server has granted last."""
    tokens = auth.store.load(auth.key)
    family = list(accounts.families.values())[-1]
    return not family.revoked and tokens.refresh_token.reveal() == family.refresh_token
