"""Each argument that names things knows of which kind they are."""

from __future__ import annotations

import re
from typing import Any

import pytest

from spotify_web_api import InvalidArgumentError, InvalidIdError, Spotify, operations
from tests.support.canary import token

ID = "4iV5W9uYEdYUVa79Axb7Rh"
NAMING = re.compile(r"(^|_)(ids?|uris?)$")
OPAQUE = {"device", "snapshot"}


def parameters(operation: Any) -> list[Any]:
    found = list(operation.parameters)
    for item in found:
        if item.shape is not None:
            found.extend(item.shape.properties)
    return [item for item in found if item.type == "string" and item.fixed is None]


@pytest.mark.promise("arguments-know-their-kinds")
def test_whatever_is_named_like_an_id_says_of_which_kind() -> None:
    named = [
        (operation.name, item)
        for operation in operations.all()
        for item in parameters(operation)
        if NAMING.search(item.wire) or item.reference is not None
    ]
    silent = [(name, item.name) for name, item in named if item.reference is None]
    assert silent == []
    assert len(named) > 90
    known = {kind.name for _, item in named for kind in item.reference.table}
    assert all({*item.reference.kinds} <= known for _, item in named)


@pytest.mark.promise("arguments-know-their-kinds")
@pytest.mark.parametrize("operation", operations.all(), ids=lambda each: each.name)
def test_things_of_another_kind_are_refused(operation: Any) -> None:
    """No argument takes a prerelease, which the API does not know at all."""
    with Spotify(token()) as spotify:
        for item in operation.parameters:
            if item.reference is None or {*item.reference.kinds} & OPAQUE:
                continue
            wrong = f"spotify:prerelease:{ID}"
            value = [wrong] if item.many else wrong
            given: dict[str, Any] = {
                each.name: each.choices[0] if each.choices else ID
                for each in operation.parameters
                if each.required and not each.many and each.fixed is None
            }
            with pytest.raises(InvalidIdError, match="this names a 'prerelease'"):
                spotify.explain(operation, **given | {item.name: value})


FOLLOWING = (
    operations.USERS_FOLLOW,
    operations.USERS_UNFOLLOW,
    operations.USERS_ARE_FOLLOWED,
)


def url(operation: Any, kind: Any, ids: Any, **options: Any) -> str:
    with Spotify(token(), **options) as spotify:
        return spotify.explain(operation, type=kind, ids=ids).url


@pytest.mark.promise("arguments-know-their-kinds")
@pytest.mark.parametrize("operation", FOLLOWING, ids=lambda each: each.name)
def test_another_argument_decides(operation: Any) -> None:
    link = f"https://open.spotify.com/artist/{ID}?si=x"
    found = url(operation, "artist", [link, f"spotify:artist:{ID}", ID])
    assert found.endswith(f"?type=artist&ids={ID},{ID},{ID}")
    users = ["spotify:user:espa%C3%B1a", "a:b", "https://open.spotify.com/user/bob"]
    assert url(operation, "user", users).endswith("ids=espa%C3%B1a,a%3Ab,bob")
    for kind, wrong in (
        ("artist", "spotify:user:bob"),
        ("artist", "bob"),
        ("artist", f"spotify:album:{ID}"),
        ("user", link),
        ("user", f"spotify:playlist:{ID}"),
    ):
        with pytest.raises(InvalidIdError):
            url(operation, kind, [wrong])
    for kind in ("album", None, 3):
        with pytest.raises(InvalidArgumentError, match="type"):
            url(operation, kind, [ID])


@pytest.mark.promise("arguments-know-their-kinds")
@pytest.mark.parametrize("operation", FOLLOWING, ids=lambda each: each.name)
def test_another_argument_decides_where_calls_are_routed(operation: Any) -> None:
    def routed(kind: str, *ids: str) -> str:
        options = {"quota_mode": "development", "on_unavailable": "route"}
        return url(operation, kind, ids, **options)

    artist = f"spotify%3Aartist%3A{ID}"
    assert routed("artist", ID, f"spotify:artist:{ID}").endswith(f"={artist},{artist}")
    link = "https://open.spotify.com/user/espa%C3%B1a"
    assert routed("user", link).endswith("uris=spotify%3Auser%3Aespa%25C3%25B1a")
    assert routed("user", "a:b/c").endswith("uris=spotify%3Auser%3Aa%253Ab%252Fc")
    with pytest.raises(InvalidIdError, match="this names a 'user'"):
        routed("artist", "spotify:user:bob")
