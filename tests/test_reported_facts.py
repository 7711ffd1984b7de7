"""What reports have shown of the API, and the documentation of Spotify does not say."""

from __future__ import annotations

import json

from spotify_web_api import Spotify, models, operations
from spotify_web_api._runtime.decoding.decode import decode
from spotify_web_api._runtime.decoding.departures import Departures
from tests.support.canary import token


def scopes_of(call: str) -> set[frozenset[str]]:
    return {frozenset(way) for way in operations.by_call(call).scope_sets}


def test_what_plays_can_be_read_with_either_scope() -> None:
    assert scopes_of("player.currently_playing") == {
        frozenset({"user-read-currently-playing"}),
        frozenset({"user-read-playback-state"}),
    }


def test_playlists_of_the_user_are_all_there_with_both_scopes() -> None:
    assert scopes_of("playlists.mine") == {
        frozenset({"playlist-read-private", "playlist-read-collaborative"}),
        frozenset(),
    }


def test_no_time_signature_is_too_large_to_be_asked_for() -> None:
    with Spotify(token()) as spotify:
        request = spotify.explain(
            operations.TRACKS_RECOMMENDATIONS,
            seed_genres=["jazz"],
            min_time_signature=15,
        )
    assert "min_time_signature=15" in request.url


def test_an_episode_in_the_shape_of_a_track_keeps_the_name_of_its_show() -> None:
    """As `playlists.items` and the player answer without `additional_types`."""
    link = {"spotify": "https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk"}
    show = {"id": "4rOoJ6Egrf8K2IrywzwOMk", "name": "The Show", "external_urls": link}
    show |= {"uri": "spotify:show:4rOoJ6Egrf8K2IrywzwOMk", "href": "https://a/shows/4r"}
    episode = {
        "type": "episode",
        "id": "512ojhOuo1ktJprKbVcKyQ",
        "uri": "spotify:episode:512ojhOuo1ktJprKbVcKyQ",
        "name": "The Episode",
        "album": {"type": "album", "album_type": "compilation", "images": [], **show},
        "artists": [{"type": "artist", **show}],
        "disc_number": 0,
        "track_number": 0,
        "duration_ms": 1772531,
        "explicit": False,
        "external_ids": {"spotify": link["spotify"]},
        "popularity": 0,
        "is_local": False,
        "preview_url": None,
        "episode": True,
        "track": False,
        "href": "https://api.spotify.com/v1/episodes/512ojhOuo1ktJprKbVcKyQ",
        "external_urls": link,
    }
    found = decode(
        json.dumps(episode).encode(), models.PlayableItem, found=Departures(strict=True)
    )
    assert isinstance(found, models.Episode)
    assert found.show is None
    assert found.album is not None
    assert found.album.name == "The Show"
    assert [each.name for each in found.artists or []] == ["The Show"]
