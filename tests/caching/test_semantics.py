"""What is kept and when it is used, in the manner of the table of http-tests."""

from __future__ import annotations

import re
from email.utils import formatdate
from time import time
from typing import Any

import pytest

from spotify_web_api import Cache, CacheHit, CacheMiss, CacheRevalidated, operations
from spotify_web_api.errors import (
    ConfigurationError,
    DecodeError,
    NotCachedError,
    ServerError,
)
from tests.caching.conftest import ID, album, unchanged
from tests.support.canary import token
from tests.support.raw_server import http


def get(spotify: Any) -> Any:
    return spotify.albums.get(ID)


def raw(spotify: Any) -> Any:
    return spotify.raw(operations.ALBUMS_GET, id=ID)


def at(seconds: float) -> str:
    return formatdate(time() + seconds, usegmt=True)


def filled(header: str) -> str:
    """Write a date for `@` and the seconds from now."""
    return re.sub(r"@(-?\d+)", lambda found: at(int(found[1])), header)


HIT, ASKED, FETCHED = "hit", "asked whether it holds", "fetched anew"
TAG = 'ETag: "1"'

CASES = {
    "nothing said": ([], FETCHED),
    "max-age": (["Cache-Control: max-age=60"], HIT),
    "public": (["Cache-Control: public, max-age=60"], HIT),
    "private": (["Cache-Control: private, max-age=60"], HIT),
    "upper case": (["CACHE-CONTROL: MAX-AGE=60"], HIT),
    "quoted": (['Cache-Control: max-age="60"'], HIT),
    "two headers": (["Cache-Control: private", "Cache-Control: max-age=60"], HIT),
    "of extensions": (['Cache-Control: a="b, no-store", max-age=60'], HIT),
    "huge": (["Cache-Control: max-age=99999999999999999999999"], HIT),
    "zero": (["Cache-Control: max-age=0"], FETCHED),
    "negative": (["Cache-Control: max-age=-1"], FETCHED),
    "no number": (["Cache-Control: max-age=abc"], FETCHED),
    "fraction": (["Cache-Control: max-age=1.5"], FETCHED),
    "the shorter of two": (["Cache-Control: max-age=60, max-age=0"], FETCHED),
    "of shared caches": (["Cache-Control: s-maxage=60"], FETCHED),
    "no-store": (["Cache-Control: max-age=60, no-store", TAG], FETCHED),
    "not readable": (["Cache-Control: max-age=60, @, no-store", TAG], FETCHED),
    "open quote": (['Cache-Control: max-age=60, a="no-store', TAG], FETCHED),
    "no-cache": (["Cache-Control: max-age=60, no-cache", TAG], ASKED),
    "no-cache without tag": (["Cache-Control: max-age=60, no-cache"], FETCHED),
    "must-revalidate": (["Cache-Control: max-age=60, must-revalidate"], HIT),
    "stale": (["Cache-Control: max-age=0", TAG], ASKED),
    "weak tag": (["Cache-Control: max-age=0", 'ETag: W/"1"'], ASKED),
    "bare tag": (["ETag: 1"], ASKED),
    "tag alone": ([TAG], ASKED),
    "Age": (["Cache-Control: max-age=60", "Age: 61"], FETCHED),
    "Age below": (["Cache-Control: max-age=60", "Age: 30"], HIT),
    "Date": (["Cache-Control: max-age=60", "Date: @-61"], FETCHED),
    "Date in the future": (["Cache-Control: max-age=60", "Date: @900"], HIT),
    "Expires": (["Expires: @60", "Date: @0"], HIT),
    "Expires past": (["Expires: @-1", "Date: @0"], FETCHED),
    "Expires no date": (["Expires: 0", "Date: @0"], FETCHED),
    "max-age wins": (["Cache-Control: max-age=0", "Expires: @60"], FETCHED),
    "no guessing": (["Last-Modified: @-9000000", "Date: @0"], FETCHED),
    "Vary of the token": (["Cache-Control: max-age=60", "Vary: Authorization"], HIT),
    "Vary of the same": (["Cache-Control: max-age=60", "Vary: Accept-Encoding"], HIT),
    "Vary of all": (["Cache-Control: max-age=60", "Vary: *", TAG], FETCHED),
}


@pytest.mark.promise("kept-answers-are-fresh-or-confirmed")
@pytest.mark.parametrize(("headers", "expected"), CASES.values(), ids=list(CASES))
def test_what_the_second_call_does(server, client, headers, expected):
    told = [filled(header) for header in headers]
    server.answer = lambda line, sent: album("x", *told)
    calling = client(token(), base_url=server.url, cache=Cache())
    first = calling(get)
    server.take()
    second = calling(get)
    asked = server.take()
    assert second == first
    if expected == HIT:
        assert not asked
    else:
        [(_, sent)] = asked
        assert ("if-none-match" in sent) == (expected == ASKED)


