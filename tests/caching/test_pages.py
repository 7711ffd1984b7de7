"""A listing never puts old and new pages together: no item falls between them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from spotify_web_api import Cache
from spotify_web_api.errors import NotCachedError
from tests.caching.conftest import ID, Counting
from tests.support.canary import token
from tests.support.raw_server import http

STEP = 5


class Album:
    """Serves the tracks of an album, in pages with tags."""

    def __init__(self, server: Counting, ages: dict[int, int], count: int = 18) -> None:
        self.server = server
        self.ages = ages
        self.names = [f"t{number}" for number in range(count)]
        server.answer = self.answer

    def answer(self, line: str, headers: dict[str, str]) -> bytes:
        found = re.search(r"offset=(\d+)", line)
        offset = int(found[1]) if found else 0
        body = self.page(offset)
        tag = f'"{hash(body)}"'
        age = self.ages.get(offset, self.ages[0])
        told = (f"ETag: {tag}", f"Cache-Control: max-age={age}")
        if headers.get("if-none-match") == tag:
            return http(b"", *told, status="304 Not Modified", length=None)
        return http(body, *told)

    def page(self, offset: int) -> bytes:
        url = f"{self.server.url}/v1/albums/{ID}/tracks?limit={STEP}&offset="
        after = offset + STEP
        page = {
            "href": f"{url}{offset}",
            "items": [{"name": name} for name in self.names[offset:after]],
            "limit": STEP,
            "next": f"{url}{after}" if after < len(self.names) else None,
            "offset": offset,
            "previous": None,
            "total": len(self.names),
        }
        return json.dumps(page).encode()

    def asked(self) -> list[bool]:
        """Say of each request since the last time whether it was conditional."""
        return ["if-none-match" in headers for _, headers in self.server.take()]


def names(calling: Any, **arguments: Any) -> list[str]:
    tracks = calling(lambda s: collected(s.albums.tracks(ID, limit=STEP, **arguments)))
    return [track.name for track in tracks]


def collected(pager: Any) -> Any:
    return pager.collect()


def connected(client: Any, server: Counting) -> Any:
    return client(token(), base_url=f"{server.url}/v1", cache=Cache())


@pytest.mark.parametrize("prefetch", [1, 3])
def test_the_second_reading_costs_nothing_or_a_question_a_page(
    client: Any, server: Counting, prefetch: int
) -> None:
    for age, asked in ((600, []), (0, [True] * 4)):
        album = Album(server, {0: age})
        calling = connected(client, server)
        assert names(calling, prefetch=prefetch) == album.names
        assert album.asked() == [False] * 4
        assert names(calling, prefetch=prefetch) == album.names
        assert album.asked() == asked


@pytest.mark.promise("pages-are-kept-in-order")
@pytest.mark.parametrize("prefetch", [1, 3])
def test_behind_a_page_that_changed_no_page_is_used_unasked(
    client: Any, server: Counting, prefetch: int
) -> None:
    album = Album(server, {0: 0, 5: 600, 10: 600, 15: 600})
    calling = connected(client, server)
    assert names(calling, prefetch=prefetch) == album.names
    album.names.insert(0, "new")
    album.names.pop()
    assert names(calling, prefetch=prefetch) == album.names
    assert calling.client._caller.session.shared.cache.stats.hits == 0


@pytest.mark.promise("pages-are-kept-in-order")
@pytest.mark.parametrize("prefetch", [1, 3])
def test_no_page_is_used_that_was_kept_before_the_one_it_follows(
    client: Any, server: Counting, prefetch: int
) -> None:
    album = Album(server, {0: 600})
    calling = connected(client, server)
    assert names(calling, offset=5, prefetch=prefetch) == album.names[5:]
    album.names.insert(0, "new")
    album.names.pop()
    calling(lambda s: s.albums.tracks(ID, limit=STEP).first())
    album.asked()
    assert names(calling, prefetch=prefetch) == album.names
    assert album.asked() == [True] * 3


@pytest.mark.promise("pages-are-kept-in-order")
def test_where_nothing_may_be_sent_old_and_new_pages_are_an_error(
    client: Any, server: Counting
) -> None:
    Album(server, {0: 600})
    calling = connected(client, server)
    names(calling)
    calling(lambda s: s.albums.tracks(ID, limit=STEP).first(), cache="reload")
    with pytest.raises(NotCachedError):
        calling(lambda s: collected(s.albums.tracks(ID, limit=STEP)), cache="only")
