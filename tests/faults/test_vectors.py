"""The vectors of paths, next pages and JSON, through the whole emitted client."""

from __future__ import annotations

import inspect
import json
import urllib.parse
from typing import Any

import pytest

from spotify_web_api import errors, models, operations
from tests.faults.conftest import Calling
from tests.support.raw_server import RawServer, http
from tests.support.shared import shared_file

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"
DECLARED = "https://api.spotify.com/v1"


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(shared_file(f"vectors/{name}").read_text())
    assert len(found) > 10
    return found


def ended(calling: Calling, call: Any, base_url: str, **options: Any) -> Any:
    """Return what a call gives, or the error it raises."""
    try:
        return calling(call, base_url, **options)
    except errors.SpotifyError as error:
        return error


@pytest.mark.promise("arguments-stay-in-their-segment")
def test_no_playlist_id_leaves_its_segment(server: RawServer, calling: Calling):
    server.answer(http())
    for case in cases("path_ids.json"):
        server.requests.clear()
        value, allowed = case["v"], case["for"] == "playlist" or "note" not in case
        got = ended(
            calling, lambda api, value=value: api.playlists.unfollow(value), server.url
        )
        if isinstance(got, errors.InvalidIdError | errors.InvalidArgumentError):
            assert server.requests == [], value
        else:
            assert allowed, value
            target = server.requests[0].split()[1].decode()
            assert target.count("/") == 3, value
            assert target.endswith("/followers"), value


@pytest.mark.promise("arguments-stay-in-their-segment")
def test_no_user_id_leaves_its_segment(server: RawServer, calling: Calling):
    server.answer(http(b'{"id": "x"}'))
    for case in cases("path_ids.json"):
        if case["for"] not in {"any", "user"}:
            continue
        server.requests.clear()
        value, expected = case["v"], case["expect"]
        got = ended(calling, lambda api, value=value: api.users.get(value), server.url)
        if expected == "reject":
            assert isinstance(got, errors.InvalidArgumentError), value
            assert server.requests == [], value
            continue
        segments = server.requests[0].split()[1].decode().split("/")
        assert segments[:2] == ["", "users"], value
        assert len(segments) == 3, value
        assert urllib.parse.unquote(segments[2]) == value
        if "%" in expected and " " not in expected:
            assert segments[2] == expected


@pytest.mark.promise("arguments-stay-in-their-segment")
@pytest.mark.parametrize("value", ["..", ".", "", "../me", "%2e%2e"])
def test_unfollowing_dots_sends_nothing(
    server: RawServer, calling: Calling, value: str
):
    server.answer(http())
    got = ended(calling, lambda api: api.playlists.unfollow(value), server.url)
    assert isinstance(got, errors.InvalidArgumentError)
    assert server.connections == 0


def page(following: str | None) -> bytes:
    return http(json.dumps({"items": [], "next": following}).encode())


def collect(api: Any) -> Any:
    """Read all pages of a listing, in either client."""
    return api.albums.tracks(ALBUM).collect()


@pytest.mark.promise("next-pages-stay-on-the-server")
def test_next_pages_stay_on_the_server(server: RawServer, calling: Calling):
    for case in cases("next_urls.json"):
        if "gateway" in case["base"] or case["expect"] == "PaginationLoopError":
            continue  # another base URL, and a page that is the next test's
        server.requests.clear()
        following = case["next"]
        server.answer(page(following), page(None))
        got = ended(calling, collect, server.url + "/v1")
        refused = isinstance(got, errors.UnsafeUrlError)
        assert refused == case["expect"].startswith("UnsafeUrlError"), case
        followed = case["expect"].startswith(("follow", "re-based"))
        assert len(server.requests) == 1 + followed, case
        assert not refused or "albums.tracks" in str(got), case
        assert all(b"Bearer" in head for head in server.requests)


