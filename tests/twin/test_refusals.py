"""What the description does not allow is refused, in the form it gives to errors."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from spotify_web_api import Spotify, errors, operations, testing
from spotify_web_api._runtime import OperationTable
from spotify_web_api.testing import FakeSpotify

from .conftest import Ask

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"
TRACK = f"spotify:track:{ALBUM}"
ITEMS = f"/playlists/{ALBUM}/items"

REFUSED: list[tuple[str, str, Any, int, str]] = [
    ("GET", "/nothing", None, 404, "Service not found"),
    ("GET", "", None, 404, "Service not found"),
    ("GET", "/albums/a/b/c", None, 404, "Service not found"),
    ("POST", f"/albums/{ALBUM}", None, 405, "Method not allowed"),
    ("GET", "/albums/short", None, 400, "Invalid id"),
    ("GET", f"/albums/{ALBUM}?colour=red", None, 400, "Unknown parameter: colour"),
    ("GET", f"/albums/{ALBUM}?market=Sweden", None, 400, "Invalid market"),
    ("GET", f"/albums/{ALBUM}?market=SE&market=NO", None, 400, "given twice: market"),
    ("GET", f"/albums/{ALBUM}/tracks?limit=51", None, 400, "Invalid limit"),
    ("GET", f"/albums/{ALBUM}/tracks?limit=ten", None, 400, "Invalid limit"),
    ("GET", f"/albums/{ALBUM}/tracks?limit=", None, 400, "Invalid limit"),
    ("GET", f"/albums/{ALBUM}/tracks?offset=-1", None, 400, "Invalid offset"),
    ("GET", "/albums", None, 400, "Missing required field: ids"),
    ("GET", f"/albums?ids={ALBUM},x", None, 400, "Invalid ids"),
    ("GET", "/albums?ids=" + ",".join([ALBUM] * 21), None, 400, "Invalid ids"),
    ("GET", "/search?q=a&type=song", None, 400, "Invalid type"),
    ("GET", "/search?type=track", None, 400, "Missing required field: q"),
    ("GET", f"/albums/spotify%3Aalbum%3A{ALBUM}", None, 400, "Invalid id"),
    ("PUT", "/me/player/repeat?state=maybe", None, 400, "Invalid state"),
    ("PUT", "/me/player/volume?volume_percent=101", None, 400, "volume_percent"),
    ("PUT", "/me/player/shuffle?state=yes", None, 400, "Invalid state"),
    ("POST", ITEMS, {"uris": TRACK}, 400, "Invalid uris"),
    ("POST", ITEMS, {"uris": [7]}, 400, "Invalid uris"),
    ("POST", ITEMS, {"uris": [TRACK], "colour": 1}, 400, "Unknown field: colour"),
    ("POST", ITEMS, 7, 400, "must be an object"),
    ("POST", ITEMS, b"{", 400, "Error parsing JSON"),
    ("POST", ITEMS, b"[" * 100_000, 400, "Error parsing JSON"),
    ("POST", ITEMS, b"[" * 9 + b"\xff", 400, "Error parsing JSON"),
    ("POST", ITEMS, {}, 400, "Missing required field: uris"),
    ("GET", f"/albums/{ALBUM}", {"a": 1}, 400, "takes no body"),
    ("PUT", "/me/player/play", {"offset": {"positon": 1}}, 400, "positon"),
]


@pytest.mark.promise("the-fake-refuses-what-is-not-described")
@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case[0]} {case[1][:60]}")
def test_it_is_refused(ask: Ask, case: tuple[str, str, Any, int, str]) -> None:
    *asked, status, message = case
    answer = ask(*asked)
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["status"]) == (status, status)
    assert message in error["message"]


def test_a_body_of_another_type_is_refused(ask: Ask) -> None:
    answer = ask("POST", ITEMS, {"uris": [TRACK]}, media_type="text/plain")
    assert answer.status == 415
    assert ask("POST", ITEMS, {"uris": [TRACK]}).status == 201


def test_without_a_token_nothing_is_answered(ask: Ask, fake: FakeSpotify) -> None:
    answer = ask("GET", f"/albums/{ALBUM}", token=None)
    assert answer.status == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert json.loads(answer.body)["error"]["message"] == "No token provided"
    basic = (("Authorization", "Basic dTpw"),)
    assert ask("GET", f"/albums/{ALBUM}", token=None, headers=basic).status == 401
    assert [each.token for each in fake.requests] == [None, None]


def test_a_token_has_the_scopes_it_is_said_to_have(
    fake: FakeSpotify, spotify: Spotify
) -> None:
    fake.token("token", scopes=["user-library-read"])
    assert spotify.albums.saved().first() is not None
    with pytest.raises(errors.ForbiddenError, match="Insufficient client scope"):
        spotify.library.save([TRACK])
    fake.token("token", scopes=["user-library-read", "user-library-modify"])
    spotify.library.save([TRACK])


def test_a_revoked_token_is_expired(fake: FakeSpotify) -> None:
    with Spotify("abcdefgh", transport=fake) as spotify:
        spotify.albums.get(ALBUM)
        fake.revoke("abcdefgh")
        with pytest.raises(errors.UnauthorizedError, match="The access token expired"):
            spotify.albums.get(ALBUM)


def test_a_quota_mode_lacks_what_it_lacks(ask: Ask) -> None:
    fake = FakeSpotify(quota_mode="development")
    assert ask("GET", f"/albums?ids={ALBUM}", to=fake).status == 403
    assert ask("GET", f"/albums/{ALBUM}", to=fake).status == 200
    assert ask("GET", "/search?q=a&type=track&limit=11", to=fake).status == 400
    assert ask("GET", "/search?q=a&type=track&limit=10", to=fake).status == 200
    assert ask("GET", "/search?q=a&type=track&limit=11").status == 200


def test_what_a_quota_mode_will_lose_is_still_there(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    operation = operations.ALBUMS_GET_SEVERAL
    assert operation.availability is not None
    later = replace(operation.availability, since="9999-01-01")
    everything = (
        replace(each, availability=later) if each is operation else each
        for each in operations.all()
    )
    table = OperationTable(tuple(everything))
    monkeypatch.setattr(testing, "API", replace(testing.API, operations=table))
    fake = FakeSpotify(quota_mode="development")
    assert ask("GET", f"/albums?ids={ALBUM}", to=fake).status == 200


def test_another_quota_mode_is_refused() -> None:
    with pytest.raises(errors.ConfigurationError, match="'dev' is none of: extended"):
        FakeSpotify(quota_mode="dev")
