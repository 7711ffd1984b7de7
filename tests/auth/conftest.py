"""The emitted client and its grants against a strict authorization server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, Spotify
from spotify_web_api._runtime.auth import storing, unstored
from tests.support.accounts import Accounts, serving

Me = Callable[..., str | None]


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the environment of whoever runs the tests out."""
    for name in ("CLIENT_ID", "CLIENT_SECRET", "REDIRECT_URI"):
        monkeypatch.delenv(f"SPOTIFY_{name}", raising=False)


@pytest.fixture
def accounts() -> Iterator[Accounts]:
    with serving(Accounts()) as running:
        yield running


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


def under_way() -> list[threading.Thread]:
    """List the threads of refreshes that nobody may wait for any more."""
    return [each for each in threading.enumerate() if each.name == "shielded"]


def wait_for_refreshes() -> None:
    """Wait until all of them have ended."""
    for thread in under_way():
        thread.join()


def _me(auth: Any, accounts: Accounts, **options: Any) -> str | None:
    with Spotify(auth, base_url=accounts.api, **options) as spotify:
        return spotify.users.me().display_name


def _ame(auth: Any, accounts: Accounts, **options: Any) -> str | None:
    async def run() -> str | None:
        async with AsyncSpotify(auth, base_url=accounts.api, **options) as spotify:
            return (await spotify.users.me()).display_name

    return asyncio.run(run())


@pytest.fixture(params=[_me, _ame], ids=["sync", "async"])
def me(request: pytest.FixtureRequest) -> Me:
    """Call the API, and return what it says of the scopes."""
    return request.param