@pytest.mark.promise("loops-end")
def test_a_next_page_that_is_itself_ends(server: RawServer, calling: Calling):
    server.answer(page(f"{DECLARED}/albums/{ALBUM}/tracks"))
    got = ended(calling, collect, server.url + "/v1")
    assert isinstance(got, errors.PaginationLoopError)
    assert len(server.requests) <= 2


def bodies() -> dict[str, tuple[bytes, str]]:
    """Give those vectors that are a body, with what is expected of them."""
    made = {"deep": b"[" * 100_000, "bigint": b"9" * 5000}
    return {
        case["name"]: (
            made.get(case["name"], case["body"].encode()),
            case["expect"],
        )
        for case in cases("json_bodies.json")
        if case["name"] not in {"gzip_bomb", "drip", "html502"}
    }


def strictly(api: Any) -> Any:
    return api.with_options(strict=True).albums.get(ALBUM)


@pytest.mark.promise("no-json-surprises")
def test_no_json_makes_a_typed_call_raise_anything_else(
    server: RawServer, calling: Calling
):
    for name, (body, expected) in bodies().items():
        server.answer(http(body))
        got = ended(calling, lambda api: api.albums.get(ALBUM), server.url)
        if name in {"dupkeys", "bom"}:  # an object, which none of the album fits
            assert isinstance(got, models.Album), name
            assert got.id is None, name
            got = ended(calling, strictly, server.url)
        assert isinstance(got, errors.DecodeError), name
        assert str(got).encode(), name
        assert "albums.get" in str(got), name
        nothing = ended(calling, lambda api: api.player.pause(), server.url)
        assert nothing is None, name
        assert expected, name


@pytest.mark.promise("no-json-surprises")
def test_json_without_a_model_is_read_as_the_vectors_say(
    server: RawServer, calling: Calling
):
    def free(api: Any) -> Any:
        """Decode what a request for a path nobody knows gives."""
        response = api.request("GET", "/new")

        async def awaited() -> Any:
            return (await response).decode()

        return awaited() if inspect.isawaitable(response) else response.decode()

    wanted = {"dupkeys": {"id": 2}, "bom": {}, "surrogate": "\ufffd"}
    for name, (body, expected) in bodies().items():
        server.answer(http(body))
        got = ended(calling, free, server.url)
        if name in wanted:
            assert got == wanted[name], name
        else:
            assert isinstance(got, errors.DecodeError), (name, expected, got)


@pytest.mark.promise("cut-bodies-are-errors")
def test_a_cut_body_without_a_length_is_a_broken_connection(
    server: RawServer, calling: Calling
):
    def script(connection: Any) -> None:
        server.read_request(connection)
        connection.sendall(http(b'{"a":[1,2', "Connection: close", length=None))

    server.script = script
    got = ended(calling, lambda api: api.albums.get(ALBUM), server.url)
    assert isinstance(got, errors.ProtocolError)
    assert "cut off" in str(got)
    assert len(server.requests) == 4, "a read is repeated"
    got = ended(calling, lambda api: api.playlists.create(name="x"), server.url)
    assert isinstance(got, errors.ProtocolError)
    assert len(server.requests) == 5, "a write is not"


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"<html>", errors.DecodeError), (b'{"a": "\\ud800"}', models.Album)],
)
def test_a_whole_body_without_a_length_is_not_called_cut(
    server: RawServer, calling: Calling, body: bytes, kind: type
):
    def script(connection: Any) -> None:
        server.read_request(connection)
        connection.sendall(http(body, length=None))

    server.script = script
    got = ended(calling, lambda api: api.albums.get(ALBUM), server.url)
    assert isinstance(got, kind)
    assert len(server.requests) == 1
    free = ended(calling, lambda api: api.request("GET", "/x"), server.url)
    assert free.body == body


def test_the_calls_of_this_file_exist():
    names = {call for each in operations.all() for call in each.calls}
    assert {"playlists.unfollow", "albums.tracks", "albums.get", "player.pause"} < names
