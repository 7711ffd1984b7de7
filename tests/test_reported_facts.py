"""What reports have shown of the API, and the documentation of Spotify does not say."""

from __future__ import annotations

from spotify_web_api import Spotify, operations
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
