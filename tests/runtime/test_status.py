"""Every failed response becomes the right exception with a useful, bounded message."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from _runtime.description.api import ErrorTable
from _runtime.engine.failures import explanation, failure
from _runtime.errors import (
    ClientStatusError,
    RateLimitedError,
    ServerError,
    StatusError,
)
from tests.support.things import (
    ERRORS,
    BadGatewayError,
    NoLidError,
    NotFoundError,
    answer,
)

if TYPE_CHECKING:
    from _runtime.http.messages import Response

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def error(response: Response, table: ErrorTable = ERRORS) -> StatusError:
    return failure(table, response, NOW)


@pytest.mark.parametrize(
    ("body", "message", "reason"),
    [
        ('{"error": {"status": 404, "message": "gone"}}', "gone", None),
        ('{"error": {"message": "no lid", "reason": "NO_LID"}}', "no lid", "NO_LID"),
        (
            '{"error": "invalid_grant", "error_description": "dead"}',
            "dead",
            "invalid_grant",
        ),
        ('{"error": "invalid_client"}', "invalid_client", "invalid_client"),
        ('{"error": {"type": "not_found", "description": "old"}}', "old", None),
        ('{"error": {"message": 5, "reason": []}}', "", None),
        ('{"message": "plain"}', "plain", None),
        ('"quoted"', "quoted", None),
        ("[]", "[]", None),
        ("User not registered\r\n  here", "User not registered here", None),
        (
            "<html><head><title>502 Bad\nGateway</title></head></html>",
            "502 Bad Gateway",
            None,
        ),
        ("<p>Length <b>required</b></p><style>p{}</style>", "Length required", None),
        ("", "", None),
        (b"\xff\xfe", "\ufffd\ufffd", None),
        (b'\xef\xbb\xbf{"message": "marked"}', "marked", None),
    ],
)
def test_forms_of_bodies(body, message, reason):
    assert explanation(answer(body, 404)) == (message, reason)


def test_the_challenge_explains_an_empty_body():
    header = 'Bearer realm="things", error_description="The access token expired"'
    assert (
        explanation(answer("", 401, www_authenticate=header))[0]
        == "The access token expired"
    )


@pytest.mark.parametrize(
    ("status", "reason", "kind"),
    [
        (404, None, NotFoundError),
        (404, "NO_LID", NoLidError),
        (404, "OTHER", NotFoundError),
        (403, "NO_LID", ClientStatusError),
        (418, None, ClientStatusError),
        (429, None, RateLimitedError),
        (502, None, BadGatewayError),
        (599, None, ServerError),
        (302, None, StatusError),
        (999, None, StatusError),
    ],
)
def test_classes(status, reason, kind):
    assert ERRORS.kind(status, reason) is kind


def test_what_an_error_tells():
    response = answer(
        '{"error": {"message": "no lid", "reason": "NO_LID"}}',
        404,
        set_cookie="canary",
        x_request="1",
    )
    found = error(response)
    assert isinstance(found, NoLidError)
    assert (found.status, found.message, found.reason) == (404, "no lid", "NO_LID")
    assert found.headers["X-Request"] == "1"
    assert "set-cookie" not in found.headers
    assert str(found) == found.detail == "404 Not found: no lid"


def test_rate_limits_say_when_to_come_back():
    found = error(answer("", 429, retry_after="60"))
    assert isinstance(found, RateLimitedError)
    assert found.retry_after == 60.0
    assert found.retry_at == datetime(2026, 1, 1, 0, 1, tzinfo=UTC)
    unknown = error(answer("", 429))
    assert isinstance(unknown, RateLimitedError)
    assert unknown.retry_after is unknown.retry_at is None


@pytest.mark.promise("repeated-tokens-are-hidden")
def test_a_token_a_server_repeats_is_not_repeated_by_us():
    message = explanation(answer("unknown Bearer canary-canary-canary-canary", 401))[0]
    assert "canary" not in message


@pytest.mark.promise("statuses-have-their-class")
@given(
    st.binary(max_size=3000)
    | st.text(max_size=3000).map(lambda t: t.encode("utf-8", "replace")),
    st.integers(300, 599),
)
def test_any_body_gives_one_printable_bounded_line(body, status):
    found = error(answer(body, status))
    assert found.status == status
    assert len(found.message) <= 500
    assert found.message.isprintable()


def test_hostile_markup_costs_no_time():
    for text in ("<style", "<", "<title", "<title>", "<script>"):
        assert len(explanation(answer(text * 20_000, 502))[0]) <= 500


@pytest.mark.parametrize(
    ("length", "end"), [(499, "a"), (500, "a"), (501, "…"), (9000, "…")]
)
def test_long_messages_are_cut_where_500_characters_end(length, end):
    message = explanation(answer("a" * length, 502))[0]
    assert message == "a" * (min(length, 500) - 1) + end


def test_how_much_of_a_body_is_read():
    """JSON of 64 KiB is still understood, and of a text the first 4 KiB."""
    frame = '{"message": "known", "more": ""}'
    fits = frame.replace('""', f'"{"a" * (65_536 - len(frame))}"')
    assert len(fits) == 65_536
    assert explanation(answer(fits, 502)) == ("known", None)
    assert explanation(answer(fits + " ", 502))[0] == "known"
    assert explanation(answer(fits.replace("}", " }"), 502))[0] != "known"
    assert explanation(answer(" " * 4095 + "ab", 502))[0] == "a"
    assert explanation(answer(" " * 4096 + "ab", 502))[0] == ""
    assert explanation(answer(" " * 4097 + "ab", 502))[0] == ""


def test_a_table_is_not_changed_afterwards():
    with pytest.raises(AttributeError):
        ERRORS.statuses = {}
