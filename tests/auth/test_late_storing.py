"""What a store did not take is stored late, and replaces nothing of others."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from spotify_web_api import PKCE, AsyncSpotify, FileTokenStore, TokenSet, errors
from spotify_web_api._runtime.auth import storing, unstored
from spotify_web_api._runtime.core.secret import Secret
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token
from tests.support.failing_stores import REDIRECT, Failing, expired, stored

from .conftest import Me


def unstored_tokens(accounts: Accounts, me: Me, saves: int = 3) -> tuple[PKCE, Failing]:
    """Return a grant that has just got tokens, and its store, which failed to save."""
    store = Failing()
    auth = expired(accounts, store)
    store.failures = {"save": saves}
    assert me(auth, accounts)
    return auth, store


def test_another_grant_of_the_same_user_finds_them(rotating: Accounts, me: Me) -> None:
    """A web application makes one with each request."""
    auth, store = unstored_tokens(rotating, me, saves=4)
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
def test_what_somebody_else_has_stored_meanwhile_stays(
    rotating: Accounts, me: Me
) -> None:
    auth, store = unstored_tokens(rotating, me)
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
    auth, store = unstored_tokens(rotating, me)
    auth.logout()
    with pytest.raises(errors.ReauthorizationRequiredError):
        me(auth, rotating)
    assert store.load(auth.key) is None


def test_valid_tokens_are_used_whatever_fails_at_the_next_chance(
    rotating: Accounts, me: Me
) -> None:
    auth, store = unstored_tokens(rotating, me)
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
def test_the_end_of_the_process_is_the_last_chance(
    rotating: Accounts, me: Me, caplog: pytest.LogCaptureFixture
) -> None:
    auth, store = unstored_tokens(rotating, me)
    storing._store_at_exit()
    assert stored(auth, rotating)
    rotating.expire()
    store.failures = {"save": 1e9}
    assert me(auth, rotating)
    storing._store_at_exit()
    assert "end with this process" in caplog.text


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
