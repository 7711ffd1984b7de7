"""The way to the consent page and back: what is sent, and what is an answer."""

from __future__ import annotations

import base64
import inspect
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from _runtime.auth import consent, grants, login
from _runtime.auth.consent import AuthorizationRequest
from _runtime.auth.pending import PendingRequests
from _runtime.core.secret import Secret
from _runtime.errors import (
    AuthError,
    AuthorizationDeniedError,
    ConfigurationError,
    InvalidArgumentError,
)
from tests.support.grants import SERVER

HERE = "http://127.0.0.1/callback"
HALF = "\ud800"


def begun(**options: Any) -> AuthorizationRequest:
    given: dict[str, Any] = {
        "client_id": "client",
        "redirect_uri": HERE,
        "scopes": ["read"],
        "pkce": True,
        "parameters": None,
    }
    return consent.begin(SERVER, **given | options)


def read(query: str) -> consent.Answer:
    return consent.read(Secret(f"{HERE}?{query}"), {})


def octets(text: str) -> int:
    return len(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def test_state_and_verifier_cannot_be_guessed() -> None:
    request = begun()
    assert octets(request.state.reveal()) == 32
    assert request.code_verifier is not None
    assert octets(request.code_verifier.reveal()) == 64
    assert begun(pkce=False).code_verifier is None


def test_a_request_does_not_show_its_address() -> None:
    request = begun()
    state = request.state.reveal()
    assert state in request.url
    assert state not in repr(request)
    assert "127.0.0.1" in repr(request)


def test_further_parameters_go_along_and_change_nothing_else() -> None:
    request = begun(parameters={"show_dialog": "true", "client_id": "another"})
    query = parse_qs(urlsplit(request.url).query, strict_parsing=True)
    assert query["show_dialog"] == ["true"]
    assert query["client_id"] == ["client"]


@pytest.mark.parametrize(
    "options",
    [
        {"parameters": {HALF: "a"}},
        {"parameters": {"a": HALF}},
        {"parameters": {"a": 5}},
        {"parameters": {5: "a"}},
        {"parameters": "show_dialog=true"},
        {"redirect_uri": f"http://127.0.0.1/{HALF}"},
        {"redirect_uri": None},
    ],
)
def test_what_no_address_holds_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        begun(**options)


def test_an_answer_has_a_length() -> None:
    start = f"{HERE}?code=c&state=s&x="
    longest = start + "x" * (16_384 - len(start))
    assert consent.read(Secret(longest), {}).code == Secret("c")
    for further in ("x", "x" * 1000):
        with pytest.raises(InvalidArgumentError, match="longer than 16,384"):
            consent.read(Secret(longest + further), {})


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("code=&state=s", "neither a code nor an error"),
        ("code=c&state=s&error=e", "or both"),
        ("state=s", "neither"),
        ("code=c&code=d&state=s", "twice"),
        ("code=c&code=d&code=e&state=s&state=t", "twice"),
        ("code=c", "no state"),
    ],
)
def test_what_is_no_answer_is_refused(query: str, why: str) -> None:
    with pytest.raises(InvalidArgumentError, match=why):
        read(query)


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="no address"):
        consent.read(Secret("http://[127.0.0.1/?code=c&state=s"), {})


@pytest.mark.parametrize(
    "error", ["access_denie", "access_denied!", "b", "Access_denied"]
)
def test_only_a_user_denies(error: str) -> None:
    with pytest.raises(AuthorizationDeniedError):
        read("error=access_denied&state=s").accepted()
    with pytest.raises(AuthError) as caught:
        read(f"error={quote(error)}&state=s").accepted()
    assert type(caught.value) is AuthError


def test_the_last_sixteen_requests_are_remembered() -> None:
    pending, requests = PendingRequests(), [begun() for _ in range(17)]
    for request in requests:
        pending.add(request)
    answers = [read(f"code=c&state={each.state.reveal()}") for each in requests]
    assert pending.take(answers[0]) is None
    assert [pending.take(each) for each in answers[1:]] == requests[1:]
    assert pending.take(answers[-1]) is None


def way(**options: Any) -> login.Login:
    given: dict[str, Any] = {"browser": None, "timeout": 1.0}
    return login.Login(lambda _: begun(), HERE, "Things", {}, **given | options)


@pytest.mark.parametrize("timeout", [0, -1, -0.5, float("nan"), "1", None])
def test_a_login_takes_a_time_above_zero(timeout: Any) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        way(timeout=timeout)


def test_a_login_takes_functions() -> None:
    with pytest.raises(ConfigurationError, match="browser"):
        way(browser="firefox")
    with pytest.raises(ConfigurationError, match="paste"):
        way().pasted("the address")  # type: ignore[arg-type]
    taken, request = way(browser=print).pasted(lambda text: text.split()[-1])
    assert taken.reveal() == request.url


@pytest.mark.parametrize("opened", [True, None, 0, 1, ""])
def test_only_a_browser_that_says_no_brings_the_address(
    opened: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    way(browser=lambda _: opened)._open("https://consent.example")
    assert capsys.readouterr().err == ""
    way(browser=lambda _: False)._open("https://consent.example")
    assert "https://consent.example" in capsys.readouterr().err


def test_options_are_given_by_name() -> None:
    ways = (grants.PKCE, grants.AuthorizationCode, grants.RefreshToken, login.Login)
    for kind in (*ways, grants.ClientCredentials):
        parameters = [*inspect.signature(kind).parameters.values()]
        kinds = {each.kind for each in parameters}
        by_name = [each.name for each in parameters if each.kind is each.KEYWORD_ONLY]
        assert by_name, kind
        assert inspect.Parameter.POSITIONAL_ONLY not in kinds, kind
    for begin in (consent.begin,):
        assert [
            name
            for name, each in inspect.signature(begin).parameters.items()
            if each.kind is not each.KEYWORD_ONLY
        ] == ["server"]
