"""Ways in which calls fail, each with a transport that makes it so."""

from __future__ import annotations

import inspect
from typing import Any

from spotify_web_api import ClientCredentials, RefreshToken, errors, models, operations
from spotify_web_api._runtime.core.headers import Headers
from spotify_web_api._runtime.http.messages import Request, Response
from spotify_web_api._runtime.models.page import Page
from spotify_web_api.errors import SpotifyError
from tests.support.canary import token
from tests.support.clients import Call

ID = "4aawyAB9vmqN3uQ7FjRGTy"
URI = f"spotify:track:{ID}"
HREF = f"https://api.spotify.com/v1/albums/{ID}/tracks"
CALLS: dict[str, Call] = {
    "albums.get": lambda client: client.albums.get(ID),
    "albums.are_saved": lambda client: client.albums.are_saved([ID]),
    "albums.save": lambda client: client.albums.save([ID]),
    "albums.tracks": lambda client: client.albums.tracks(ID),
    "users.top_tracks": lambda client: client.users.top_tracks(),
    "playlists.replace_items": lambda client: client.playlists.replace_items(
        ID, uris=[URI]
    ),
    "playlists.sync_to": lambda client: client.playlists.sync_to(ID, [URI]),
    "GET /v1/unheard-of": lambda client: client.request("GET", "/unheard-of"),
    "users.top_items": lambda client: client.raw(
        operations.USERS_TOP_ITEMS, type="tracks"
    ),
}


class Script:
    """A transport that answers in turn; the last answer is repeated."""

    def __init__(self, *answers: Response | SpotifyError) -> None:
        self._answers = list(answers)

    def send(self, request: Request) -> Response:
        answers = self._answers
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, SpotifyError):
            raise answer
        return answer

    async def asend(self, request: Request) -> Response:
        return self.send(request)

    def close(self) -> None:
        pass

    async def aclose(self) -> None:
        pass


def answer(body: str, status: int = 200, **headers: str) -> Response:
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return Response(status=status, headers=Headers(pairs), body=body.encode())


def page(following: str) -> models.AlbumTrackPage:
    place: dict[str, Any] = {"href": "", "limit": 1, "offset": 0, "total": 1}
    return models.AlbumTrackPage(items=[], next=following, **place)


def read_later(client: Any) -> Any:
    response = client.raw(operations.ALBUMS_GET, id=ID)
    if not inspect.isawaitable(response):
        return response.decode()

    async def awaited() -> Any:
        return (await response).decode()

    return awaited()


