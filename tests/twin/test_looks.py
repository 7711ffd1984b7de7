"""What is made up is of one piece: pages, ids, addresses, seeds."""

from __future__ import annotations

import json

import pytest

from spotify_web_api import Spotify
from spotify_web_api.testing import FakeSpotify

from .conftest import Ask

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"
PLAYLIST = "37i9dQZF1DXcBWIGoYBM5M"


def test_a_thing_looks_the_same_wherever_it_is_shown(spotify: Spotify) -> None:
    album = spotify.albums.get(ALBUM)
    track = next(item for item in album.tracks.items if item is not None)
    assert track.id is not None
    alone = spotify.tracks.get(track.id)
    assert (alone.name, alone.uri, alone.artists) == (
        track.name,
        track.uri,
        track.artists,
    )
    assert spotify.albums.get(ALBUM) == album
    assert spotify.artists.get(track.artists[0].id or "").name == track.artists[0].name


def test_a_thing_has_the_id_that_was_asked_for(spotify: Spotify) -> None:
    assert spotify.albums.get(ALBUM).id == ALBUM
    assert spotify.albums.get(ALBUM).uri == f"spotify:album:{ALBUM}"
    found = spotify.tracks.get_several([ALBUM, PLAYLIST])
    assert [track.id for track in found if track] == [ALBUM, PLAYLIST]
    assert spotify.users.get("smedjan").id == "smedjan"


def test_what_is_sent_comes_back(spotify: Spotify) -> None:
    made = spotify.playlists.create("Road trip", public=False, description="Songs")
    assert (made.name, made.public, made.description) == ("Road trip", False, "Songs")


def test_a_page_inside_goes_on_in_its_listing(spotify: Spotify) -> None:
    album = spotify.albums.get(ALBUM)
    assert album.tracks.total > len(album.tracks.items)
    inside = spotify.pages(album.tracks).collect()
    assert inside == spotify.albums.tracks(ALBUM).collect()
    assert len(inside) == album.tracks.total


@pytest.mark.parametrize("limit", [1, 7, 50])
def test_pages_of_any_size_make_the_same_listing(spotify: Spotify, limit: int) -> None:
    whole = spotify.playlists.items(PLAYLIST).collect()
    pages = spotify.playlists.items(PLAYLIST, limit=limit)
    assert pages.collect() == whole
    assert spotify.playlists.items(PLAYLIST, offset=3).collect() == whole[3:]
    end = spotify.playlists.items(PLAYLIST, offset=len(whole)).collect()
    assert end == []


def test_pages_with_cursors_make_one_listing(spotify: Spotify) -> None:
    whole = spotify.users.followed_artists().collect()
    assert len({artist.id for artist in whole}) == len(whole) > 20
    assert spotify.users.followed_artists(limit=3).collect() == whole
    played = spotify.player.recently_played().collect()
    assert spotify.player.recently_played(limit=7).collect() == played


def test_a_listing_goes_back_as_well(ask: Ask) -> None:
    path = f"/albums/{ALBUM}/tracks"
    middle = json.loads(ask("GET", f"{path}?offset=10&limit=5").body)
    assert middle["previous"].endswith("?offset=5&limit=5")
    assert middle["next"].endswith("?offset=15&limit=5")
    assert middle["href"].endswith(f"{path}?offset=10&limit=5")
    first = json.loads(ask("GET", f"{path}?offset=0&limit=5").body)
    assert first["previous"] is None
    back = json.loads(ask("GET", f"{path}?offset=3&limit=5").body)
    assert back["previous"].endswith("?offset=0&limit=5")


def test_a_search_finds_only_what_was_asked_for(spotify: Spotify) -> None:
    found = spotify.search("miles", type=["album", "show"])
    assert found.albums is not None
    assert found.shows is not None
    assert found.tracks is found.artists is None
    assert spotify.pages(found.albums).collect() != []
    other = spotify.search("davis", type=["album"])
    assert other.albums != found.albums


def test_the_same_seed_makes_the_same(spotify: Spotify) -> None:
    with Spotify("token", transport=FakeSpotify(seed=0)) as again:
        assert again.albums.get(ALBUM) == spotify.albums.get(ALBUM)
    with Spotify("token", transport=FakeSpotify(seed=1)) as other:
        assert other.albums.get(ALBUM) != spotify.albums.get(ALBUM)


def test_an_unchanged_answer_is_not_sent_again(ask: Ask) -> None:
    first = ask("GET", f"/albums/{ALBUM}")
    tag = first.headers["etag"]
    again = ask("GET", f"/albums/{ALBUM}", headers=(("If-None-Match", tag),))
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    other = ask("GET", f"/albums/{PLAYLIST}", headers=(("If-None-Match", tag),))
    assert other.status == 200
