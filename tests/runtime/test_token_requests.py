"""What is sent to the token endpoint, and what its answers mean."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest

from _runtime.auth.token_requests import Application, basic, request
from _runtime.core.secret import Secret
from _runtime.errors import (
    AuthError,
    AuthServerError,
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    RateLimitedError,
    ReauthorizationRequiredError,
)
from _runtime.http.messages import Request
from _runtime.tokens.token_set import TokenSet
from tests.support.grants import (
    ACCOUNTS,
    SERVER,
    Application as OfTheApplication,
    granted,
    perform,
    refusal,
    work,
)
from tests.support.play import World
from tests.support.things import answer

PUBLIC = Application(server=SERVER, client_id="client")
CONFIDENTIAL = Application(
    server=SERVER, client_id="a:b", client_secret=Secret("hidden secret")
)
REFRESH = {"grant_type": "refresh_token", "refresh_token": Secret("old/token")}


def ask(
    *answers: Any,
    application: Application = PUBLIC,
    requested: frozenset[str] | None = None,
    world: World | None = None,
) -> TokenSet:
    world = world or World()
    steps = request(
        application, REFRESH, requested, work(world).exchange, lambda: 500.0
    )
    return perform(world, steps, answers)


def form(sent: Request) -> dict[str, list[str]]:
    return parse_qs((sent.body or b"").decode(), strict_parsing=True)


def test_a_public_application_names_itself_in_the_form(world: World) -> None:
    response = granted("a", 60, scope="read")
    tokens = ask(response, requested=frozenset({"write"}), world=world)
    (sent,) = world.requests
    assert (tokens.expires_at, tokens.scopes) == (560.0, {"read"})
    assert form(sent) == {
        "grant_type": ["refresh_token"],
        "refresh_token": ["old/token"],
        "client_id": ["client"],
    }
    assert (sent.method, sent.url) == ("POST", f"{ACCOUNTS}/api/token")
    headers = dict(sent.headers)
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "Authorization" not in headers


def test_a_confidential_one_names_itself_in_the_header(world: World) -> None:
    ask(granted("a"), application=CONFIDENTIAL, world=world)
    (sent,) = world.requests
    assert "client_id" not in form(sent)
    scheme, _, pair = dict(sent.headers)["Authorization"].partition(" ")
    assert scheme == "Basic"
    assert base64.b64decode(pair) == b"a%3Ab:hidden+secret"
    assert basic("a", Secret("é")).reveal() == "Basic YTolQzMlQTk="


def test_scopes_that_are_not_told_are_those_asked_for() -> None:
    assert ask(granted("a"), requested=frozenset({"write"})).scopes == {"write"}
    assert ask(granted("a")).scopes is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"<html>", "it is no JSON"),
        (b"", "it is no JSON"),
        (b"[" * 900, "it is no JSON"),
        (b"[]", "it is no object"),
        (b"{}", "it has no access token"),
    ],
)
def test_an_answer_that_makes_no_sense_is_the_servers_fault(
    body: bytes, told: str
) -> None:
    with pytest.raises(AuthServerError, match=f"makes no sense: {told}") as caught:
        ask(answer(body))
    assert caught.value.error == "server_error"


def test_a_byte_order_mark_is_no_matter() -> None:
    body = b'\xef\xbb\xbf{"access_token": "a", "token_type": "Bearer"}'
    assert ask(answer(body)).access_token == Secret("a")


@pytest.mark.parametrize(
    ("response", "kind", "told"),
    [
        (refusal("invalid_grant"), ReauthorizationRequiredError, "authorization again"),
        (refusal("invalid_client"), ConfigurationError, "check client id and client"),
        (refusal("invalid_client", 401), ConfigurationError, "invalid_client: "),
        (answer("", 401), ConfigurationError, "401: "),
        (answer("", 400), AuthError, "400: "),
        (refusal("invalid_scope"), AuthError, "invalid_scope: "),
        (refusal("odd", 401), AuthError, "odd: "),
        (answer("", 500), AuthServerError, r"failed \(500\); the grant is untouched"),
        (refusal("invalid_grant", 503), AuthServerError, "untouched"),
        (answer("", 429, retry_after="80000"), RateLimitedError, "429"),
    ],
)
def test_a_refusal_is_told_apart(
    response: Any, kind: type[Exception], told: str
) -> None:
    with pytest.raises(kind, match=told) as caught:
        ask(response)
    assert type(caught.value) is kind or kind is RateLimitedError


def test_a_refusal_keeps_its_code_and_text() -> None:
    body = '{"error": "odd", "error_description": "no\\u2028more"}'
    with pytest.raises(AuthError) as caught:
        ask(answer(body, 400))
    assert caught.value.error == "odd"
    assert caught.value.error_description == "no more"
    with pytest.raises(AuthError) as caught:
        ask(answer("", 418))
    assert caught.value.error == "418"
    with pytest.raises(ReauthorizationRequiredError) as dead:
        ask(refusal("invalid_grant"))
    assert dead.value.error == "invalid_grant"


@pytest.mark.parametrize("kind", ["client_credentials", "refresh_token"])
def test_what_may_be_repeated_is(kind: str) -> None:
    call = None

    def exchange(made: Any) -> Any:
        nonlocal call
        call = made
        yield from ()
        return granted("a")

    fields = {**REFRESH, "grant_type": kind}
    perform(World(), request(PUBLIC, fields, None, exchange, lambda: 0.0))
    assert call is not None
    assert (call.operation.retry, call.authorized) == ("safe", False)
    fields["grant_type"] = "authorization_code"
    perform(World(), request(PUBLIC, fields, None, exchange, lambda: 0.0))
    assert call.operation.retry == "never"


def test_a_server_that_cannot_be_reached_is_told_as_such() -> None:
    with pytest.raises(ConnectFailedError):
        ask(ConnectFailedError("x"))


def test_an_answer_has_a_length() -> None:
    whole = granted("a", 60)
    room = 65_536 - len(whole.body)
    longest = replace(whole, body=whole.body + b" " * room)
    assert ask(longest).access_token == Secret("a")
    for more in (1, 1000):
        with pytest.raises(ClientError, match="too long"):
            ask(replace(longest, body=longest.body + b" " * more))


def test_a_server_fails_from_500_on() -> None:
    for status, kind in ((499, AuthError), (500, AuthServerError)):
        with pytest.raises(ClientError) as caught:
            ask(*[answer("", status)] * 4)
        assert type(caught.value) is kind


def test_a_server_may_be_elsewhere_with_and_without_a_page() -> None:
    base = "https://other.example"
    page = replace(SERVER, authorization_url="https://accounts.example/authorize")
    assert page.at(base).authorization_url == f"{base}/authorize"
    assert replace(SERVER, authorization_url=None).at(base).authorization_url is None


def test_an_application_alone_may_have_scopes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for scopes, known in ((("read",), None), ((), frozenset[str]())):
        server = replace(SERVER, application_scopes=scopes)
        monkeypatch.setattr(OfTheApplication, "_server", server)
        assert OfTheApplication("client", "hidden").default_scopes == known