def test_a_304_makes_it_fresh_again(server, client):
    answers = iter(
        [
            album("x", "Cache-Control: max-age=0", TAG),
            unchanged("Cache-Control: max-age=60", TAG),
        ]
    )
    server.answer = lambda line, sent: next(answers)
    told: list[Any] = []
    cache = Cache()
    calling = client(token(), base_url=server.url, cache=cache, on_event=told.append)
    found = [calling(raw) for _ in range(3)]
    assert [each.from_cache for each in found] == [False, True, True]
    assert {each.status for each in found} == {200}
    assert len({each.body for each in found}) == 1
    assert len(server.asked) == 2
    kinds = (CacheHit, CacheMiss, CacheRevalidated)
    seen = [type(event) for event in told if isinstance(event, kinds)]
    assert seen == [CacheMiss, CacheRevalidated, CacheHit]
    stats = cache.stats
    assert (stats.hits, stats.revalidated, stats.misses, stats.entries) == (1, 1, 1, 1)


@pytest.mark.parametrize("said", ["no-store", "max-age=0"])
def test_a_304_may_say_that_it_is_kept_no_longer(server, client, said):
    answers = [album("x", TAG), unchanged(f"Cache-Control: {said}"), album("y")]
    server.answer = lambda line, sent: answers[len(server.asked) - 1]
    calling = client(token(), base_url=server.url, cache=Cache())
    names = [calling(get).name for _ in range(3)]
    assert names == ["x", "x", "y"]
    assert ("if-none-match" in server.asked[2][1]) == (said == "max-age=0")


@pytest.mark.promise("kept-answers-are-fresh-or-confirmed")
def test_a_304_of_another_version_is_not_believed(server, client):
    answers = [album("x", TAG), unchanged('ETag: "2"'), album("y")]
    server.answer = lambda line, sent: answers[len(server.asked) - 1]
    calling = client(token(), base_url=server.url, cache=Cache())
    assert [calling(get).name for _ in range(2)] == ["x", "y"]
    assert "if-none-match" not in server.asked[2][1]


def test_another_body_of_the_same_tag_takes_the_place_of_the_old_one(server, client):
    answers = [album("x", TAG), album("y", TAG), unchanged(TAG)]
    server.answer = lambda line, sent: answers[len(server.asked) - 1]
    calling = client(token(), base_url=server.url, cache=Cache())
    assert [calling(get).name for _ in range(3)] == ["x", "y", "y"]


@pytest.mark.promise("only-whole-answers-are-kept")
@pytest.mark.parametrize("body", [b"", b'{"id": ', b"<html>", b"[1]"])
@pytest.mark.parametrize("call", [get, raw], ids=["decoded", "raw"])
def test_what_is_no_answer_is_not_kept(server, client, call, body):
    server.answer = lambda line, sent: http(body, "Cache-Control: max-age=60")
    cache = Cache()
    calling = client(token(), base_url=server.url, cache=cache)
    if call is raw:
        calling(raw)
        assert cache.stats.entries == (body == b"[1]")
        return
    with pytest.raises(DecodeError):
        calling(get)
    assert cache.stats.entries == 0


@pytest.mark.promise("only-whole-answers-are-kept")
@pytest.mark.parametrize("status", ["404 Not Found", "500 Oops", "203 Other"])
def test_only_plain_successes_are_kept(server, client, status):
    server.answer = lambda line, sent: http(
        b'{"id": "x", "name": "x"}', "Cache-Control: max-age=60", status=status
    )
    cache = Cache()
    calling = client(token(), base_url=server.url, cache=cache)
    for _ in range(2):
        try:
            calling(get)
        except Exception as error:  # noqa: BLE001 - two of them are errors
            assert status[:3] in str(error)
    assert (cache.stats.entries, len(server.asked)) == (0, 2)


def test_what_came_by_way_of_a_redirect_is_not_kept(server, client):
    def answer(line: str, sent: dict[str, str]) -> bytes:
        if "moved" in line:
            return album("x", "Cache-Control: max-age=60", TAG)
        return http(b"", f"Location: {server.url}/moved", status="302 Found")

    server.answer = answer
    cache = Cache()
    calling = client(token(), base_url=server.url, cache=cache)
    assert [calling(get).name for _ in range(2)] == ["x", "x"]
    assert (cache.stats.entries, len(server.asked)) == (0, 4)


