"""Redirect URIs to the letter, and how browsers spell what they name."""

from __future__ import annotations

import re

import pytest

from _runtime.auth.redirect_uris import USUAL, checked, loopback
from _runtime.errors import ConfigurationError


@pytest.mark.parametrize(
    ("registered", "host", "port", "path", "sent"),
    [
        ("http://127.0.0.1:8", "127.0.0.1", 8, "/", "http://127.0.0.1:8"),
        ("http://127.0.0.1:8/", "127.0.0.1", 8, "/", "http://127.0.0.1:8/"),
        ("HTTP://127.0.0.1:08/a?b", "127.0.0.1", 8, "/a", "HTTP://127.0.0.1:08/a?b"),
        ("http://127.0.0.9:8", "127.0.0.9", 8, "/", "http://127.0.0.9:8"),
        ("http://[0::1]:8", "::1", 8, "/", "http://[0::1]:8"),
        ("http://127.0.0.1", "127.0.0.1", 0, "/", "http://127.0.0.1:99"),
        ("http://127.0.0.1/a", "127.0.0.1", 0, "/a", "http://127.0.0.1:99/a"),
        ("http://127.0.0.1?a=:0", "127.0.0.1", 0, "/", "http://127.0.0.1:99?a=:0"),
        ("http://127.0.0.1:/a", "127.0.0.1", 0, "/a", "http://127.0.0.1:99/a"),
        ("http://127.0.0.1:0/a", "127.0.0.1", 0, "/a", "http://127.0.0.1:99/a"),
        ("http://127.0.0.1:00/a", "127.0.0.1", 0, "/a", "http://127.0.0.1:99/a"),
        ("http://[::1]", "::1", 0, "/", "http://[::1]:99"),
        ("http://[::1]/://a", "::1", 0, "/://a", "http://[::1]:99/://a"),
    ],
)
def test_only_a_port_that_was_left_open_is_added(
    registered: str, host: str, port: int, path: str, sent: str
) -> None:
    assert checked(registered) == registered
    address = loopback(registered)
    assert (address.host, address.port, address.path) == (host, port, path)
    assert address.uri(99) == sent


@pytest.mark.parametrize(
    "uri",
    [
        "https://app.example",
        "HTTPS://App.Example:443/Callback?a=%2f",
        "https://127.0.0.1:8/",
        "https://zoo.example/",
        "com.example.app:/oauth",
        "com.example://callback",
        "my-app://localhost/",
        "wsx://a",
    ],
)
def test_what_others_listen_at_is_theirs(uri: str) -> None:
    assert checked(uri) == uri
    with pytest.raises(ConfigurationError, match=f"nothing can listen.*{USUAL}"):
        loopback(uri)


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("http://app.example/", "neither https nor an address of this machine"),
        ("http://0.0.0.0:80/", "neither https"),
        ("http://128.0.0.1/", "neither https"),
        ("http://127.0.0.1.example/", "neither https"),
        ("http://[::2]/", "neither https"),
        ("http://localhost:80/", f"use {USUAL}"),
        ("https://LOCALHOST/", "localhost may lead elsewhere"),
        ("https:///callback", "no address to come back to"),
        ("http://", "no address to come back to"),
        ("https://ann@app.example/", "no address to come back to"),
        ("https://@app.example/", "no address to come back to"),
        ("https://app.example/#", "no address to come back to"),
        ("https://app.example/#a", "no address to come back to"),
        ("com.example://a#b", "no address to come back to"),
        ("com.example:/", "no address to come back to"),
        ("app.example/callback", "no address to come back to"),
        ("localhost:80/callback", "no address to come back to"),
        ("127.0.0.1:80", "no address to come back to"),
        ("file:///etc", "no address to come back to"),
        ("ftp://a.example/", "no address to come back to"),
        ("ws://a.example/", "no address to come back to"),
        ("WSS://a.example/", "no address to come back to"),
        ("javascript:alert(1)", "no address to come back to"),
        ("http://127.0.0.1:99999/", "is no address"),
        ("http://[::1/", "is no address"),
        ("http://127.0.0.1/?state=1", "its query has 'state'"),
        ("http://127.0.0.1/?a=b&error=", "its query has 'error'"),
        ("com.example://a?code", "its query has 'code'"),
    ],
)
def test_what_cannot_be_registered_is_refused(uri: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(told)):
        checked(uri)


@pytest.mark.parametrize(
    ("header", "port", "is_ours"),
    [
        ("127.0.0.1:8888", 8888, True),
        ("127.0.0.1", 8888, False),
        ("127.0.0.1:80", 80, True),
        ("127.0.0.1", 80, True),
        ("127.0.0.1", 79, False),
        ("127.0.0.1", 81, False),
        ("127.0.0.1", 8080, False),
        ("127.0.0.1:8888", 80, False),
        ("127.0.0.1:8888,evil.example", 8888, False),
        ("evil.example:8888", 8888, False),
        ("", 80, False),
    ],
)
def test_a_browser_leaves_the_usual_port_out(
    header: str, port: int, *, is_ours: bool
) -> None:
    address = loopback(f"http://127.0.0.1:{port}/")
    assert address.is_host(header, port) is is_ours


def test_the_host_is_in_brackets_where_browsers_write_it_so() -> None:
    assert loopback("http://[::1]").authority(8) == "[::1]:8"
    assert loopback("http://127.0.0.1").authority(8) == "127.0.0.1:8"
    assert loopback("http://[0:0::1]:80").is_host("[::1]", 80)


def test_who_comes_back_to_the_letter_is_let_in() -> None:
    for authority in ("[0:0::1]:8", "127.0.0.1:008"):
        address = loopback(f"http://{authority}/a")
        assert address.is_host(authority, 8)
        assert not address.is_host(f"x{authority}", 8)


@pytest.mark.parametrize(
    ("registered", "path", "is_it"),
    [
        ("/a/b", "/a/b", True),
        ("/a/b", "/%61/b", True),
        ("/%61/b", "/a/b", True),
        ("/a/b", "/a/./b", True),
        ("/a/b", "/a/x/../b", True),
        ("/a/b", "/../../a/b", True),
        ("/a/b", "/a%2fb", True),
        ("/a/b", "/a\\b", True),
        ("/a/b", "/a/b/", False),
        ("/a/b", "/a/b/.", False),
        ("/a/b", "/a", False),
        ("/a/b", "/A/b", False),
        ("/a/b", "/", False),
        ("/a/b", "", False),
        ("/a/", "/a/.", True),
        ("/a/", "/a/b/..", True),
        ("/a/", "/a", False),
        ("", "/", True),
        ("", "/.", True),
        ("/", "/..", True),
        ("/", "/a", False),
        ("//a", "//a", True),
        ("//a", "/a", False),
        ("/%c3%a9", "/%C3%A9", True),
    ],
)
def test_a_browser_may_spell_the_path_in_another_way(
    registered: str, path: str, *, is_it: bool
) -> None:
    address = loopback(f"http://127.0.0.1:8{registered}")
    assert address.is_path(path) is is_it
