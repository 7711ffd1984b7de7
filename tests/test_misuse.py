"""Whatever is given to the public surface, a misuse is told and sends nothing."""

from __future__ import annotations

import asyncio
import inspect
import math
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

import spotify_web_api
from spotify_web_api import (
    PKCE,
    AsyncPager,
    AsyncSpotify,
    AuthorizationCode,
    ClientCredentials,
    FileTokenStore,
    HttpTransport,
    InvalidArgumentError,
    MemoryLimitStore,
    MemoryTokenStore,
    Pager,
    PartialDate,
    RecordingTransport,
    RefreshToken,
    Spotify,
    SpotifyError,
    TransportError,
    models,
    operations,
    to_dict,
)
from tests.support.canary import token

pytestmark = pytest.mark.slow


ID = "4iV5W9uYEdYUVa79Axb7Rh"
PLACE: dict[str, Any] = {"href": "", "limit": 1, "offset": 0, "total": 0}
ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)


class Transport:
    """Counts what is sent, and sends nothing."""

    sent = 0

    def send(self, request: object) -> Any:
        Transport.sent += 1
        raise TransportError("nothing is connected")

    async def asend(self, request: object) -> Any:
        self.send(request)

    def close(self) -> None: ...

    async def aclose(self) -> None: ...


class Incomparable:
    """Cannot be compared; nobody has a reason to."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("compared")


def values() -> Iterator[Any]:
    yield from (None, 0, -1, 1.5, math.nan, math.inf, True, 10**400, 1j)
    yield from ("", "x", "\ud800", "a\nb", b"x", ID, f"spotify:track:{ID}")
    yield from ([], [None], [1], ["x"], [[]], (1,), {}, {"a": 1}, {1: 2}, set[int]())
    yield from (object(), object, len, Incomparable(), iter(["x"]), range(3), ENDLESS)
    yield from (
        datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None),
        models.Image,
        Spotify,
    )


def used(found: Any) -> Any:
    """Use what a call returned, so that what it does late is done."""
    if isinstance(found, Pager):
        return found.first()
    if isinstance(found, AsyncPager):
        return used(found.first())
    if isinstance(found, Awaitable):

        async def awaited() -> Any:
            return await found

        return asyncio.run(awaited())
    return found


def misused(call: Callable[..., Any], *given: Any, **named: Any) -> None:
    """Make a call; an error has to be one that is promised, before anything is sent."""
    before = Transport.sent
    try:
        used(call(*given, **named))
    except TransportError:
        return  # it was no misuse: it got as far as sending
    except SpotifyError as error:
        assert Transport.sent == before
        assert len(str(error)) > 10
    except TypeError as error:
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        assert frame is not None
        assert frame.tb_frame.f_code.co_filename == __file__, error


CLIENTS = [Spotify, AsyncSpotify]


def client_of(kind: Any) -> Any:
    return kind(token(), transport=Transport(), max_attempts=1)


def made(kind: Any, auth: Any, options: dict[str, Any]) -> Any:
    """Make a client and call it."""
    usual = {"transport": Transport(), "max_attempts": 1}
    return kind(auth, **usual | options).albums.get(ID)


def viewed(client: Any, options: dict[str, Any]) -> Any:
    """Make a view and call it."""
    return client.with_options(**options).albums.get(ID)


@pytest.mark.promise("misuse-is-told")
@pytest.mark.parametrize("kind", CLIENTS)
def test_options(kind: Any) -> None:
    names = set(inspect.signature(kind).parameters) - {"auth"}
    views = set(inspect.signature(kind.with_options).parameters) - {"self"}
    for value in values():
        misused(made, kind, value, {})
        for name in names:
            if name != "transport" or value is not None:
                misused(made, kind, token(), {name: value})
        for name in views:
            misused(viewed, client_of(kind), {name: value})


@pytest.mark.promise("misuse-is-told")
@pytest.mark.parametrize("kind", CLIENTS)
def test_calls_of_the_client(kind: Any) -> None:
    client = client_of(kind)
    page = models.AlbumTrackPage(items=[], **PLACE)
    listing = client.albums.tracks(ID)
    for value in (*values(), "albums.get", listing, client, page):
        for method in (client.raw, client.explain, client.can, client.pages):
            misused(method, value)
        misused(client.request, value, "/x")
        misused(client.request, "GET", value)
        misused(client.request, "GET", "/x", params=value)
        misused(client.request, "GET", "/x", params={"a": value})
        misused(client.request, "GET", "/x", json=value)
        misused(listing.collect, value)
        for name in ("prefetch", "cursor"):
            misused(client.pages, page, **{name: value})
            misused(client.albums.tracks, ID, **{name: value})


FEW = (object(), "\ud800", [None], True, 10**400, b"x", {1: 2}, Incomparable(), ENDLESS)


def usual_value(parameter: Any) -> Any:
    if parameter.choices:
        value = parameter.choices[0]
    elif parameter.reference is not None and parameter.reference.as_uri:
        value = f"spotify:track:{ID}"
    else:
        kinds = {"integer": 1, "number": 1.0, "boolean": True, "object": {}}
        value = kinds.get(parameter.type, ID)
    if parameter.where == "body":
        return b"x"
    return [value] if parameter.many else value


@pytest.mark.promise("misuse-is-told")
@pytest.mark.parametrize("kind", CLIENTS)
def test_every_argument_of_every_call(kind: Any) -> None:
    client = client_of(kind)
    for operation in operations.all():
        usual = {each.name: usual_value(each) for each in operation.parameters}
        for name in operation.calls:
            method = attrgetter(name)(client)
            signature = inspect.signature(method).parameters
            needed = {n for n, p in signature.items() if p.default is p.empty}
            given = {each: usual[each] for each in needed}
            for argument in signature:
                for value in FEW if kind is Spotify else FEW[:5]:
                    misused(method, **{**given, argument: value})


@pytest.mark.promise("misuse-is-told")
@pytest.mark.parametrize("kind", CLIENTS)
def test_calls_written_by_hand(kind: Any) -> None:
    playlists = client_of(kind).playlists
    for value in values():
        misused(playlists.sync_to, value, [])
        misused(playlists.sync_to, ID, value)


METHODS = ("load", "save", "delete", "acquire", "release", "until", "extend")


@pytest.mark.promise("misuse-is-told")
def test_what_belongs_to_no_client(tmp_path: Path) -> None:
    stores = (MemoryTokenStore(), FileTokenStore(tmp_path), MemoryLimitStore())
    methods = [getattr(s, name) for s in stores for name in METHODS if hasattr(s, name)]
    for value in values():
        for call in (to_dict, operations.by_call, PartialDate.parse, PartialDate):
            misused(call, value)
        misused(PartialDate, 2000, value)
        for method in methods:
            misused(method, *[value] * len(inspect.signature(method).parameters))
        misused(FileTokenStore, value)
        misused(HttpTransport, proxy=value)
        misused(HttpTransport, max_connections=value)
        misused(RecordingTransport, Transport(), tmp_path, private=value)


CALLBACK = "http://127.0.0.1/c"
REDIRECT = {"redirect_uri": CALLBACK, "scopes": []}
GRANTS: tuple[tuple[Any, dict[str, Any]], ...] = (
    (ClientCredentials, {"client_id": "c", "client_secret": "s"}),
    (PKCE, {"client_id": "c", **REDIRECT}),
    (AuthorizationCode, {"client_id": "c", "client_secret": "s", **REDIRECT}),
    (RefreshToken, {"client_id": "c", "refresh_token": "r"}),
)


@pytest.mark.promise("misuse-is-told")
@pytest.mark.parametrize(("kind", "usual"), GRANTS)
def test_grants(kind: Any, usual: dict[str, Any]) -> None:
    for value in values():
        for name in inspect.signature(kind).parameters:
            misused(kind, **{**usual, name: value})
        if "scopes" in usual:
            grant = kind(**usual)
            misused(grant.authorization_request, redirect_uri=value)
            misused(grant.authorization_request, parameters=value)
            misused(grant.authorization_url, parameters={"a": value})
            misused(grant.exchange, value)
            if value is not None:
                misused(grant.exchange, f"{CALLBACK}?code=a&state=b", value)
                told(grant.login, paste=value)
                told(grant.login, browser=value)
                told(grant.login, timeout=value, paste=lambda _: "")


def told(call: Any, **given: Any) -> None:
    """See that a misuse is told before anything is done."""
    if any(map(callable, given.values())) and "timeout" not in given:
        return
    with pytest.raises(SpotifyError):
        call(**given)


@pytest.mark.promise("misuse-is-told")
def test_errors_say_what_was_expected() -> None:
    track = f"spotify:track:{ID}"
    with Spotify(token()) as spotify:
        found = models.SearchResult(tracks=models.SearchTrackPage(items=[], **PLACE))
        with pytest.raises(InvalidArgumentError, match="its pages are tracks"):
            spotify.pages(found)  # type: ignore[arg-type]
        with pytest.raises(InvalidArgumentError, match="a whole listing already"):
            spotify.pages(spotify.albums.tracks(ID))  # type: ignore[arg-type]
        with pytest.raises(InvalidArgumentError, match="by_call"):
            spotify.raw("albums.get")  # type: ignore[arg-type]
        with pytest.raises(InvalidArgumentError, match="Pager has no JSON form"):
            to_dict(spotify.albums.tracks(ID))
        with pytest.raises(InvalidArgumentError, match="did you mean 'position'"):
            spotify.player.play(offset={"positon": 3})  # type: ignore[arg-type]
        with pytest.raises(InvalidArgumentError, match="at most 1 may be given"):
            spotify.player.play(context_uri=f"spotify:album:{ID}", uris=[track])
        with pytest.raises(InvalidArgumentError, match="did you mean 'market'"):
            spotify.raw(operations.ALBUMS_GET, id=ID, markets="DE")
    assert issubclass(InvalidArgumentError, spotify_web_api.SpotifyError)
