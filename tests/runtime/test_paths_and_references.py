"""Path arguments cannot leave their segment; ids come as URIs and links too."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from hypothesis import given, strategies as st

from _runtime.calls import ids
from _runtime.calls.arguments import Arguments
from _runtime.calls.build import build
from _runtime.description.operation import Operation
from _runtime.description.parameter import Parameter, Reference, ReferenceKind
from _runtime.errors import InvalidIdError
from tests.support.shared import shared_file

BASE62 = "^[0-9A-Za-z]{22}$"
KINDS = tuple(
    ReferenceKind(
        name=kind,
        uri=f"spotify:{kind}:{{id}}",
        forms=(f"https://open.spotify.com/intl-{{locale}}/{kind}/{{id}}",),
        optional=("locale",),
        pattern=None if kind == "user" else BASE62,
    )
    for kind in ("track", "album", "user")
)


def kind_of(kind: str, pattern: str | None) -> Operation[None]:
    reference = Reference((kind,), KINDS)
    parameter = Parameter(
        "id", where="path", required=True, pattern=pattern, reference=reference
    )
    return Operation(
        name="x.get", method="GET", path="/x/{id}/y", parameters=(parameter,)
    )


TRACK, ALBUM = kind_of("track", BASE62), kind_of("album", BASE62)
USER = kind_of("user", None)


def segment(operation, value):
    try:
        call = build(operation, Arguments(path={"id": value}), {}, "https://h")
    except InvalidIdError:
        return "reject"
    head, tail = "https://h/x/", "/y"
    assert call.url.startswith(head)
    assert call.url.endswith(tail)
    return call.url[len(head) : -len(tail)]


MUSIC = "user%20name%2F%C3%A9%E4%B8%AD%F0%9F%8E%B5"


def outcomes(case):
    """Pairs of what came out and what should."""
    value, expected = case["v"], case["expect"]
    if case["for"] == "base62":
        accepted = expected.startswith("accept")
        wanted = "4iV5W9uYEdYUVa79Axb7Rh" if accepted else "reject"
        yield segment(TRACK, value), value if expected == "same" else wanted
        if accepted:
            yield segment(ALBUM, value), "reject"
    else:
        wanted = MUSIC if expected == "percent-encoded UTF-8" else expected
        yield segment(USER, value), wanted
        yield segment(TRACK, value), "reject"


def test_vectors():
    cases = json.loads(shared_file("vectors/path_ids.json").read_text())
    wrong = [
        (case["v"], got, wanted)
        for case in cases
        for got, wanted in outcomes(case)
        if got != wanted
    ]
    assert wrong == []


@given(st.text(max_size=30))
def test_a_segment_is_one_segment_and_gives_the_value_back(text):
    try:
        encoded = ids.segment(text)
    except ValueError:
        return
    assert unquote(encoded) == text
    assert encoded
    assert not set(encoded) & set("/?#;\\ \r\n")
    assert unquote(encoded) not in {".", ".."}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("spotify:user:bob", "bob"),
        ("https://open.spotify.com/user/b%20b", "b%20b"),
        ("https://open.spotify.com/user/bob/?x#y", "bob"),
        ("https://open.spotify.com/user/..", "reject"),
        ("https://open.spotify.com/user/%2e%2e", "reject"),
        ("https://open.spotify.com/user/", "reject"),
        ("https://open.spotify.com:443/user/bob", "bob"),
        ("https://open.spotify.com:8443/user/bob", "reject"),
        ("https://x@open.spotify.com/user/bob", "reject"),
        ("https://[open.spotify.com/user/bob", "reject"),
        ("spotify:user:", "reject"),
        ("spotify:user:a:b", "reject"),
    ],
)
def test_forms_of_a_reference(value, expected):
    assert segment(USER, value) == expected


def test_the_error_says_what_was_expected_and_what_it_got():
    with pytest.raises(InvalidIdError) as caught:
        build(ALBUM, Arguments(path={"id": "spotify:track:1"}), {}, "https://h")
    assert str(caught.value) == (
        "id: 'spotify:track:1' is not the id, URI or link of one 'album'; "
        "this names a 'track'"
    )
