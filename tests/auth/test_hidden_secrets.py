"""Nothing of a login shows, whatever the servers and the user send back."""

from __future__ import annotations

import json
import pickle
import secrets

import pytest

from spotify_web_api import PKCE, AuthorizationCode, RefreshToken, errors
from spotify_web_api._runtime.auth import lifecycle
from spotify_web_api._runtime.auth.perform import perform
from spotify_web_api._runtime.core.headers import Headers
from spotify_web_api._runtime.http.messages import Request, Response
from tests.support.accounts import CLIENT_ID

REDIRECT = "http://127.0.0.1:8888/callback"
CODE = f"AQ{secrets.token_urlsafe(40)}"
CLIENT_SECRET = f"%{secrets.token_hex(16)}&+<"


class Echo:
    """A transport whose server repeats all it was sent, in a refusal."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, request: Request) -> Response:
        seen = [value for name, value in request.headers if name == "Authorization"]
        seen.append((request.body or b"").decode())
        self.sent = seen
        body = {"error": f"no_{seen[-1]}", "error_description": " ".join(seen)}
        headers = Headers([("X-Seen", " ".join(seen))])
        return Response(status=400, headers=headers, body=json.dumps(body).encode())

    def close(self) -> None:
        """Nothing is open."""


def shown(caught: pytest.ExceptionInfo[errors.SpotifyError]) -> str:
    error = caught.value
    return f"{error} {error!r} {vars(error)} {pickle.dumps(error)!r}".lower()


@pytest.mark.promise("repeated-tokens-are-hidden")
@pytest.mark.parametrize("is_confidential", [True, False])
def test_an_exchange_shows_no_code_verifier_or_client_secret(
    *, is_confidential: bool
) -> None:
    auth = (
        AuthorizationCode(CLIENT_ID, CLIENT_SECRET, REDIRECT)
        if is_confidential
        else PKCE(CLIENT_ID, REDIRECT)
    )
    request, echo = auth.authorization_request(), Echo()
    callback = f"{REDIRECT}?code={CODE}&state={request.state.reveal()}"
    with pytest.raises(errors.AuthError) as caught:
        auth.exchange(callback, request, transport=echo)
    assert CODE in echo.sent[-1]
    if is_confidential:
        hidden = [CODE, CLIENT_SECRET[1:-3], echo.sent[0].partition(" ")[2]]
    else:
        assert request.code_verifier is not None
        hidden = [CODE, request.code_verifier.reveal()]
    for each in hidden:
        assert each[:16].lower() not in shown(caught)


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_a_refresh_shows_no_refresh_token() -> None:
    old = f"AQ{secrets.token_urlsafe(60)}"
    auth = RefreshToken(old, CLIENT_ID, CLIENT_SECRET)
    with pytest.raises(errors.AuthError) as caught:
        perform(auth, lambda work: lifecycle.access(auth, work), Echo())
    assert old[:16].lower() not in shown(caught)
    assert CLIENT_SECRET[1:17] not in shown(caught)


@pytest.mark.parametrize("place", ["code", "state", "error"])
def test_half_of_a_surrogate_pair_is_no_part_of_an_answer(place: str) -> None:
    auth = PKCE(CLIENT_ID, REDIRECT)
    request = auth.authorization_request()
    answer = {"code": CODE, "state": request.state.reveal()}
    answer[place] = f"{answer.get(place, '')}\udcff"
    if place == "error":
        del answer["code"]
    query = "&".join(f"{name}={value}" for name, value in answer.items())
    with pytest.raises(errors.InvalidArgumentError) as caught:
        auth.exchange(f"{REDIRECT}?{query}", request, transport=Echo())
    assert CODE[:16].lower() not in shown(caught)
    assert request.state.reveal()[:16].lower() not in shown(caught)


def test_a_reason_that_repeats_the_state_does_not_show_it() -> None:
    auth = PKCE(CLIENT_ID, REDIRECT)
    request = auth.authorization_request()
    state = request.state.reveal()
    with pytest.raises(errors.AuthError) as caught:
        auth.exchange(f"{REDIRECT}?error=bad {state}&state={state}", request)
    assert state[:16].lower() not in shown(caught)


def test_an_answer_without_end_is_refused() -> None:
    auth = PKCE(CLIENT_ID, REDIRECT)
    with pytest.raises(errors.InvalidArgumentError, match="longer than 16,384"):
        auth.exchange(f"{REDIRECT}?code={'a' * 20_000}&state=a")
