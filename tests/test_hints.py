"""What is guessed of a refusal is told only where the server does not say why."""

from __future__ import annotations

import json

import pytest

from spotify_web_api import Spotify, errors
from spotify_web_api._api import API
from tests.support.canary import token
from tests.support.failing_calls import Script, answer

NEEDS = "the call needs the scope user-modify-playback-state"
REASONS = sorted({reason for _, reason in API.errors.reasons} | {"UNKNOWN", "NEW"})


def refused(body: object, status: int = 403) -> errors.StatusError:
    content = body.decode() if isinstance(body, bytes) else json.dumps(body)
    transport = Script(answer(content, status))
    with (
        Spotify(token(), transport=transport, max_attempts=1) as client,
        pytest.raises(errors.StatusError) as caught,
    ):
        client.player.pause()
    return caught.value


@pytest.mark.promise("known-reasons-need-no-hint")
@pytest.mark.parametrize("status", [403, 404, 429])
@pytest.mark.parametrize("reason", REASONS)
def test_a_refusal_with_a_reason_has_no_hint(reason: str, status: int) -> None:
    said = {"error": {"status": status, "message": "Player error", "reason": reason}}
    error = refused(said, status)
    assert error.hint == ""
    assert "scope" not in str(error)
    assert error.reason == reason


@pytest.mark.promise("known-reasons-need-no-hint")
@pytest.mark.parametrize(
    "body",
    [
        b"User not registered in the Developer Dashboard",
        b"Active premium subscription required for the owner of the app.",
        b"<html><title>Forbidden</title></html>",
        b'"the user may not be registered"',
    ],
)
def test_nor_has_one_with_a_text_of_its_own(body: bytes) -> None:
    assert refused(body).hint == ""


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"status": 403, "message": "Insufficient client scope"}},
        {"error": {"status": 403, "message": "Forbidden", "reason": None}},
        {"error": {"status": 403, "message": "Forbidden", "reason": ""}},
        {"error": "insufficient_scope"},
        {},
        b"",
        b" \r\n",
    ],
)
def test_one_without_says_which_scope_may_be_missing(body: object) -> None:
    assert refused(body).hint == NEEDS


@pytest.mark.parametrize("status", [400, 401, 404, 413, 500])
def test_other_statuses_are_no_matter_of_scopes(status: int) -> None:
    assert refused({"error": {"status": status, "message": "x"}}, status).hint == ""
