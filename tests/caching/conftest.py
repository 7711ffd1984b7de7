"""Clients of both flavours with a cache, against a server that counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, Spotify
from tests.support.raw_server import RawServer, http, raw_server

ALBUM = b'{"id": "%s", "name": "%s"}'
ID = "4aawyAB9vmqN3uQ7FjRGTy"


@dataclass
class Counting:
    """A server that answers what a test says, and remembers what it was asked."""

    raw: RawServer
    answer: Callable[[str, dict[str, str]], bytes]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.raw.url

    def script(self, connection: Any) -> None:
        while data := self.raw.read_request(connection):
            line, *lines = data.partition(b"\r\n\r\n")[0].decode().split("\r\n")
            pairs = (each.partition(": ") for each in lines)
            headers = {name.lower(): value for name, _, value in pairs}
            self.asked.append((line, headers))
            connection.sendall(self.answer(line, headers))

    def take(self) -> list[tuple[str, dict[str, str]]]:
        """Return what was asked since the last time."""
        asked, self.asked[:] = list(self.asked), []
        return asked


def album(name: str, *headers: str) -> bytes:
    return http(ALBUM % (ID.encode(), name.encode()), *headers)


def unchanged(*headers: str) -> bytes:
    return http(b"", *headers, status="304 Not Modified", length=None)


@pytest.fixture
def server() -> Iterator[Counting]:
    with raw_server() as raw:
        counting = Counting(raw, lambda line, headers: album("x"))
        raw.script = counting.script
        yield counting


class Sync:
    """Calls a blocking client."""

    def __init__(self, auth: Any, **options: Any) -> None:
        self.client = Spotify(auth, max_attempts=1, **options)

    def __call__(self, call: Callable[[Any], Any], **changes: Any) -> Any:
        view = self.client.with_options(**changes) if changes else self.client
        return call(view)

    def close(self) -> None:
        self.client.close()


class Async:
    """Calls a client that is awaited, as if it blocked."""

    def __init__(self, auth: Any, **options: Any) -> None:
        self.runner = asyncio.Runner()
        self.client = AsyncSpotify(auth, max_attempts=1, **options)

    def __call__(self, call: Callable[[Any], Any], **changes: Any) -> Any:
        view = self.client.with_options(**changes) if changes else self.client

        async def run() -> Any:
            return await call(view)

        return self.runner.run(run())

    def close(self) -> None:
        self.runner.run(self.client.aclose())
        self.runner.close()


@pytest.fixture(params=[Sync, Async], ids=["sync", "async"])
def client(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    made: list[Any] = []

    def make(*args: Any, **options: Any) -> Any:
        made.append(request.param(*args, **options))
        return made[-1]

    yield make
    for each in made:
        each.close()
