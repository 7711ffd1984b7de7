"""A store that fails, for a moment or for ever, loses no tokens of this process."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import Any

import pytest

from spotify_web_api import (
    PKCE,
    AsyncSpotify,
    ClientCredentials,
    RefreshToken,
    TokenSet,
    TokensNotStored,
)
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.failing_stores import (
    FAILURES,
    REDIRECT,
    Failing,
    FailingAwaited,
    expired,
    stored,
)

from .conftest import Me


@pytest.mark.promise("failing-stores-lose-no-token")
@pytest.mark.parametrize("failure", FAILURES, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("times", [1, 2])
def test_a_store_that_fails_for_a_moment_is_tried_again(
    rotating: Accounts, me: Me, failure: Exception, times: int
) -> None:
    store = Failing()
    auth, seen = expired(rotating, store), []
    store.failures, store.error = {"save": times}, failure
    assert me(auth, rotating, on_event=seen.append)
    assert stored(auth, rotating)
    assert not [each for each in seen if isinstance(each, TokensNotStored)]


@pytest.mark.promise("failing-stores-lose-no-token")
@pytest.mark.parametrize("failure", FAILURES, ids=lambda each: type(each).__name__)
def test_tokens_are_used_from_memory_and_stored_at_the_next_chance(
    rotating: Accounts, me: Me, failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    store = Failing()
    auth, seen = expired(rotating, store), []
    store.failures, store.error = {"save": 7}, failure
    for _ in range(4):
        assert me(auth, rotating, on_event=seen.append)
        assert not stored(auth, rotating)
    told = [each for each in seen if isinstance(each, TokensNotStored)]
    assert [each.error for each in told] == [type(failure).__name__]
    warnings = [each for each in caplog.records if each.levelno == logging.WARNING]
    assert len(warnings) == 1
    assert "stored at the next chance" in warnings[0].getMessage()
    for _ in range(2):
        assert me(auth, rotating)
    assert stored(auth, rotating)
    assert rotating.grants() == ["refresh_token"]


@pytest.mark.promise("failing-stores-lose-no-token")
def test_awaited_stores_are_no_worse(rotating: Accounts) -> None:
    store: Any = FailingAwaited()
    auth = expired(rotating, store.inner)
    auth.store = store

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=rotating.api) as spotify:
            for failure in (*FAILURES, asyncio.CancelledError()):
                rotating.expire()
                store.inner.failures = {"save": 3}
                store.inner.error = failure
                await spotify.users.me()
                store.inner.failures = {}
                await spotify.users.me()
                auth.store = store.inner
                assert stored(auth, rotating)
                auth.store = store

    asyncio.run(run())
    assert not auth.guard.locked()
    assert rotating.grants() == ["refresh_token"] * 5


@pytest.mark.promise("failing-stores-lose-no-token")
def test_one_that_fails_for_ever_does_no_harm(rotating: Accounts, me: Me) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"save": 1e9}
    for _ in range(4):
        rotating.expire()
        assert me(auth, rotating)
    store.failures = {"save": 1e9, "load": 1e9}
    rotating.expire()
    assert me(auth, rotating)
    assert rotating.grants() == ["refresh_token"] * 5


@pytest.mark.promise("failing-stores-lose-no-token")
@pytest.mark.parametrize("awaited", [False, True])
def test_the_first_tokens_are_told_by_an_error_and_kept(
    rotating: Accounts, me: Me, *, awaited: bool
) -> None:
    store = Failing()
    auth = PKCE(CLIENT_ID, REDIRECT, base_url=rotating.base_url, store=store)
    callback = rotating.follow(auth.authorization_url())
    store.failures = {"save": 3}
    exchange = partial(auth.exchange, callback)
    if awaited:
        exchange = lambda: asyncio.run(auth.aexchange(callback))  # noqa: E731
    with pytest.raises(OSError, match="No space left"):
        exchange()
    assert me(auth, rotating)
    assert stored(auth, rotating)
    assert rotating.grants() == ["authorization_code"]


def test_refresh_tokens_from_elsewhere_and_applications(
    rotating: Accounts, me: Me
) -> None:
    store = Failing()
    given = rotating.consent("user-top-read")
    base = rotating.base_url
    user = RefreshToken(given, CLIENT_ID, store=store, base_url=base)
    app = ClientCredentials(
        CLIENT_ID, rotating.client_secret, store=store, base_url=base
    )
    for auth in (user, app):
        store.failures = {"save": 3}
        assert me(auth, rotating)
        assert me(auth, rotating)
        assert store.load(auth.key) is not None
    assert stored(user, rotating)


def test_a_failing_delete_is_told(rotating: Accounts) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"delete": 1}
    with pytest.raises(OSError, match="No space"):
        auth.logout()
    assert store.load(auth.key) is not None
    auth.logout()
    assert store.load(auth.key) is None


@pytest.mark.parametrize("method", ["load", "acquire"])
def test_what_fails_before_anything_is_sent_is_told(
    rotating: Accounts, me: Me, method: str
) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {method: 1}
    with pytest.raises(OSError, match="No space"):
        me(auth, rotating)
    assert not rotating.requests
    assert me(auth, rotating)
    assert stored(auth, rotating)


def test_a_lock_that_cannot_be_freed_does_not_fail_the_call(
    rotating: Accounts, me: Me, caplog: pytest.LogCaptureFixture
) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"release": 1}
    assert me(auth, rotating)
    assert "could not be freed (OSError)" in caplog.text
    assert stored(auth, rotating)


@pytest.mark.promise("failing-stores-lose-no-token")
def test_no_text_of_strangers_is_told(
    rotating: Accounts, me: Me, caplog: pytest.LogCaptureFixture
) -> None:
    class Talkative(Failing):
        def save(self, key: str, tokens: TokenSet) -> None:
            if self.load(key) is not None:
                raise RuntimeError(f"cannot insert {tokens.to_dict()}")
            super().save(key, tokens)

    auth = expired(rotating, Talkative())
    assert me(auth, rotating)
    assert "(RuntimeError)" in caplog.text
    assert "insert" not in caplog.text


@pytest.mark.parametrize("give_up", ["cancel", "wait"])
def test_a_cancelled_refresh_whose_store_fails(
    rotating: Accounts, give_up: str
) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"save": 3 if give_up == "wait" else 4}

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=rotating.api) as spotify:
            task = asyncio.ensure_future(spotify.users.me())
            while not rotating.requests:  # noqa: ASYNC110 - a server in a thread
                await asyncio.sleep(0)
            if give_up == "cancel":
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            for _ in range(2):
                await spotify.users.me()

    asyncio.run(run())
    assert stored(auth, rotating)
    assert rotating.grants() == ["refresh_token"]
