"""What the service is known to leave out is `None` by type, under `strict` as well."""

from __future__ import annotations

import typing
from typing import Any

import pytest

from spotify_web_api import models
from tests.support.clients import BOTH
from tests.support.replay import Answer, replay_server
from tests.support.spec_calls import bound_call

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"
PLAYLIST = "3cEYpjA9oz9GiPac4AsH4n"
LISTINGS: dict[str, list[str]] = {
    "albums.saved": [],
    "albums.tracks": [ALBUM],
    "audiobooks.saved": [],
    "episodes.saved": [],
    "playlists.mine": [],
    "shows.saved": [],
    "tracks.saved": [],
}
PAGE_OF_NULL = {
    "items": [None],
    "href": "https://api.spotify.com/v1/me/albums",
    "limit": 50,
    "offset": 0,
    "total": 1,
    "next": None,
    "previous": None,
}
COVERLESS = {
    "id": PLAYLIST,
    "uri": f"spotify:playlist:{PLAYLIST}",
    "name": "Local files only",
    "type": "playlist",
    "description": "",
    "owner": {
        "id": "alex",
        "uri": "spotify:user:alex",
        "type": "user",
        "href": "https://api.spotify.com/v1/users/alex",
        "external_urls": {},
        "display_name": "A",
    },
    "public": False,
    "collaborative": False,
    "snapshot_id": "AA",
    "primary_color": None,
    "href": f"https://api.spotify.com/v1/playlists/{PLAYLIST}",
    "external_urls": {},
    "images": None,
    "followers": {"href": None, "total": 0},
    "items": PAGE_OF_NULL | {"items": [], "total": 0},
}


def answered(body: object, call: str, arguments: list[str]) -> tuple[Any, ...]:
    """Give what a strict client of each flavour makes of a body."""
    with replay_server() as server:
        server.answer = lambda seen: Answer.of(body)
        options = {"base_url": server.base_url, "strict": True}
        return tuple(
            run(lambda client: bound_call(client, call)(*arguments), **options)
            for run in BOTH.values()
        )


@pytest.mark.parametrize("call", LISTINGS)
def test_an_entry_of_a_listing_may_be_null(call: str) -> None:
    assert answered(PAGE_OF_NULL, call, LISTINGS[call]) == ([None], [None])


def test_a_playlist_may_have_no_images() -> None:
    for playlist in answered(COVERLESS, "playlists.get", [PLAYLIST]):
        assert playlist.images is None


@pytest.mark.parametrize("model", [models.Playlist, models.SimplifiedPlaylist])
def test_the_type_of_images_says_so(model: type) -> None:
    assert type(None) in typing.get_args(typing.get_type_hints(model)["images"])
