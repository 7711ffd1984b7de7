"""Nobody is ever served what another user was answered."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from spotify_web_api import AccessToken, Cache, MemoryTokenStore, Spotify, TokenSet
from spotify_web_api._runtime.core.headers import Headers
from spotify_web_api._runtime.core.secret import Secret
from spotify_web_api._runtime.http.messages import Request, Response
from spotify_web_api.auth import AuthorizationCode, ClientCredentials
from spotify_web_api.errors import ConnectFailedError
from tests.caching.conftest import ID

FRESH = ("cache-control", "public, max-age=3600")


def get(spotify: Any, **arguments: Any) -> Any:
    return spotify.albums.get(ID, **arguments)


class Mirror:
    """An API that says who asked for what, and counts."""

    def __init__(self, *headers: tuple[str, str], tag: str | None = None) -> None:
        self.headers = headers
        self.tag = tag
        self.requests: list[Request] = []
        self.users: dict[str, str] = {}
        self.before = lambda: None

    def send(self, request: Request) -> Response:
        self.before()
        self.requests.append(request)
        headers = dict(request.headers)
        token = headers["Authorization"].removeprefix("Bearer ")
        if self.tag is not None and headers.get("If-None-Match") == self.tag:
            return Response(status=304, headers=Headers([("etag", self.tag)]))
        who = self.users.get(token, token)
        body = json.dumps({"id": ID, "name": f"{who} {request.url}"}).encode()
        pairs = [("content-type", "application/json"), *self.headers]
        if self.tag is not None:
            pairs.append(("etag", self.tag))
        return Response(status=200, headers=Headers(pairs), body=body)

    def close(self) -> None:
        pass


def tokens(name: str, refresh: str | None = None) -> TokenSet:
    return TokenSet(
        access_token=Secret(name),
        refresh_token=None if refresh is None else Secret(refresh),
    )


class Store(MemoryTokenStore):
    """A store whose content another process may change."""

    content: TokenSet | None = None

    def load(self, key: str) -> TokenSet | None:
        return self.content

    def save(self, key: str, tokens: TokenSet) -> None:
        self.content = tokens


def grant(kind: Any = AuthorizationCode, client_id: str = "c" * 32) -> Any:
    return kind(client_id, "s" * 32, store=Store())


@pytest.mark.promise("answers-stay-with-their-user")
@pytest.mark.parametrize("tag", [None, '"same"'])
@pytest.mark.parametrize("headers", [(FRESH,), (("cache-control", "max-age=0"),)])
def test_two_tokens_are_two_users(headers, tag):
    cache, mirror = Cache(), Mirror(*headers, tag=tag)
    for _ in range(2):
        for name in ("alice", "bob"):
            spotify = Spotify(name, cache=cache, transport=mirror)
            assert get(spotify).name.startswith(name)


def test_a_function_that_returns_another_token_is_another_user():
    now = ["alice"]
    mirror = Mirror(FRESH, tag='"same"')
    spotify = Spotify(AccessToken(lambda: now[0]), cache=Cache(), transport=mirror)
    assert get(spotify).name.startswith("alice")
    now[0] = "bob"
    assert get(spotify).name.startswith("bob")
    now[0] = "alice"
    assert get(spotify).name.startswith("alice")
    assert len(mirror.requests) == 2


@pytest.mark.promise("answers-stay-with-their-user")
@pytest.mark.parametrize("headers", [(FRESH,), ()])
def test_a_token_that_changes_between_the_look_and_the_request(headers):
    answers = iter(["alice", "alice", "alice", "bob", "bob", "bob", "bob"])
    mirror = Mirror(*headers, tag='"same"')
    spotify = Spotify(
        AccessToken(lambda: next(answers)), cache=Cache(), transport=mirror
    ).with_options(cache=None)
    assert get(spotify).name.startswith("alice")
    if headers:
        assert get(spotify).name.startswith("alice")  # a hit
    else:
        # looked up as alice, asked as bob with her tag, and answered 304
        assert get(spotify).name.startswith("bob")
        assert get(spotify).name.startswith("bob")


@pytest.mark.promise("answers-stay-with-their-user")
def test_nobody_gets_what_somebody_else_was_answered_because_the_server_fails():
    answers = iter(["alice", "alice", "alice", "bob"])
    mirror = Mirror()
    mirror.tag = '"same"'
    spotify = Spotify(
        AccessToken(lambda: next(answers)),
        cache=Cache(stale_if_error=60),
        transport=mirror,
        max_attempts=1,
    )
    get(spotify)

    def fail() -> None:
        raise ConnectFailedError("no")

    mirror.before = fail
    with pytest.raises(ConnectFailedError):
        get(spotify)  # looked up as alice, asked as bob


@pytest.mark.promise("answers-stay-with-their-user")
def test_a_login_as_somebody_else_leaves_all_behind():
    auth, mirror = grant(), Mirror(FRESH, tag='"same"')
    auth.store.content = tokens("alice", "r1")
    spotify = Spotify(auth, cache=Cache(), transport=mirror)
    assert get(spotify).name.startswith("alice")
    auth._held = None
    auth.store.content = tokens("bob", "r2")
    assert get(spotify).name.startswith("bob")
    auth._held = None
    auth.store.content = None
    with pytest.raises(Exception, match=r"login|consent|authoriz"):
        get(spotify)


@pytest.mark.promise("answers-stay-with-their-user")
def test_a_refreshed_token_keeps_what_was_kept():
    auth, mirror = grant(), Mirror(FRESH)
    first = tokens("t1", "r1")
    auth.store.content = first
    spotify = Spotify(auth, cache=Cache(), transport=mirror)
    get(spotify)
    rotated = tokens("t2", "r2").succeeding(first)
    auth._held = None
    auth.store.content = TokenSet.from_dict(rotated.to_dict())
    get(spotify)
    assert len(mirror.requests) == 1


@pytest.mark.promise("answers-stay-with-their-user")
def test_the_store_is_changed_between_the_look_and_the_request():
    auth, mirror = grant(), Mirror(tag='"same"')
    auth.store.content = tokens("alice", "r1")
    spotify = Spotify(auth, cache=Cache(), transport=mirror)
    assert get(spotify).name.startswith("alice")
    # Her token is over; another process has stored the tokens of somebody else.
    held, _ = auth._held
    auth._held = (held, -math.inf)
    auth.store.content = tokens("bob", "r2")
    assert get(spotify).name.startswith("bob")
    assert get(spotify).name.startswith("bob")


def test_a_hit_needs_no_valid_token():
    auth, mirror = grant(), Mirror(FRESH)
    auth.store.content = tokens("alice", "r1")
    spotify = Spotify(auth, cache=Cache(), transport=mirror)
    get(spotify)
    held, _ = auth._held
    auth._held = (replace(held, expires_at=1.0), -math.inf)
    assert get(spotify).name.startswith("alice")
    assert len(mirror.requests) == 1


@pytest.mark.promise("answers-stay-with-their-user")
def test_applications_apis_and_flows_are_apart():
    cache = Cache()
    seen = []
    for base in ("https://one.test", "https://two.test"):
        for client_id in ("c" * 32, "d" * 32):
            for kind in (AuthorizationCode, ClientCredentials):
                auth, mirror = grant(kind, client_id), Mirror(FRESH)
                refresh = "r" if kind is AuthorizationCode else None
                auth.store.content = tokens("same", refresh)
                get(Spotify(auth, cache=cache, transport=mirror, base_url=base))
                seen.append(len(mirror.requests))
    assert seen == [1] * 8


def test_nothing_a_cache_shows_tells_whose_it_is():
    cache, mirror = Cache(), Mirror(FRESH)
    get(Spotify("very-secret", cache=cache, transport=mirror))
    for text in (repr(cache), repr(cache.stats), repr(vars(cache)["_entries"])):
        assert "very-secret" not in text


USERS, MARKETS = ("alice", "bob"), ("SE", "US")


class Crossing(RuleBasedStateMachine):
    """Two users, two markets and two clients each share one cache."""

    @initialize(fresh=st.booleans(), tag=st.sampled_from([None, '"same"']))
    def begin(self, *, fresh: bool, tag: str | None) -> None:
        self.cache = Cache(max_entries=3, stale_if_error=60)
        self.mirror = Mirror(*([FRESH] if fresh else []), tag=tag)
        self.number = 0
        self.auths: dict[str, Any] = {}
        self.clients: dict[tuple[str, int], Spotify] = {}
        for user in USERS:
            self.auths[user] = auth = grant()
            auth.store.content = self.new(user)
            for which in range(2):
                self.clients[user, which] = Spotify(
                    auth, cache=self.cache, transport=self.mirror
                )

    def new(self, user: str) -> TokenSet:
        self.number += 1
        name = f"t{self.number}"
        self.mirror.users[name] = user
        return tokens(name, f"r{self.number}")

    @rule(
        user=st.sampled_from(USERS),
        which=st.integers(0, 1),
        market=st.sampled_from(MARKETS),
        mode=st.sampled_from([None, "reload", "off"]),
    )
    def read(self, user: str, which: int, market: str, mode: Any) -> None:
        spotify = self.clients[user, which].with_options(cache=mode)
        name = get(spotify, market=market).name
        assert name.startswith(user)
        assert name.endswith(f"market={market}")

    @rule(user=st.sampled_from(USERS), refreshed=st.booleans())
    def change_token(self, *, user: str, refreshed: bool) -> None:
        auth = self.auths[user]
        tokens = self.new(user)
        if refreshed:
            tokens = tokens.succeeding(auth.store.content)
        auth._held, auth.store.content = None, tokens

    @rule()
    def swap_users(self) -> None:
        """Each logs in with the grant of the other."""
        one, two = USERS
        for user in USERS:
            self.auths[user]._held = None
            self.auths[user].store.content = self.new(two if user == one else one)
        self.auths = {one: self.auths[two], two: self.auths[one]}
        for which in range(2):
            first, second = self.clients[one, which], self.clients[two, which]
            self.clients[one, which], self.clients[two, which] = second, first

    @rule(user=st.sampled_from(USERS))
    def write(self, user: str) -> None:
        self.clients[user, 0].request("PUT", "/me/x")

    @rule()
    def clear(self) -> None:
        self.cache.clear()


Crossing.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None
)
TestCrossing = Crossing.TestCase
