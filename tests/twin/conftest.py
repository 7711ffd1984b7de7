"""A service that stands in for Spotify, a client of it, and requests by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from spotify_web_api import Request, Response, Spotify
from spotify_web_api.testing import FakeSpotify

BASE = "https://api.spotify.com/v1"
Ask = Callable[..., Response]


@pytest.fixture
def fake() -> FakeSpotify:
    return FakeSpotify()


@pytest.fixture
def spotify(fake: FakeSpotify) -> Iterator[Spotify]:
    with Spotify("token", transport=fake, strict=True) as client:
        yield client


@pytest.fixture
def ask(fake: FakeSpotify) -> Ask:
    """Send a request as no client of ours would."""

    def send(
        method: str,
        path: str,
        body: Any = None,
        *,
        token: str | None = "token",
        media_type: str = "application/json",
        headers: tuple[tuple[str, str], ...] = (),
        to: FakeSpotify = fake,
    ) -> Response:
        told = [*headers]
        if token is not None:
            told.append(("Authorization", f"Bearer {token}"))
        if body is not None:
            told.append(("Content-Type", media_type))
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        return to.send(
            Request(method=method, url=BASE + path, headers=tuple(told), body=body)
        )

    return send
