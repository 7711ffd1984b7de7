"""Where the access token may go."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from _runtime.errors import ConfigurationError, UnsafeUrlError
from _runtime.http import urls
from tests.support.shared import shared_file
from tests.support.things import BASE

LOCAL = "http://127.0.0.1:8080/v1"


def outcome(case):
    url = case["next"]
    url = None if url is None else url.removesuffix(" (same as current)")
    try:
        return urls.resolve(url, case["base"], case["spec_origin"])
    except UnsafeUrlError:
        return "UnsafeUrlError"


def fits(expected, got):
    if expected.startswith("UnsafeUrlError"):
        return got == "UnsafeUrlError"
    if expected == "end":
        return got is None
    if expected.startswith("re-based: "):
        return got == expected.removeprefix("re-based: ")
    return got is not None and got.startswith("https://")


def test_vectors():
    cases = json.loads(shared_file("vectors/next_urls.json").read_text())
    wrong = [(case, outcome(case)) for case in cases]
    assert [pair for pair in wrong if not fits(pair[0]["expect"], pair[1])] == []


def test_the_followed_url_is_normalised():
    url = "https://API.Things.Example:443/v1/me?offset=50#part"
    assert urls.resolve(url, BASE, BASE) == "https://api.things.example/v1/me?offset=50"


def test_a_path_is_read_below_the_declared_server_too():
    gateway = "https://gateway.example/things/v1"
    assert urls.resolve("/v1/me?a=1", gateway, BASE) == f"{gateway}/me?a=1"
    assert urls.resolve("/things/v1/me", gateway, BASE) == f"{gateway}/me"


def test_characters_outside_ascii_are_encoded_and_encoded_ones_kept():
    url = f"{BASE}/search?q=caf\u00e9 x%20y"
    assert urls.resolve(url, BASE, BASE) == f"{BASE}/search?q=caf%C3%A9%20x%20y"


@pytest.mark.parametrize(
    "url",
    [
        "https://api.things.example\\@evil.example/v1",
        "https://api.things.example/v1/%2e%2e/x",
        "https://api.things.example/v1/\r\nX: y",
        "https://user@api.things.example/v1/x",
        "https://api.things.example:99999/v1/x",
        "https://[::1/v1",
        "https:///v1",
        "me/things",
        "https://api.things.example.",
    ],
)
def test_urls_on_which_parsers_may_disagree_are_refused(url):
    with pytest.raises(UnsafeUrlError):
        urls.resolve(url, BASE, BASE)


@pytest.mark.promise("next-pages-stay-on-the-server")
@given(st.text(max_size=60), st.sampled_from([BASE, LOCAL]))
def test_whatever_a_response_says_the_target_has_the_origin_of_the_base(text, base):
    try:
        target = urls.resolve(text, base, BASE)
    except UnsafeUrlError:
        return
    assert target is None or urls.parse(target).origin == urls.parse(base).origin


@given(st.text(alphabet="htps:/.@\\evil[]#?%2e1270 \t", max_size=40))
def test_also_for_texts_that_look_like_urls(text):
    try:
        target = urls.resolve(f"https://api.things.example{text}", BASE, BASE)
    except UnsafeUrlError:
        return
    assert target is not None
    assert target.startswith("https://api.things.example/")


@pytest.mark.parametrize(
    ("url", "normalised"),
    [
        ("https://API.example/v1/", "https://api.example/v1"),
        ("https://api.example:443", "https://api.example"),
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:80/", "http://[::1]"),
    ],
)
def test_base_urls_are_normalised(url, normalised):
    assert urls.base(url) == normalised


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example/v1",
        "http://127.0.0.1.evil.example",
        "ftp://api.example",
        "https://user:canary@api.example",
        "https://api.example/v1?x=1",
        "https://api.example/v1#x",
        "https://api.example/../v1",
        "api.example",
        "",
    ],
)
def test_base_urls_the_token_must_not_go_to_are_refused_without_showing_them(url):
    with pytest.raises(ConfigurationError) as caught:
        urls.base(url)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        *(f"https://{host}/v1/me" for host in ("a.example", "zz.example")),
        *(f"http://api.things.example{port}/v1/me" for port in ("", ":443")),
        "https://api.things.example:444/v1/me",
        *(f"https://api.things.example{path}" for path in ("/a", "/v", "/v2", "/v1x")),
        "https://a.example/me",
    ],
)
def test_only_what_lies_below_the_declared_server_moves_to_another_base(url):
    with pytest.raises(UnsafeUrlError):
        urls.resolve(url, LOCAL, BASE)


@pytest.mark.parametrize("rest", ["", "/", "/me", "?a=1"])
def test_what_lies_below_it_moves_as_it_is(rest):
    assert urls.resolve(BASE + rest, LOCAL, BASE) == LOCAL + rest


def test_an_address_is_a_value():
    address = urls.parse(BASE)
    with pytest.raises(AttributeError):
        address.host = "evil.example"
    assert not hasattr(address, "__dict__")
