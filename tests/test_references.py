"""References in every form that exists are taken by the arguments of their kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from spotify_web_api import InvalidIdError, Spotify, operations
from tests.support.canary import token
from tests.support.shared import SHARED

ID = "4iV5W9uYEdYUVa79Axb7Rh"
TAKING = {
    "album": (operations.ALBUMS_GET, "id"),
    "artist": (operations.ARTISTS_GET, "id"),
    "audiobook": (operations.AUDIOBOOKS_GET, "id"),
    "category": (operations.CATEGORIES_GET, "category_id"),
    "chapter": (operations.CHAPTERS_GET, "id"),
    "episode": (operations.EPISODES_GET, "id"),
    "playlist": (operations.PLAYLISTS_GET, "playlist_id"),
    "show": (operations.SHOWS_GET, "id"),
    "track": (operations.TRACKS_GET, "id"),
    "user": (operations.USERS_GET, "user_id"),
}
PLAIN = ("album", "artist", "episode", "playlist", "show", "track")
CATEGORIES = "https://api.spotify.com/v1/browse/categories/"


def sent(operation: Any, **arguments: Any) -> str:
    with Spotify(token()) as spotify:
        request = spotify.explain(operation, **arguments)
        return f"{request.url} {(request.body or b'').decode()}"


def segment(kind: str, text: str) -> str:
    operation, name = TAKING[kind]
    return sent(operation, **{name: text}).strip().rpartition("/")[2]


def forms(kind: str) -> Iterator[str]:
    for path in (kind, f"embed/{kind}", f"intl-de/{kind}", f"intl-pt/embed/{kind}"):
        yield f"https://open.spotify.com/{path}/{ID}"
    yield f"https://play.spotify.com/{kind}/{ID}"
    yield f"https://api.spotify.com/v1/{kind}s/{ID}"
    yield f"spotify:{kind}:{ID}"
    yield f"spotify://{kind}/{ID}"


def spellings(kind: str) -> Iterator[str]:
    link = f"https://open.spotify.com/{kind}/{ID}"
    yield from (f"{link}/", f"{link}?si=abc&x=1", f"{link}#0:30", f"{link}/?si=abc")
    yield from (f"  {link}\n", f"\t{ID} ", link.replace("https", "http"))
    yield from (f"HTTPS://Open.Spotify.COM/{kind}/{ID}", link.removeprefix("https:"))
    yield link.removeprefix("https://")
    yield f"https://open.spotify.com:443/{kind}/{ID}"
    yield f"http://open.spotify.com:80/{kind}/{ID}"
    yield from (f"SPOTIFY:{kind}:{ID}", f" spotify:{kind}:{ID} ")
    yield f"spotify:{kind}:{ID}?context=spotify%3Aplaylist%3A37i9dQZF1EuCounVLqFEeR"
    yield from (f"spotify:{kind}:{ID}?si=x", f"spotify:{kind}:{ID}#0:30")
    yield from (f"spotify:{kind}:{ID}/", f"spotify:{kind}:{ID}/?si=x")


@pytest.mark.promise("every-form-of-a-reference-is-taken")
@pytest.mark.parametrize("kind", PLAIN)
def test_forms_and_spellings(kind: str) -> None:
    for text in (*forms(kind), *spellings(kind)):
        assert segment(kind, text) == ID, text


@pytest.mark.promise("every-form-of-a-reference-is-taken")
@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("playlist", f"spotify:user:alex:playlist:{ID}", ID),
        ("playlist", f"spotify:user:b%C3%A9%3A:playlist:{ID}?si=x", ID),
        ("playlist", f"https://open.spotify.com/user/alex/playlist/{ID}", ID),
        ("playlist", f"https://open.spotify.com/user/alex/playlists/{ID}", ID),
        ("playlist", f"https://open.spotify.com/embed/user/a/playlist/{ID}", ID),
        ("playlist", f"http://play.spotify.com/user/alex/playlist/{ID}", ID),
        ("playlist", f"https://api.spotify.com/v1/users/a/playlists/{ID}", ID),
        ("show", f"https://open.spotify.com/embed-podcast/show/{ID}", ID),
        ("episode", f"https://open.spotify.com/embed-podcast/episode/{ID}", ID),
        ("episode", f"https://open.spotify.com/embed/episode/{ID}/video?t=3", ID),
        ("show", f"https://open.spotify.com/embed/show/{ID}/video", ID),
        ("artist", f"https://open.spotify.com/artist/{ID}/discography/all", ID),
        ("audiobook", f"spotify:show:{ID}", ID),
        ("audiobook", f"spotify:audiobook:{ID}", ID),
        ("chapter", f"https://open.spotify.com/episode/{ID}", ID),
        ("category", "https://open.spotify.com/genre/0JQ5DAt0tb", "0JQ5DAt0tb"),
        ("user", "spotify:user:espa%C3%B1a", "espa%C3%B1a"),
        ("user", "https://open.spotify.com/user/espa%C3%B1a?si=x", "espa%C3%B1a"),
        ("user", "spotify:user:a%2Fb", "a%2Fb"),
        ("user", "spotify:user:User%24", "User%24"),
        ("user", "open.spotify.com/user/bob", "bob"),
        ("user", "facebook:123", "facebook%3A123"),
    ],
)
def test_forms_of_one_kind(kind: str, text: str, expected: str) -> None:
    assert segment(kind, text) == expected


@pytest.mark.promise("references-are-exact")
@pytest.mark.parametrize(
    "text",
    [
        f"https://open.spotify.com.evil.example/track/{ID}",
        f"https://open.spotify.com@evil.example/track/{ID}",
        f"https://evil.example/open.spotify.com/track/{ID}",
        f"https://user@open.spotify.com/track/{ID}",
        f"https://open.spotify.com:8443/track/{ID}",
        f"https://open.spotify.com:x/track/{ID}",
        f"https://open.spotify.com./track/{ID}",
        f"https://open\uff0espotify\uff0ecom/track/{ID}",
        f"https://spotify.lin\u212a/track/{ID}",
        f"http\u017f://open.spotify.com/track/{ID}",
        f"https://open.spotify.com\\@evil.example/track/{ID}",
        f"https://open.spotify.com/track\\{ID}",
        f"https://open.spotify.com/x/../track/{ID}",
        f"https://open.spotify.com//track/{ID}",
        f"https://open.spotify.com/user/track/{ID}",
        f"https://open.spotify.com/%74rack/{ID}",
        f"https://open.spotify.com/track/{ID}/x",
        "https://open.spotify.com/track/%252e%252e",
        f"https://open.spotify.com/tr\nack/{ID}",
        f"ftp://open.spotify.com/track/{ID}",
        f"javascript://open.spotify.com/track/{ID}",
        f"spotify:album:{ID}",
        f"spotify:track:{ID}:x",
        f"spotify::track:{ID}",
        f"spotify:track:{ID}\n:x",
        f"spotify:user:x:track:{ID}",
        "https://[open.spotify.com/track/x",
        "spotify:track:",
        "spotify:",
    ],
)
def test_nothing_else_is_taken(text: str) -> None:
    for kind in ("track", "user"):
        with pytest.raises(InvalidIdError):
            segment(kind, text)


@pytest.mark.promise("references-are-exact")
@pytest.mark.parametrize(
    "text", ["spotify:user:..", "spotify:user:%2e%2e", "spotify:user:a%252Fb"]
)
def test_no_user_leaves_its_segment(text: str) -> None:
    with pytest.raises(InvalidIdError):
        segment("user", text)
    with pytest.raises(InvalidIdError):
        sent(operations.LIBRARY_SAVE, uris=[text])


@pytest.mark.promise("references-are-exact")
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://spotify.link/AbCdEf", "'short link'. Only following"),
        ("https://spotify.app.link/AbC?x=1", "'short link'. Only following"),
        ("spotify:local:A:B:C:1", "'local file'. A local file has no id"),
        ("spotify:local:::Some+title:1", "'local file'"),
        ("spotify:user:bob:collection", "'collection'. What a user has saved"),
        ("https://open.spotify.com/collection/tracks", "'collection'"),
        (f"https://open.spotify.com/prerelease/{ID}", "'prerelease'. The API knows"),
        (f"spotify:ad:{ID}", "'advertisement'"),
        (f"spotify:album:{ID}", "this names a 'album'"),
        (f"spotify:user:x:playlist:{ID}", "this names a 'playlist'"),
    ],
)
def test_refusals_say_what_it_is_and_what_to_do(text: str, why: str) -> None:
    with pytest.raises(InvalidIdError) as caught:
        segment("track", text)
    assert why in str(caught.value)


def test_uris_are_sent_in_their_own_form() -> None:
    link = f"https://open.spotify.com/intl-de/album/{ID}?si=x"
    texts = [link, f"spotify:user:a:playlist:{ID}", "spotify:user:espa%C3%B1a"]
    url = sent(operations.LIBRARY_SAVE, uris=texts)
    expected = f"spotify%3Aalbum%3A{ID},spotify%3Aplaylist%3A{ID}"
    assert url.strip().endswith(f"?uris={expected},spotify%3Auser%3Aespa%25C3%25B1a")
    body = sent(
        operations.PLAYER_PLAY,
        context_uri=f"https://open.spotify.com/playlist/{ID}?si=x",
        offset={"uri": f" https://open.spotify.com/track/{ID}"},
    )
    assert json.loads(body.split(" ", 1)[1]) == {
        "context_uri": f"spotify:playlist:{ID}",
        "offset": {"uri": f"spotify:track:{ID}"},
    }


def test_what_the_player_says_can_be_played_again() -> None:
    for uri in ("spotify:user:bob:collection", f"spotify:user:a:playlist:{ID}"):
        assert '"context_uri":"spotify:' in sent(
            operations.PLAYER_PLAY, context_uri=uri
        )


def test_uris_of_other_kinds_are_refused() -> None:
    for wrong in (
        {"context_uri": f"spotify:track:{ID}"},
        {"uris": [f"spotify:album:{ID}"]},
    ):
        with pytest.raises(InvalidIdError, match="this names a"):
            sent(operations.PLAYER_PLAY, **wrong)
    with pytest.raises(InvalidIdError, match="does not say of what"):
        sent(operations.PLAYER_PLAY, uris=[ID])


def references(value: Any) -> Iterator[tuple[str, str]]:
    """Give all references in a recording, each with the kind of what it names."""
    if isinstance(value, list):
        for each in value:
            yield from references(each)
    if not isinstance(value, dict):
        return
    kind = str(value["type"]).lower() if "type" in value else None
    links = value.get("external_urls")
    spotify = links.get("spotify") if isinstance(links, dict) else None
    texts = {each for each in (value.get("uri"), value.get("href"), spotify) if each}
    if kind == "collection" or str(value.get("uri", "")).startswith("spotify:local:"):
        yield str(kind), value["uri"]
    elif kind in TAKING:
        yield from ((kind, text) for text in texts)
    elif str(value.get("href", "")).startswith(CATEGORIES) and "icons" in value:
        yield "category", value["href"]
    for each in value.values():
        yield from references(each)


@cache
def recorded() -> tuple[tuple[str, str], ...]:
    found: set[tuple[str, str]] = set()
    for path in sorted((SHARED / "fixtures").rglob("*.json")):
        try:
            found |= set(references(json.loads(path.read_bytes())))
        except ValueError:
            continue
    return tuple(sorted(found))


@pytest.mark.promise("every-form-of-a-reference-is-taken")
@pytest.mark.slow
def test_every_recorded_reference_is_taken() -> None:
    if not recorded():
        pytest.skip("the recordings are not here (set SHARED_DIR to their folder)")
    refused: list[str] = []
    with Spotify(token()) as spotify:
        for kind, text in recorded():
            if text.endswith(("/", "/null", ":")):  # who recorded it took the id out
                continue
            operation, name = TAKING.get(kind, (operations.PLAYER_PLAY, "context_uri"))
            given: Any = text
            if text.startswith("spotify:local:"):
                operation, name = operations.PLAYER_PLAY, "uris"
                given = [text]
            try:
                spotify.explain(operation, **{name: given})
            except InvalidIdError as error:
                refused.append(f"{kind} {text}: {error}")
    assert refused == []
    assert len(recorded()) > 5000
