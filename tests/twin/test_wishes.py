"""What a test says to the service happens, in the order in which it was said."""

from __future__ import annotations

import asyncio
import copy
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, Spotify, errors
from spotify_web_api.testing import FakeSpotify

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"


@pytest.fixture
def once(fake: FakeSpotify) -> Any:
    """A client that tries once."""
    with Spotify("token", transport=fake, max_attempts=1) as client:
        yield client


def test_a_fault_happens_as_often_as_it_was_asked_for(
    fake: FakeSpotify, once: Spotify
) -> None:
    fake.fail(503, times=2)
    for _ in range(2):
        with pytest.raises(errors.ServiceUnavailableError):
            once.albums.get(ALBUM)
    assert fake.pending == ()
    assert once.albums.get(ALBUM).id == ALBUM
    assert [each.status for each in fake.requests] == [503, 503, 200]


def test_a_fault_waits_for_its_call(fake: FakeSpotify, once: Spotify) -> None:
    fake.fail(404, operation="tracks.get")
    assert once.albums.get(ALBUM).id == ALBUM
    assert [each.operation for each in fake.pending] == ["tracks.get"]
    with pytest.raises(errors.NotFoundError):
        once.tracks.get(ALBUM)
    assert once.tracks.get(ALBUM).id == ALBUM


def test_faults_happen_one_after_the_other(fake: FakeSpotify, once: Spotify) -> None:
    fake.fail(500)
    fake.fail(502)
    with pytest.raises(errors.InternalServerError):
        once.albums.get(ALBUM)
    with pytest.raises(errors.BadGatewayError):
        once.albums.get(ALBUM)


def test_the_client_goes_on_after_what_passes(
    fake: FakeSpotify, spotify: Spotify
) -> None:
    fake.fail(503, retry_after=0)
    fake.disconnect()
    assert spotify.albums.get(ALBUM).id == ALBUM
    assert [each.status for each in fake.requests] == [503, None, 200]


def test_a_reason_becomes_its_exception(fake: FakeSpotify, once: Spotify) -> None:
    fake.fail(404, operation="player.pause", reason="NO_ACTIVE_DEVICE")
    with pytest.raises(errors.NoActiveDeviceError) as caught:
        once.player.pause()
    assert caught.value.reason == "NO_ACTIVE_DEVICE"
    fake.fail(403, reason="PREMIUM_REQUIRED", message="Player command failed")
    with pytest.raises(errors.PremiumRequiredError, match="Player command failed"):
        once.player.pause()


def test_a_rate_limit_says_how_long(fake: FakeSpotify) -> None:
    fake.fail(429, retry_after=3)
    with (
        Spotify("limited", transport=fake, max_wait=1) as client,
        pytest.raises(errors.RateLimitedError) as caught,
    ):
        client.albums.get(ALBUM)
    assert caught.value.retry_after == 3


def test_a_proxy_answers_in_its_own_words(fake: FakeSpotify, once: Spotify) -> None:
    fake.fail(502, body="<html>Bad gateway</html>")
    with pytest.raises(errors.BadGatewayError) as caught:
        once.albums.get(ALBUM)
    assert caught.value.message == "Bad gateway"
    assert caught.value.headers["content-type"].startswith("text/html")


def test_a_broken_connection_is_one(fake: FakeSpotify, once: Spotify) -> None:
    fake.disconnect(operation="albums.get")
    with pytest.raises(errors.ProtocolError, match="the connection broke"):
        once.albums.get(ALBUM)


def test_what_is_missing_is_not_found(fake: FakeSpotify, once: Spotify) -> None:
    fake.missing(ALBUM)
    with pytest.raises(errors.NotFoundError):
        once.albums.get(ALBUM)
    with pytest.raises(errors.NotFoundError):
        once.albums.tracks(ALBUM).first()
    fake.reset()
    assert once.albums.get(ALBUM).id == ALBUM


def test_requests_tell_what_was_asked(fake: FakeSpotify, spotify: Spotify) -> None:
    spotify.playlists.add_items(ALBUM, uris=[f"spotify:track:{ALBUM}"], position=2)
    (asked,) = fake.requests
    assert asked.operation == "playlists.add_items"
    assert asked.method == "POST"
    assert dict(asked.arguments) == {
        "playlist_id": ALBUM,
        "uris": [f"spotify:track:{ALBUM}"],
        "position": 2,
    }
    assert (asked.token, asked.status) == ("token", 201)
    assert "token" not in repr(asked).replace("token=", "")
    fake.reset()
    assert fake.requests == ()


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (lambda fake: fake.missing(7), "ids: expected ids, got int"),
        (lambda fake: fake.revoke(None), "token: expected a token, got NoneType"),
        (lambda fake: fake.token("t", scopes="user-top-read"), "got a single str"),
        (
            lambda fake: fake.token("t", scopes=["user-read"]),
            "scopes: there is no 'user-read'; did you mean 'user-top-read'",
        ),
        (lambda fake: fake.fail(200), "200 is no error from 400 to 599"),
        (lambda fake: fake.fail(True), "True is no error from 400 to 599"),
        (lambda fake: fake.fail("500"), "'500' is no error from 400 to 599"),
        (lambda fake: fake.fail(500, times=0), "times must be a whole number"),
        (lambda fake: fake.fail(500, times=1.5), "times must be a whole number"),
        (lambda fake: fake.disconnect(times=True), "times must be a whole number"),
        (
            lambda fake: fake.fail(500, operation="album.get"),
            "no call 'album.get'; did you mean 'albums.get'",
        ),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(
    fake: FakeSpotify, wish: Any, message: str
) -> None:
    with pytest.raises(errors.ConfigurationError, match=message):
        wish(fake)
    assert fake.pending == ()


def test_several_tasks_ask_at_once(fake: FakeSpotify) -> None:
    async def run() -> list[str]:
        async with AsyncSpotify("token", transport=fake) as spotify:
            calls = (spotify.albums.get(ALBUM) for _ in range(20))
            return [album.name for album in await asyncio.gather(*calls)]

    assert len({*asyncio.run(run())}) == 1
    assert len(fake.requests) == 20


def test_a_service_shows_what_was_chosen() -> None:
    fake = FakeSpotify(seed=7, quota_mode="extended")
    assert repr(fake) == "FakeSpotify(seed=7, quota_mode='extended')"
    assert copy.copy(fake.requests) == ()
