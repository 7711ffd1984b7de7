"""A store that fails, for a moment or for ever, loses no tokens of this process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from spotify_web_api import (
    PKCE,
    AsyncSpotify,
    ClientCredentials,
    FileTokenStore,
    MemoryTokenStore,
    RefreshToken,
    TokenSet,
    TokensNotStored,
    errors,
)
from spotify_web_api._runtime.auth import storing, unstored
from spotify_web_api._runtime.core.secret import Secret
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token

from .conftest import Me
from .test_refreshes_end import REDIRECT, expired, stored

FAILURES = [
    OSError(28, "No space left on device"),
    errors.ConfigurationError("the folder is gone"),
    RuntimeError("of a library"),
    KeyError("x"),
]


class Failing(MemoryTokenStore):
    """A store some of whose methods fail, a number of times or for ever."""

    def __init__(self) -> None:
        super().__init__()
        self.failures: dict[str, float] = {}
        self.error: BaseException = FAILURES[0]

    def _fail(self, name: str) -> None:
        if self.failures.get(name, 0) > 0:
            self.failures[name] -= 1
            raise self.error

    def load(self, key: str) -> TokenSet | None:
        self._fail("load")
        return super().load(key)

    def save(self, key: str, tokens: TokenSet) -> None:
        self._fail("save")
        super().save(key, tokens)

    def delete(self, key: str) -> None:
        self._fail("delete")
        super().delete(key)

    def acquire(self, key: str, owner: str, seconds: float) -> bool:
        self._fail("acquire")
        return super().acquire(key, owner, seconds)

    def release(self, key: str, owner: str) -> None:
        self._fail("release")
        super().release(key, owner)


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


@pytest.fixture(autouse=True)
def remembers_nothing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no test wait between tries, nor leave tokens to the others."""
    monkeypatch.setattr(storing, "_PAUSES", (0.0, 0.001, 0.001))
    yield
    unstored.PROCESS._entries.clear()


@pytest.fixture
def rotating(accounts: Accounts) -> Accounts:
    accounts.rotate = True
    return accounts


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


def test_another_grant_of_the_same_user_finds_them(rotating: Accounts, me: Me) -> None:
    """A web application makes one with each request."""
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"save": 4}
    assert me(auth, rotating)
    again = PKCE(CLIENT_ID, REDIRECT, base_url=rotating.base_url, store=store)
    tokens = auth.tokens
    assert me(again, rotating)
    assert again.tokens == tokens
    assert "user-top-read" in again.authorization_url()
    assert me(again, rotating)
    assert stored(auth, rotating)


def test_another_store_of_the_same_folder_finds_them(
    rotating: Accounts, me: Me, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def program() -> PKCE:
        files = FileTokenStore(tmp_path)
        return PKCE(CLIENT_ID, REDIRECT, base_url=rotating.base_url, store=files)

    expired(rotating, FileTokenStore(tmp_path))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        assert me(program(), rotating)
        assert me(program(), rotating)
    assert me(program(), rotating)
    assert stored(program(), rotating)
    assert rotating.grants() == ["refresh_token"]


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


@pytest.mark.promise("failing-stores-lose-no-token")
def test_what_somebody_else_has_stored_meanwhile_stays(
    rotating: Accounts, me: Me
) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"save": 3}
    assert me(auth, rotating)
    theirs = Secret(rotating.consent("user-top-read"))
    access = TokenSet(access_token=Secret(token()), refresh_token=theirs)
    store.save(auth.key, replace(access, expires_at=0.0))
    assert me(auth, rotating)
    assert not unstored.PROCESS.all()
    tokens = store.load(auth.key)
    assert tokens is not None
    assert tokens.refresh_token != theirs  # it was refreshed, and stored
    assert rotating.grants() == ["refresh_token"] * 2


def test_who_has_logged_out_is_not_logged_in_by_it(rotating: Accounts, me: Me) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"save": 3}
    assert me(auth, rotating)
    auth.logout()
    with pytest.raises(errors.ReauthorizationRequiredError):
        me(auth, rotating)
    assert store.load(auth.key) is None


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


def test_valid_tokens_are_used_whatever_fails_at_the_next_chance(
    rotating: Accounts, me: Me
) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"save": 3}
    assert me(auth, rotating)
    for method in ("acquire", "load", "release", "save"):
        store.failures = {method: 1}
        entry = unstored.PROCESS.find(auth)
        if entry is not None:
            unstored.PROCESS.put(replace(entry, not_before=0.0))
        assert me(auth, rotating)
    assert rotating.grants() == ["refresh_token"]


def test_a_store_that_fails_slowly_is_not_tried_with_each_call() -> None:
    entry: Any = unstored.Unstored(
        keeper=None, tokens=None, replaced=None, whatever=False  # type: ignore[arg-type]
    )
    assert entry.postponed(100.0, 105.0).not_before == 155.0
    assert entry.postponed(100.0, 101.0).not_before == 101.0


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


@pytest.mark.promise("failing-stores-lose-no-token")
def test_the_end_of_the_process_is_the_last_chance(
    rotating: Accounts, me: Me, caplog: pytest.LogCaptureFixture
) -> None:
    store = Failing()
    auth = expired(rotating, store)
    store.failures = {"save": 3}
    assert me(auth, rotating)
    storing._store_at_exit()
    assert stored(auth, rotating)
    rotating.expire()
    store.failures = {"save": 1e9}
    assert me(auth, rotating)
    storing._store_at_exit()
    assert "end with this process" in caplog.text


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


def test_logging_out_during_a_refresh_lasts(rotating: Accounts) -> None:
    store = Failing()
    auth = expired(rotating, store)

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=rotating.api) as spotify:
            task = asyncio.ensure_future(spotify.users.me())
            while not rotating.requests:  # noqa: ASYNC110 - a server in a thread
                await asyncio.sleep(0)
            await auth.alogout()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())
    assert store.load(auth.key) is None
    assert auth.tokens is None
