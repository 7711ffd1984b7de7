"""What the token endpoint may answer, and what becomes of it."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from spotify_web_api import (
    PKCE,
    ClientCredentials,
    MemoryTokenStore,
    RetryScheduled,
    Spotify,
    TokenSet,
    errors,
    operations,
)
from spotify_web_api._runtime.calls.settings import Clock
from spotify_web_api._runtime.core.secret import Secret
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token
from tests.support.shared import shared_file
from tests.support.timing import LASTING, not_waiting

from .conftest import Me

PLAYED = {
    "200 without refresh_token on refresh",
    "200 with new refresh_token",
    "400 invalid_grant",
    "400 invalid_client",
    "5xx / timeout",
    "429 Retry-After",
    "200 HTML",
    "expires_in missing / string / negative / 0",
    "scope reduced",
    "token_type=mac",
}
"""The answers of the vectors, each played by a test below."""


def user(accounts: Accounts, store: Any = None, scope: str = "user-top-read") -> PKCE:
    """Return a grant whose user has consented, with no valid access token."""
    store = MemoryTokenStore() if store is None else store
    auth = PKCE(CLIENT_ID, base_url=accounts.base_url, store=store)
    tokens = TokenSet(
        access_token=Secret(token()),
        expires_at=0.0,
        lifetime=3600.0,
        refresh_token=Secret(accounts.consent(scope)),
        scopes=frozenset(scope.split()),
    )
    store.save(auth.key, tokens)
    return auth


def answer(status: int, content: object = b"", **headers: str) -> Any:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return (
        status,
        {name.replace("_", "-"): text for name, text in headers.items()},
        body,
    )


def test_every_answer_of_the_vectors_is_played_here() -> None:
    told = json.loads(shared_file("vectors/oauth.json").read_text())
    assert {each["resp"] for each in told["token_endpoint"]} == PLAYED


@pytest.mark.promise("tokens-are-stored-first")
def test_an_answer_without_a_refresh_token_keeps_the_old_one(
    accounts: Accounts, me: Me
) -> None:
    auth = user(accounts)
    before = auth.store.load(auth.key).refresh_token
    for override in ({}, {"refresh_token": ""}, {"refresh_token": None}):
        accounts.override = override
        accounts.expire()
        me(auth, accounts)
        assert auth.store.load(auth.key).refresh_token == before


@pytest.mark.promise("tokens-are-stored-first")
def test_new_tokens_are_stored_before_they_are_used(accounts: Accounts, me: Me) -> None:
    class Watching(MemoryTokenStore):
        def save(self, key: str, tokens: TokenSet) -> None:
            calls.append(list(accounts.calls))
            super().save(key, tokens)

    calls: list[list[str]] = []
    auth = user(accounts, Watching())
    assert me(auth, accounts)
    assert calls == [[], []]
    assert accounts.calls == ["GET /v1/me"]


@pytest.mark.promise("dead-grants-are-asked-once")
def test_a_dead_grant_is_asked_for_once(accounts: Accounts, me: Me) -> None:
    auth = user(accounts)
    for family in accounts.families.values():
        family.revoked = True
    for _ in range(3):
        with pytest.raises(errors.ReauthorizationRequiredError) as caught:
            me(auth, accounts)
        assert caught.value.error == "invalid_grant"
    assert accounts.grants() == ["refresh_token"]
    assert pickle.loads(pickle.dumps(caught.value)).error == "invalid_grant"
    assert auth.store.load(auth.key) is not None


@pytest.mark.promise("dead-grants-are-asked-once")
def test_what_somebody_else_stored_meanwhile_is_used(
    accounts: Accounts, me: Me
) -> None:
    class Racing(MemoryTokenStore):
        """A store in which another program, which takes no lock, is faster."""

        loads = 0

        def load(self, key: str) -> TokenSet | None:
            self.loads += 1
            if self.loads == 2:
                tokens = super().load(key)
                assert tokens is not None
                fresh = Secret(accounts.consent("user-top-read"))
                self.save(key, replace(tokens, refresh_token=fresh))
            return super().load(key)

    auth = user(accounts, Racing())
    for family in accounts.families.values():
        family.revoked = True
    assert me(auth, accounts) == "granted: user-top-read"
    assert accounts.grants() == ["refresh_token"] * 2


@pytest.mark.parametrize("status", [400, 401])
def test_a_wrong_secret_is_a_matter_of_configuration(
    accounts: Accounts, me: Me, status: int
) -> None:
    refusal = {"error": "invalid_client", "error_description": "Invalid client secret"}
    accounts.answers = [answer(status, refusal)]
    auth = ClientCredentials(CLIENT_ID, token(), base_url=accounts.base_url)
    with pytest.raises(errors.ConfigurationError, match="check client id and"):
        me(auth, accounts)
    with pytest.raises(errors.ConfigurationError, match="Invalid client secret"):
        me(auth, accounts)


def test_a_failing_server_is_asked_again_and_nothing_is_lost(
    accounts: Accounts, me: Me
) -> None:
    auth, seen = user(accounts), []
    accounts.answers = [answer(503), answer(502, b"<html>Bad Gateway</html>")]
    assert me(auth, accounts, on_event=seen.append) is not None
    retried = [event for event in seen if isinstance(event, RetryScheduled)]
    assert [event.status for event in retried] == [503, 502]


@pytest.mark.promise("dead-grants-are-asked-once")
def test_a_server_that_keeps_failing_is_told_apart(accounts: Accounts, me: Me) -> None:
    auth = user(accounts)
    accounts.answers = [answer(500)] * 2
    with pytest.raises(errors.AuthServerError, match=r"500.*untouched"):
        me(auth, accounts, max_attempts=2)
    assert me(auth, accounts) is not None


@pytest.mark.promise("dead-grants-are-asked-once")
def test_a_token_that_is_still_good_bridges_a_failure(
    accounts: Accounts, me: Me
) -> None:
    auth = user(accounts)
    accounts.override = {"expires_in": 600}
    me(auth, accounts)
    tokens = auth.store.load(auth.key)
    left = datetime.now(UTC).timestamp() + 30
    auth.store.save(auth.key, replace(tokens, expires_at=left))
    again = PKCE(CLIENT_ID, base_url=accounts.base_url, store=auth.store)
    accounts.answers = [answer(500)]
    assert me(again, accounts, max_attempts=1) is not None
    assert me(again, accounts) is not None
    assert accounts.grants() == ["refresh_token"] * 3


@pytest.mark.promise("token-requests-share-the-time")
def test_a_code_is_not_sent_twice(accounts: Accounts) -> None:
    auth = PKCE(CLIENT_ID, "http://127.0.0.1/callback", base_url=accounts.base_url)
    callback = accounts.follow(auth.authorization_url())
    accounts.answers = [answer(503)]
    with pytest.raises(errors.AuthServerError):
        auth.exchange(callback)
    assert len(accounts.requests) == 1


def test_a_limited_server_says_when(accounts: Accounts, me: Me) -> None:
    auth = user(accounts)
    accounts.answers = [answer(429, Retry_After="80000")]
    with pytest.raises(errors.RateLimitedError) as caught:
        me(auth, accounts)
    assert caught.value.retry_after == 80000
    accounts.answers = [answer(429, Retry_After="1")]
    assert me(auth, accounts) is not None


@pytest.mark.promise("token-answers-never-surprise")
@pytest.mark.parametrize(
    "content",
    [
        b"<html>Log in to the network of this hotel</html>",
        b"",
        b"[]",
        b'{"token_type": "Bearer"}',
        b'{"access_token": "", "token_type": "Bearer"}',
        b'{"access_token": "a b", "token_type": "Bearer"}',
        b'{"access_token": "a\\nb", "token_type": "Bearer"}',
        b'{"access_token": 7, "token_type": "Bearer"}',
        b'{"access_token": "a", "token_type": "mac"}',
        b'{"access_token": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_answers_that_make_no_sense_are_the_servers_fault(
    accounts: Accounts, me: Me, content: bytes
) -> None:
    auth = user(accounts)
    accounts.answers = [answer(200, content)]
    with pytest.raises(errors.AuthServerError, match="makes no sense"):
        me(auth, accounts)
    assert me(auth, accounts) is not None


@pytest.mark.promise("token-answers-never-surprise")
@pytest.mark.parametrize(
    ("lifetime", "requests"),
    [
        (None, 1),
        ("3600", 1),
        (3600.5, 1),
        (10**400, 1),
        ("soon", 1),
        ([], 1),
        (True, 1),
        (0, 3),
        ("0", 3),
        (-5, 3),
    ],
)
def test_any_lifetime_is_understood(
    accounts: Accounts, me: Me, lifetime: object, requests: int
) -> None:
    auth = user(accounts)
    accounts.override = {"expires_in": lifetime}
    for _ in range(3):
        assert me(auth, accounts) is not None
    assert len(accounts.requests) == requests


def test_fewer_scopes_than_before_are_those_that_count(
    accounts: Accounts,
) -> None:
    auth = user(accounts, scope="user-top-read user-follow-read")
    accounts.override = {"scope": "user-top-read"}
    with Spotify(auth, base_url=accounts.api) as spotify:
        assert spotify.can(operations.USERS_FOLLOWED_ARTISTS)
        spotify.users.me()
        assert not spotify.can(operations.USERS_FOLLOWED_ARTISTS)
        accounts.override, accounts.tokens = {"scope": None}, {}
        spotify.users.me()
        assert not spotify.can(operations.USERS_FOLLOWED_ARTISTS)
        assert spotify.can(operations.USERS_TOP_ITEMS)


def test_other_refusals_keep_their_code(accounts: Accounts, me: Me) -> None:
    auth = user(accounts)
    refusal = {
        "error": "unauthorized_client",
        "error_description": "No\u2028such\nthing",
    }
    accounts.answers = [answer(400, refusal)]
    with pytest.raises(errors.AuthError) as caught:
        me(auth, accounts)
    assert caught.value.error == "unauthorized_client"
    assert caught.value.error_description == "No such thing"
    assert "token.request POST /api/token" in str(caught.value)


def test_a_secret_the_server_repeats_is_not_repeated_by_us(
    accounts: Accounts, me: Me
) -> None:
    auth = user(accounts)
    refresh = auth.store.load(auth.key).refresh_token.reveal()
    refusal = {"error": "invalid_request", "error_description": f"bad: {refresh}"}
    accounts.answers = [answer(400, refusal)]
    with pytest.raises(errors.AuthError, match="bad: …"):
        me(auth, accounts)


@pytest.mark.promise("token-requests-share-the-time")
def test_the_token_request_shares_the_time_of_the_call(accounts: Accounts) -> None:
    auth = user(accounts)
    accounts.answers = [answer(429, Retry_After=str(int(LASTING)))]
    with (
        not_waiting(),
        Spotify(auth, base_url=accounts.api, timeout=LASTING - 1) as spotify,
        pytest.raises(errors.RateLimitedError),
    ):
        spotify.users.me()


class Clocks:
    """A clock for the calendar and one for durations, both set by hand."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
        self.running = 1000.0
        self.clock = Clock(lambda: self.running, lambda: self.wall)

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.running += seconds


def held(after: float = 0.0, jump: float = 0.0, *, resumed: bool = False) -> bool:
    """Say whether tokens of an hour still hold after time and a jump of the clock."""
    clocks, auth = Clocks(), PKCE(CLIENT_ID)
    end = clocks.wall.timestamp() + 3600
    tokens = TokenSet(access_token=Secret("a"), expires_at=end, lifetime=3600.0)
    if resumed:
        clocks.wall += timedelta(seconds=jump)
        auth.hold(tokens, clocks.clock)
    else:
        auth.hold(tokens, clocks.clock)
        clocks.wall += timedelta(seconds=jump)
    clocks.pass_by(after)
    return auth.held(clocks.clock) is not None


@pytest.mark.promise("clock-jumps-lose-no-token")
def test_tokens_survive_jumps_of_the_clock() -> None:
    assert held(after=3500)
    assert not held(after=3550)
    assert not held(after=3601, jump=-86_400)
    assert held(after=3500, jump=-86_400)
    assert not held(jump=86_400)
    assert not held(after=3601, jump=-86_400, resumed=True)
    assert held(after=3500, jump=-86_400, resumed=True)
    assert not held(jump=3601, resumed=True)
