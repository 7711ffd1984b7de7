"""Access tokens: what can be one, and that none is ever shown."""

from __future__ import annotations

import traceback
from types import SimpleNamespace
from typing import Any

import pytest

from _runtime.auth import access_token
from _runtime.auth.access_token import AccessToken
from _runtime.client import authorization
from _runtime.core.secret import Secret
from _runtime.description.operation import Operation
from _runtime.errors import ConfigurationError
from tests.support.things import AsyncShop, Shop


@pytest.mark.parametrize(
    "token", ["", "canary\r\nX: y", "can ary", "canary\n", "can\u00e4ry", 5, None]
)
def test_what_a_header_cannot_hold_is_refused_without_showing_it(token):
    for refuse in (AccessToken, access_token.checked):
        with pytest.raises(ConfigurationError) as caught:
            refuse(token)
        assert "canary" not in str(caught.value)


@pytest.mark.promise("failed-clients-hide-the-token")
@pytest.mark.parametrize("kind", [Shop, AsyncShop])
@pytest.mark.parametrize(
    ("token", "options"),
    [
        ("canary\n", {}),
        ("canary", {"timeout": -1}),
        ("canary", {"base_url": "http://x"}),
    ],
)
def test_no_frame_of_a_failed_construction_holds_the_token(kind, token, options):
    with pytest.raises(ConfigurationError) as caught:
        kind(token, **options)
    frames = [frame for frame, _ in traceback.walk_tb(caught.tb)]
    ours = [each for each in frames if "_runtime" in each.f_code.co_filename]
    assert ours
    for frame in ours:
        shown = {k: v for k, v in frame.f_locals.items() if k != "self"}
        assert "canary" not in repr(shown), frame.f_code.co_qualname


@pytest.mark.parametrize("source", ["canary", lambda: "canary"])
def test_a_token_or_a_function_gives_the_token_and_hides_it(source):
    token = AccessToken(source)
    assert token.token() == "canary"
    assert "canary" not in repr(token) + repr(Secret("canary"))


def test_what_a_function_returns_is_checked_each_time():
    with pytest.raises(ConfigurationError):
        AccessToken(lambda: "bad token").token()


@pytest.mark.anyio
async def test_asynchronous_functions_are_awaited():
    async def fetch() -> str:
        return "canary"

    assert await AccessToken(fetch).atoken() == "canary"
    assert await AccessToken(lambda: "canary").atoken() == "canary"
    assert await AccessToken("canary").atoken() == "canary"


def test_a_blocking_client_refuses_asynchronous_functions():
    async def fetch() -> str:
        return "canary"

    with pytest.raises(ConfigurationError, match="asynchronous client"):
        AccessToken(fetch).token()


def api(*operations: Operation[Any]) -> Any:
    """Give an API of some operations, which is all that `provider` looks at."""
    return SimpleNamespace(operations=operations)


CLOSED = api(
    Operation(name="a", method="GET", path="/a", authorized=False),
    Operation(name="b", method="GET", path="/b"),
)


def test_an_api_whose_calls_need_no_token_takes_none():
    free = api(Operation(name="a", method="GET", path="/a", authorized=False))
    for take in (authorization.provider, authorization.async_provider):
        with pytest.raises(ConfigurationError, match="needs an access token"):
            take(None, free).token()


def test_providers():
    class Both:
        def token(self) -> str:
            return "t"

        async def atoken(self) -> str:
            return "t"

    both = Both()
    assert authorization.provider(both, CLOSED) is both
    assert authorization.async_provider(both, CLOSED) is both
    assert authorization.provider("canary", CLOSED).token() == "canary"
    for refuse in (authorization.provider, authorization.async_provider):
        for wrong in (5, None, b"canary", Both, AccessToken):
            with pytest.raises(ConfigurationError) as caught:
                refuse(wrong, CLOSED)
            assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("token", "why"),
    [
        (5, "must be a str, not int"),
        (b"canary", "must be a str, not bytes"),
        ("", "is empty"),
        ("can ary", "characters a header cannot hold"),
    ],
)
def test_it_is_said_what_is_wrong_with_a_token(token, why):
    with pytest.raises(ConfigurationError, match=why):
        access_token.checked(token)
