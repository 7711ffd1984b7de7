"""What is written back to a playlist is what stands in it, whatever a market plays."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import msgspec
import pytest

from spotify_web_api import AsyncSpotify, Spotify, models, own_uri
from spotify_web_api._runtime.decoding.decode import decode
from spotify_web_api._runtime.decoding.departures import Departures
from tests.support.canary import token
from tests.support.playlist_server import ID, Playlist, local, serving, track

UNKNOWN = {"type": "hologram", "uri": "spotify:hologram:1"}
LINKED = {"linked_from": {"uri": track(1), "type": "track"}}


def item(uri: str | None, **more: Any) -> dict[str, Any]:
    return {"type": "track", "uri": uri, "id": "x", "name": "n"} | more


@pytest.mark.promise("relinked-items-are-kept")
@pytest.mark.parametrize(
    ("kind", "entry", "uri"),
    [
        (models.PlaylistItem, {"item": item(track(2), **LINKED)}, track(1)),
        (models.PlaylistItem, {"track": item(track(2), **LINKED)}, track(1)),
        (models.PlaylistItem, {"item": item(track(2))}, track(2)),
        (models.PlaylistItem, {"item": item(track(2), linked_from=None)}, track(2)),
        (models.PlaylistItem, {"item": item(track(2), linked_from={})}, track(2)),
        (models.PlaylistItem, {"item": {**item("e"), "type": "episode"}}, "e"),
        (models.PlaylistItem, {"item": item(local(1), is_local=True)}, local(1)),
        (models.PlaylistItem, {"item": UNKNOWN}, UNKNOWN["uri"]),
        (models.PlaylistItem, {"item": UNKNOWN | LINKED}, track(1)),
        (models.PlaylistItem, {"item": {"type": "hologram", "uri": 7}}, None),
        (models.PlaylistItem, {"item": None, "track": item(track(3))}, track(3)),
        (models.PlaylistItem, {"item": None}, None),
        (models.PlaylistItem, {"item": item(None)}, None),
        (models.SavedTrack, {"track": item(track(2), **LINKED)}, track(1)),
        (models.SavedEpisode, {"episode": {**item("e"), "type": "episode"}}, "e"),
        (models.Track, item(track(2), **LINKED), track(1)),
        (models.SimplifiedTrack, item(track(2), **LINKED), track(1)),
    ],
)
def test_an_entry_is_known_by_what_stands_there(kind, entry, uri):
    model = decode(json.dumps(entry).encode(), kind, found=Departures())
    assert own_uri(model) == uri


def test_nothing_has_no_uri():
    assert own_uri(None) is None
    assert own_uri(msgspec.UNSET) is None


@pytest.mark.promise("relinked-items-are-kept")
def test_relinked_items_are_kept_in_both_clients():
    uris = [track(n) for n in range(101)] + [local(1)]
    playlist = Playlist.of(uris, relinked={track(3): track(777)})
    with serving(playlist):
        options = {"base_url": playlist.base_url, "market": "SE"}
        with Spotify(token(), **options) as spotify:
            kept = spotify.playlists.item_uris(ID)
            assert kept == uris
            assert spotify.playlists.sync_to(ID, kept).unchanged

        async def awaited() -> bool:
            async with AsyncSpotify(token(), **options) as spotify:
                client = spotify.with_options(market="DE")
                kept = await client.playlists.item_uris(ID)
                return (await client.playlists.sync_to(ID, kept)).unchanged

        assert asyncio.run(awaited())
    assert playlist.verbs == ["GET"] * 8
