"""Edits of playlists are never planned on what was read before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spotify_web_api import Cache
from tests.support.canary import token
from tests.support.playlist_server import ID, Entry, Playlist, serving, track

WISH = [track(1), track(2)]


@pytest.mark.promise("own-writes-are-seen")
@pytest.mark.parametrize("mode", [None, "reload", "off"])
def test_an_edit_is_planned_on_what_the_playlist_holds_now(client, mode):
    with serving(Playlist.of([track(2), track(1)])) as playlist:
        plain = playlist.answer
        playlist.server.answer = lambda seen: replace(
            plain(seen), headers={"Cache-Control": "max-age=600"}
        )
        calling = client(token(), base_url=playlist.base_url, cache=Cache())

        def sync(spotify, **options):
            return spotify.playlists.sync_to(ID, WISH, **options)

        calling(lambda s: sync(s, dry_run=True), cache=mode)
        playlist.entries[:] = [Entry(track(number), number) for number in (3, 2, 4, 1)]
        calling(sync, cache=mode)
        assert playlist.uris == WISH