WAYS: dict[str, tuple[str, Call, Script, dict[str, Any], type[SpotifyError]]] = {
    "an argument": (
        "users.top_tracks",
        lambda client: client.users.top_tracks(limit=99),
        Script(answer("{}")),
        {},
        errors.InvalidArgumentError,
    ),
    "an argument of many": (
        "albums.save",
        lambda client: client.albums.save(ID),
        Script(answer("{}")),
        {},
        errors.InvalidIdError,
    ),
    "a cursor": (
        "users.top_tracks",
        lambda client: client.users.top_tracks(cursor="x"),
        Script(answer("{}")),
        {},
        errors.InvalidArgumentError,
    ),
    "an unknown argument": (
        "albums.get",
        lambda client: client.explain(operations.ALBUMS_GET, nonsense=1),
        Script(answer("{}")),
        {},
        errors.InvalidArgumentError,
    ),
    "a verb": (
        "request",
        lambda client: client.request("G T", "/albums"),
        Script(answer("{}")),
        {},
        errors.InvalidArgumentError,
    ),
    "an argument of a call written by hand": (
        "playlists.sync_to",
        lambda client: client.playlists.sync_to("..", []),
        Script(answer("{}")),
        {},
        errors.InvalidIdError,
    ),
    "a call the mode lacks": (
        "playlists.replace_tracks",
        lambda client: client.playlists.replace_tracks(ID, uris=[URI]),
        Script(answer("{}")),
        {"quota_mode": "development"},
        errors.EndpointUnavailableError,
    ),
    "a call that another answers": (
        "playlists.replace_tracks",
        lambda client: client.playlists.replace_tracks(ID, uris=[URI]),
        Script(answer("", 404)),
        {"quota_mode": "development", "on_unavailable": "route"},
        errors.NotFoundError,
    ),
    "a status": (
        "users.top_tracks",
        CALLS["users.top_tracks"],
        Script(answer('{"error": {"message": "gone"}}', 404)),
        {},
        errors.NotFoundError,
    ),
    "a wait": (
        "users.top_tracks",
        CALLS["users.top_tracks"],
        Script(answer("", 429, retry_after="80000")),
        {},
        errors.RateLimitedError,
    ),
    "an answer already known": (
        "albums.get",
        lambda client: client.with_options(if_none_match='"x"').albums.get(ID),
        Script(answer("", 304)),
        {},
        errors.NotModifiedError,
    ),
    "no time": (
        "albums.get",
        CALLS["albums.get"],
        Script(errors.DeadlineExceededError("late")),
        {},
        errors.DeadlineExceededError,
    ),
    "redirections": (
        "albums.get",
        CALLS["albums.get"],
        Script(answer("", 302, location="/v1/x")),
        {},
        errors.ProtocolError,
    ),
    "a redirection elsewhere": (
        "albums.get",
        CALLS["albums.get"],
        Script(answer("", 302, location="https://evil.example/")),
        {},
        errors.UnsafeUrlError,
    ),
    "nonsense": (
        "users.top_tracks",
        CALLS["users.top_tracks"],
        Script(answer("nonsense")),
        {},
        errors.DecodeError,
    ),
    "nonsense, read later": (
        "albums.get",
        read_later,
        Script(answer("nonsense")),
        {},
        errors.DecodeError,
    ),
    "too few answers": (
        "albums.are_saved",
        lambda client: client.albums.are_saved([ID]),
        Script(answer("[]")),
        {},
        errors.DecodeError,
    ),
    "pages without end": (
        "albums.tracks",
        CALLS["albums.tracks"],
        Script(answer(f'{{"items": [], "next": "{HREF}"}}')),
        {},
        errors.PaginationLoopError,
    ),
    "a page elsewhere": (
        "users.top_tracks",
        CALLS["users.top_tracks"],
        Script(answer('{"items": [], "next": "https://evil.example/"}')),
        {},
        errors.UnsafeUrlError,
    ),
    "a page fetched ahead": (
        "albums.tracks",
        lambda client: client.albums.tracks(ID, prefetch=3),
        Script(
            answer(
                f'{{"items": [], "next": "{HREF}?offset=1", "limit": 1, "total": 3,'
                ' "offset": 0}'
            ),
            answer("", 404),
        ),
        {},
        errors.NotFoundError,
    ),
    "a page that goes on": (
        "albums.tracks",
        lambda client: client.pages(page(f"{HREF}?offset=1")),
        Script(answer("", 404)),
        {},
        errors.NotFoundError,
    ),
    "a page of nothing": (
        "pages",
        lambda client: client.pages(Page(items=[])),
        Script(answer("", 404)),
        {},
        errors.InvalidArgumentError,
    ),
    "half a batch": (
        "albums.save",
        lambda client: client.albums.save([ID] * 99),
        Script(answer(""), answer("", 404)),
        {},
        errors.BatchError,
    ),
    "a dead grant": (
        "albums.get",
        CALLS["albums.get"],
        Script(answer('{"error": "invalid_grant"}', 400)),
        {"auth": lambda: RefreshToken(token(), client_id="x", client_secret=token())},
        errors.ReauthorizationRequiredError,
    ),
    "an unknown application": (
        "playlists.sync_to",
        CALLS["playlists.sync_to"],
        Script(answer('{"error": "invalid_client"}', 400)),
        {"auth": lambda: ClientCredentials("x", token())},
        errors.ConfigurationError,
    ),
    "accounts that fail": (
        "albums.tracks",
        CALLS["albums.tracks"],
        Script(answer("", 500)),
        {"auth": lambda: ClientCredentials("x", token())},
        errors.AuthServerError,
    ),
    "accounts out of reach": (
        "albums.get",
        CALLS["albums.get"],
        Script(errors.ConnectFailedError("no")),
        {"auth": lambda: ClientCredentials("x", token())},
        errors.ConnectFailedError,
    ),
    "a scope": (
        "albums.saved",
        lambda client: client.albums.saved(),
        Script(
            answer(
                '{"access_token": "x", "token_type": "Bearer", "expires_in": 3600,'
                ' "scope": "user-top-read"}'
            )
        ),
        {"auth": lambda: RefreshToken(token(), client_id="x", client_secret=token())},
        errors.MissingScopeError,
    ),
}
