"""Positions in listings: which URLs are one, and what an offset is."""

from __future__ import annotations

import pytest

from _runtime.paging import positions


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("https://a/x?a=1&b=2", "https://a/x?b=2&a=1", True),
        ("https://a/x", "https://a/x", True),
        ("https://a/x", "https://a/" + "x", True),
        ("https://a/x?a=1", "https://a/y?a=1", False),
        ("https://a/y?a=1", "https://a/x?a=1", False),
        ("https://a/x?a=1", "https://a/x?a=2", False),
        ("https://a/x?a=2", "https://a/x?a=1", False),
        ("https://a/x?a=1", "https://a/x?a=1&a=1", False),
        ("https://a/x?a=1&a=1", "https://a/x?a=1", False),
    ],
)
def test_two_urls_are_one_whatever_the_order(one, other, expected):
    assert positions.same(one, other) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("9" * 15, 10**15 - 1),
        ("1" * 16, None),
        ("-1", None),
        ("+1", None),
        ("٣", None),
        ("", None),
    ],
)
def test_an_offset_is_a_number_of_at_most_15_digits(text, expected):
    assert positions.offset((("offset", text),)) == expected
    assert positions.is_offset(text) is (expected is not None)


@pytest.mark.parametrize("url", [None, "", "https://[", "https://a/x"])
def test_a_url_that_names_no_position_has_none(url):
    assert positions.query(url) == ()