def test_views_say_what_is_done_with_the_cache(server, client):
    server.answer = lambda line, sent: album("x", "Cache-Control: max-age=60", TAG)
    calling = client(token(), base_url=server.url, cache=Cache())
    with pytest.raises(NotCachedError):
        calling(get, cache="only")
    with pytest.raises(NotCachedError):
        calling(lambda s: s.request("PUT", "/me/x"), cache="only")
    assert not server.take()
    calling(get, cache="off")
    calling(get)
    assert len(server.take()) == 2
    calling(get, cache="only")
    assert not server.take()
    calling(get, cache="reload")
    [(_, sent)] = server.take()
    assert "if-none-match" not in sent


def test_a_word_needs_a_cache_and_a_client_needs_no_word(client):
    with pytest.raises(ConfigurationError, match="this client has none"):
        client(token())(get, cache="off")
    with pytest.raises(ConfigurationError, match="expected a Cache, got str"):
        client(token(), cache="off")
    with pytest.raises(ConfigurationError, match="expected a Cache, got dict"):
        client(token(), cache={})
    calling = client(token(), cache=Cache())
    with pytest.raises(ConfigurationError, match="reload"):
        calling(get, cache="fresh")
    with pytest.raises(ConfigurationError, match="shares the cache"):
        calling(get, cache=Cache())


@pytest.mark.parametrize("directive", ["", ", must-revalidate", ", no-cache"])
def test_an_old_answer_stands_in_for_a_failing_server_if_told(
    server, client, directive
):
    good = album("x", f"Cache-Control: max-age=0{directive}", TAG)
    server.answer = lambda line, sent: good
    patient = client(token(), base_url=server.url, cache=Cache(stale_if_error=60))
    plain = client(token(), base_url=server.url, cache=Cache())
    for calling in (patient, plain):
        calling(get)
    server.answer = lambda line, sent: http(b"{}", status="503 Busy")
    with pytest.raises(ServerError):
        plain(get)
    if directive:
        with pytest.raises(ServerError):
            patient(get)
    else:
        assert patient(raw).from_cache
    server.answer = lambda line, sent: http(b"{}", status="403 No")
    with pytest.raises(Exception, match="403"):
        patient(get)


@pytest.mark.promise("own-writes-are-seen")
def test_own_writes_make_all_be_asked_again(server, client):
    def answer(line: str, sent: dict[str, str]) -> bytes:
        if line.startswith("GET"):
            return album("x", "Cache-Control: max-age=60", TAG)
        return http(b"", status="500 Oops")

    server.answer = answer
    calling = client(token(), base_url=server.url, cache=Cache(stale_if_error=60))
    calling(get)
    calling(get)
    assert len(server.take()) == 1
    with pytest.raises(ServerError):  # who knows what it did
        calling(lambda s: s.request("PUT", "/me/tracks"))
    server.take()
    calling(get)
    [(_, sent)] = server.take()
    assert sent["if-none-match"] == '"1"'
    server.answer = lambda line, sent: http(b"", status="500 Oops")
    with pytest.raises(ServerError):
        calling(lambda s: s.request("DELETE", "/me/tracks"))
    with pytest.raises(ServerError):  # nor does what was before stand in
        calling(get)


def test_a_hit_needs_no_limit_and_clearing_drops_all(server, client):
    server.answer = lambda line, sent: album("x", "Cache-Control: max-age=60")
    cache = Cache()
    calling = client(token(), base_url=server.url, cache=cache, max_wait=0)
    calling(get)
    server.answer = lambda line, sent: http(
        b"{}", "Retry-After: 500", status="429 Slow"
    )
    with pytest.raises(Exception, match="429"):
        calling(lambda s: s.request("GET", "/me"))
    assert calling(get).name == "x"
    cache.clear()
    with pytest.raises(Exception, match=r"429|window|wait"):
        calling(get)


def test_a_tag_given_by_hand_leaves_the_cache_alone(server, client):
    server.answer = lambda line, sent: album("x", "Cache-Control: max-age=60")
    calling = client(token(), base_url=server.url, cache=Cache())
    calling(get)
    calling(raw, if_none_match='"7"')
    assert server.asked[1][1]["if-none-match"] == '"7"'


def test_without_a_cache_nothing_is_kept(server, client):
    server.answer = lambda line, sent: album("x", "Cache-Control: max-age=60", TAG)
    calling = client(token(), base_url=server.url)
    assert [calling(raw).from_cache for _ in range(2)] == [False, False]
    assert len(server.asked) == 2
