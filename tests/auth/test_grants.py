"""Every grant leads to valid tokens, and keeps them valid."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest

from spotify_web_api import (
    PKCE,
    AccessToken,
    AsyncSpotify,
    AuthorizationCode,
    ClientCredentials,
    ImplicitGrant,
    MemoryTokenStore,
    RefreshToken,
    Spotify,
    TokenRefreshed,
    TokenSet,
    errors,
    operations,
)
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.canary import token

from .conftest import Me

REDIRECT = "http://127.0.0.1/callback"


def application(accounts: Accounts, **options: Any) -> ClientCredentials:
    return ClientCredentials(
        CLIENT_ID, accounts.client_secret, base_url=accounts.base_url, **options
    )


def public(accounts: Accounts, **options: Any) -> PKCE:
    return PKCE(CLIENT_ID, REDIRECT, base_url=accounts.base_url, **options)


def confidential(accounts: Accounts, **options: Any) -> AuthorizationCode:
    return AuthorizationCode(
        CLIENT_ID,
        accounts.client_secret,
        REDIRECT,
        base_url=accounts.base_url,
        **options,
    )


def logged_in(auth: Any, accounts: Accounts) -> Any:
    auth.exchange(accounts.follow(auth.authorization_url()))
    accounts.requests.clear()
    return auth


def test_an_application_gets_one_token_for_many_calls(
    accounts: Accounts, me: Me
) -> None:
    auth = application(accounts)
    assert [me(auth, accounts) for _ in range(3)] == ["granted: "] * 3
    assert accounts.grants() == ["client_credentials"]


def test_credentials_come_from_the_environment(
    accounts: Accounts, me: Me, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOTIFY_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("SPOTIFY_CLIENT_SECRET", accounts.client_secret)
    monkeypatch.setenv("SPOTIFY_REDIRECT_URI", REDIRECT)
    assert me(ClientCredentials(base_url=accounts.base_url), accounts)
    assert AuthorizationCode().redirect_uri == PKCE().redirect_uri == REDIRECT


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (ClientCredentials, "client_secret.*SPOTIFY_CLIENT_SECRET"),
        (lambda: ClientCredentials(client_secret=token()), "SPOTIFY_CLIENT_ID"),
        (lambda: PKCE(CLIENT_ID).authorization_url(), "SPOTIFY_REDIRECT_URI"),
        (lambda: ClientCredentials("a b", token()), "client_id is empty, or has"),
        (lambda: RefreshToken(""), "refresh_token is empty"),
        (lambda: PKCE(CLIENT_ID, "http://localhost:8080/"), "127.0.0.1"),
        (lambda: PKCE(CLIENT_ID, "http://example.com/"), "neither https"),
        (lambda: PKCE(CLIENT_ID, "http://127.0.0.1:x/"), "is no address"),
        (lambda: PKCE(CLIENT_ID, scopes=["user-top-reed"]), "mean 'user-top-read'"),
        (ImplicitGrant, "27 November 2025.*PKCE"),
        (lambda: PKCE(CLIENT_ID, base_url="http://example.com"), "loopback"),
    ],
)
def test_what_cannot_work_is_refused_at_once(make: Any, named: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=f"(?s){named}"):
        make()


@pytest.mark.parametrize("make", [public, confidential])
def test_a_user_consents_and_calls_work(accounts: Accounts, me: Me, make: Any) -> None:
    auth = make(accounts, scopes=["user-top-read", "user-read-private"])
    tokens = auth.exchange(accounts.follow(auth.authorization_url()))
    assert tokens.scopes == {"user-top-read", "user-read-private"}
    assert me(auth, accounts) == "granted: user-read-private user-top-read"
    assert accounts.grants() == ["authorization_code"]


def test_both_steps_can_be_awaited(accounts: Accounts) -> None:
    async def run() -> TokenSet:
        auth = public(accounts)
        return await auth.aexchange(accounts.follow(auth.authorization_url()))

    assert asyncio.run(run()).refresh_token is not None


def test_a_request_survives_in_the_session_of_another_worker(
    accounts: Accounts,
) -> None:
    request = public(accounts).authorization_request()
    session = json.loads(json.dumps(request.to_dict()))
    again = type(request).from_dict(session)
    callback = accounts.follow(again.url)
    assert public(accounts).exchange(callback, again).refresh_token is not None
    with pytest.raises(errors.InvalidArgumentError, match="state is not the one"):
        public(accounts).exchange(callback, public(accounts).authorization_request())


@pytest.mark.promise("misuse-is-told")
@pytest.mark.parametrize(
    "change",
    [
        None,
        {"state": None},
        {"url": 5},
        {"scopes": "a"},
        {"scopes": [1]},
        {"scopes": None},
        {"code_verifier": 5},
    ],
)
def test_what_no_request_wrote_is_refused(
    accounts: Accounts, change: dict[str, Any] | None
) -> None:
    request = public(accounts).authorization_request()
    data: Any = None if change is None else request.to_dict() | change
    with pytest.raises(errors.InvalidArgumentError, match="no request that was begun"):
        type(request).from_dict(data)


@pytest.mark.promise("tokens-are-replaced-in-time")
@pytest.mark.parametrize("make", [public, confidential])
@pytest.mark.parametrize("rotate", [False, True])
def test_an_expired_token_is_refreshed_once(
    accounts: Accounts, me: Me, make: Any, *, rotate: bool
) -> None:
    accounts.rotate = rotate
    auth = logged_in(make(accounts), accounts)
    for _ in range(3):
        accounts.expire()
        assert me(auth, accounts) is not None
    assert accounts.grants() == ["refresh_token"] * 3


@pytest.mark.promise("tokens-are-replaced-in-time")
def test_a_token_is_replaced_before_it_ends(accounts: Accounts, me: Me) -> None:
    accounts.override = {"expires_in": 0}
    auth = logged_in(public(accounts), accounts)
    me(auth, accounts)
    me(auth, accounts)
    assert accounts.grants() == ["refresh_token"] * 2
    assert accounts.calls == ["GET /v1/me"] * 2


@pytest.mark.promise("tokens-are-replaced-in-time")
def test_a_refreshed_token_reaches_a_write_too(accounts: Accounts) -> None:
    auth = logged_in(public(accounts, scopes=["user-modify-playback-state"]), accounts)
    accounts.expire()
    with Spotify(auth, base_url=accounts.api, max_attempts=1) as spotify:
        spotify.player.next()
    assert accounts.calls == ["POST /v1/me/player/next"] * 2


@pytest.mark.promise("tokens-are-replaced-in-time")
def test_a_token_that_stays_refused_is_asked_for_once_more_only(
    accounts: Accounts, me: Me
) -> None:
    accounts.lifetime = 0.0
    accounts.override = {"expires_in": 3600}
    auth = logged_in(public(accounts), accounts)
    with pytest.raises(errors.UnauthorizedError):
        me(auth, accounts)
    assert accounts.grants() == ["refresh_token"]
    assert len(accounts.calls) == 2


def test_a_function_is_asked_again_after_a_401(accounts: Accounts, me: Me) -> None:
    given = iter([token(), application(accounts).token()])
    assert me(AccessToken(lambda: next(given)), accounts) is not None
    with pytest.raises(errors.UnauthorizedError):
        me(token(), accounts)
    assert len(accounts.calls) == 3


def test_a_refresh_token_from_elsewhere(accounts: Accounts, me: Me) -> None:
    accounts.rotate = True
    auth = RefreshToken(
        accounts.consent("user-top-read"), CLIENT_ID, base_url=accounts.base_url
    )
    assert me(auth, accounts) == "granted: user-top-read"
    accounts.expire()
    assert me(auth, accounts) == "granted: user-top-read"


def test_a_replaced_refresh_token_outlives_the_program(
    accounts: Accounts, me: Me
) -> None:
    accounts.rotate = True
    store, given = MemoryTokenStore(), accounts.consent("")

    def program() -> RefreshToken:
        base = accounts.base_url
        return RefreshToken(given, CLIENT_ID, store=store, base_url=base)

    me(program(), accounts)
    accounts.expire()
    assert me(program(), accounts) is not None


def test_users_do_not_get_each_others_tokens(accounts: Accounts, me: Me) -> None:
    store = MemoryTokenStore()
    for user, scope in (("ann", "user-top-read"), ("bob", "user-follow-read")):
        logged_in(public(accounts, user=user, store=store, scopes=[scope]), accounts)
    ann = public(accounts, user="ann", store=store)
    assert me(ann, accounts) == "granted: user-top-read"
    with pytest.raises(errors.ReauthorizationRequiredError, match="nobody has logged"):
        me(public(accounts, user="eve", store=store), accounts)


def test_logging_out_forgets(accounts: Accounts, me: Me) -> None:
    auth = logged_in(public(accounts), accounts)
    auth.logout()
    with pytest.raises(errors.ReauthorizationRequiredError, match="log in first"):
        me(auth, accounts)
    logged_in(auth, accounts)
    asyncio.run(auth.alogout())
    with pytest.raises(errors.ReauthorizationRequiredError):
        me(auth, accounts)


def test_consenting_again_keeps_what_was_granted(accounts: Accounts) -> None:
    store = MemoryTokenStore()
    auth = public(accounts, store=store, scopes=["user-top-read"])
    logged_in(auth, accounts)
    more = public(accounts, store=store, scopes=["user-follow-read"])
    more.login(paste=lambda text: accounts.follow(text.split()[-1]))
    stored = store.load(more.key)
    assert stored is not None
    assert stored.scopes == {"user-top-read", "user-follow-read"}
    again = public(accounts, store=store, scopes=["user-library-read"])
    tokens = again.exchange(accounts.follow(again.authorization_url()))
    assert tokens.scopes == {"user-top-read", "user-follow-read", "user-library-read"}


@pytest.mark.promise("one-refresh-for-all")
def test_many_threads_and_tasks_refresh_once(accounts: Accounts) -> None:
    auth = logged_in(public(accounts), accounts)
    accounts.rotate = True
    with Spotify(auth, base_url=accounts.api) as spotify:
        for _ in range(5):
            accounts.expire()
            threads = [threading.Thread(target=spotify.users.me) for _ in range(12)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

    async def tasks() -> None:
        async with AsyncSpotify(auth, base_url=accounts.api) as spotify:
            accounts.expire()
            await asyncio.gather(*(spotify.users.me() for _ in range(12)))

    asyncio.run(tasks())
    assert accounts.grants() == ["refresh_token"] * 6


def test_an_event_tells_of_new_tokens(accounts: Accounts, me: Me) -> None:
    seen: list[Any] = []
    me(application(accounts), accounts, on_event=seen.append)
    found = [event for event in seen if isinstance(event, TokenRefreshed)]
    assert [event.lifetime for event in found] == [3600.0]
    assert found[0].operation == "token.request POST /api/token"


@pytest.mark.promise("missing-scopes-send-nothing")
def test_scopes_are_checked_before_anything_is_sent(accounts: Accounts) -> None:
    auth = logged_in(public(accounts, scopes=["user-top-read"]), accounts)
    with Spotify(auth, base_url=accounts.api) as spotify:
        with pytest.raises(errors.MissingScopeError) as caught:
            spotify.player.pause()
        assert spotify.can(operations.USERS_TOP_ITEMS)
        assert spotify.can(operations.ALBUMS_GET)
        assert not spotify.can(operations.PLAYLISTS_ADD_ITEMS)
        assert spotify.can(operations.USERS_ME)
    assert caught.value.required == ("user-modify-playback-state",)
    assert caught.value.granted == ("user-top-read",)
    assert accounts.calls == []
    with Spotify(token()) as spotify:
        assert spotify.can(operations.PLAYLISTS_ADD_ITEMS) is None


@pytest.mark.promise("missing-scopes-send-nothing")
def test_one_of_several_scopes_may_do(accounts: Accounts) -> None:
    for scope in ("playlist-modify-public", "playlist-modify-private"):
        auth = logged_in(public(accounts, scopes=[scope]), accounts)
        with Spotify(auth, base_url=accounts.api) as spotify:
            assert spotify.can(operations.PLAYLISTS_ADD_ITEMS)
            assert not spotify.can(operations.PLAYLISTS_UPLOAD_COVER_IMAGE)


@pytest.mark.parametrize("known", [True, False])
def test_a_403_says_which_scopes_are_missing(
    accounts: Accounts, *, known: bool
) -> None:
    accounts.forbidden = True
    scopes = ["playlist-modify-public"]
    auth: Any = logged_in(public(accounts, scopes=scopes), accounts)
    if not known:
        auth = auth.token()
    with (
        Spotify(auth, base_url=accounts.api) as spotify,
        pytest.raises(errors.ForbiddenError) as caught,
    ):
        spotify.playlists.unfollow("37i9dQZF1DXcBWIGoYBM5M")
    either = "playlist-modify-public or playlist-modify-private"
    told = (
        "the token lacks the scope playlist-modify-private"
        if known
        else f"the call needs the scope {either}"
    )
    assert caught.value.hint.startswith(told)
    assert told in str(caught.value)
