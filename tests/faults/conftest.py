"""The emitted client, blocking and awaiting, against a server of bytes."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, Spotify
from tests.support.canary import token
from tests.support.raw_server import RawServer, http, raw_server
from tests.support.timing import PATIENCE

Calling = Callable[..., Any]
SOCKETS = Path("/proc/self/fd")


def _sync(call: Callable[[Spotify], Any], base_url: str, **options: Any) -> Any:
    with Spotify(token(), base_url=base_url, **options) as spotify:
        return call(spotify)


def _async(call: Callable[[AsyncSpotify], Any], base_url: str, **options: Any) -> Any:
    async def run() -> Any:
        async with AsyncSpotify(token(), base_url=base_url, **options) as spotify:
            return await call(spotify)

    return asyncio.run(run())


@pytest.fixture(params=[_sync, _async], ids=["sync", "async"])
def calling(request: pytest.FixtureRequest) -> Calling:
    return request.param


def open_sockets() -> int:
    links = []
    for file in SOCKETS.iterdir():
        try:
            links.append(str(file.readlink()))
        except OSError:
            continue
    return sum(link.startswith("socket:") for link in links)


@pytest.fixture
def server() -> Iterator[RawServer]:
    """Run a server; see that no socket outlives it."""
    gc.collect()
    before = open_sockets() if SOCKETS.exists() else 0
    with raw_server() as running:
        yield running
    until = time.monotonic() + PATIENCE
    while SOCKETS.exists() and open_sockets() > before:
        assert time.monotonic() < until, "a socket was left open"
        time.sleep(0.01)


@pytest.fixture(scope="session", autouse=True)
def warm() -> None:
    """Import what a first call imports, so that no deadline pays for it.

    What other tests left is set aside as well: to look through it takes longer than
    most tests here.
    """
    with raw_server() as server:
        server.answer(http(b'{"markets": []}'))
        for call in (_sync, _async):
            call(lambda spotify: spotify.markets.all(), server.url)
    gc.collect()
    gc.freeze()
