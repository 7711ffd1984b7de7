"""What gives way, and what clocks do to ages."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from _runtime.caching import directives
from _runtime.caching.cache import Cache, Owner
from _runtime.caching.entry import Entry, Moment, made
from _runtime.core.headers import Headers
from _runtime.errors import ConfigurationError
from _runtime.http.messages import Request, Response

OWNER = Owner(base_url="https://api", client_id=None, subject="a")
START = Moment(monotonic=100.0, now=1_000_000.0)
REQUEST = Request(method="GET", url="https://api/x")


def entry(body: bytes = b"{}", writes: int = 0) -> Entry:
    headers = Headers([("cache-control", "max-age=60")])
    response = Response(status=200, headers=headers, body=body)
    found = made(response, REQUEST, START, START, writes)
    assert found is not None
    return found


def test_what_was_used_least_lately_gives_way():
    cache = Cache(max_entries=2)
    for url in ("a", "b"):
        cache.keep(OWNER, url, entry())
    cache.find(OWNER, "a")
    cache.keep(OWNER, "c", entry())
    assert [bool(cache.find(OWNER, url)) for url in "abc"] == [True, False, True]


@pytest.mark.promise("only-whole-answers-are-kept")
def test_bytes_are_bounded_and_what_is_too_large_is_not_kept():
    cache = Cache(max_bytes=10_000)
    cache.keep(OWNER, "a", entry())
    cache.keep(OWNER, "a", entry(b"x" * 20_000))
    assert cache.stats.entries == 0  # the old one is not the answer any more
    for number in range(50):
        cache.keep(OWNER, str(number), entry(b"x" * 2000))
        assert 0 < cache.stats.size <= 10_000
    cache.clear()
    assert (cache.stats.entries, cache.stats.size) == (0, 0)


def test_an_answer_asked_for_before_all_was_dropped_is_not_kept():
    cache = Cache()
    before = cache.writes(OWNER)
    cache.clear()
    cache.keep(OWNER, "a", entry(writes=before))
    assert cache.stats.entries == 0


def test_an_answer_asked_for_before_a_write_is_not_of_after_it():
    cache = Cache()
    before = cache.writes(OWNER)
    cache.wrote(OWNER)
    assert cache.writes(OWNER) != before


@pytest.mark.parametrize(
    ("monotonic", "now", "is_fresh"),
    [
        (59, 59, True),
        (61, 61, False),
        (61, -1_000_000, False),  # the clock was set back
        (1, 1_000_000, False),  # it was set forward, or the machine slept
        (1, -1_000_000, True),
        (-5, -5, True),
    ],
)
def test_no_jump_of_a_clock_makes_an_answer_younger(monotonic, now, is_fresh):
    at = Moment(monotonic=START.monotonic + monotonic, now=START.now + now)
    assert entry().is_fresh(at) == is_fresh
    assert entry().age(at) >= 0


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "1", None])
def test_bounds_are_whole_numbers(value):
    for name in ("max_bytes", "max_entries"):
        with pytest.raises(ConfigurationError, match=name):
            Cache(**{name: value})


@pytest.mark.parametrize("value", [-1, math.nan, math.inf, 10**400, True, "1", None])
def test_the_time_of_stale_answers_is_a_number(value):
    with pytest.raises(ConfigurationError, match="stale_if_error"):
        Cache(stale_if_error=value)


@given(st.text(max_size=60))
def test_no_text_hides_a_no_store(text):
    found = directives.read(f"{text}, no-store")
    assert "no-store" in found or '"' in text
    directives.read(text)
    assert directives.seconds(text) >= 0
