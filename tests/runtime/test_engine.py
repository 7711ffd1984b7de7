"""The policy around a call, without sockets and without clocks."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from _runtime.engine.exchange import opening
from _runtime.errors import (
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    NotModifiedError,
    ProtocolError,
    StatusError,
    UnsafeUrlError,
)
from _runtime.http.messages import Response
from tests.support.play import CALL, World, settings
from tests.support.things import BASE, GET, NotFoundError, answer

SETTINGS = settings(timeout=10.0, attempt_timeout=4.0, max_attempts=1, max_wait=5.0)


def play(outcomes, call=CALL, settings=SETTINGS, token_seconds=0.0, send_seconds=0.0):
    """Carry a call out against `outcomes`; return its end and what it sent."""
    world = World(token_seconds=token_seconds, send_seconds=send_seconds)
    return world.play(outcomes, call, settings), world.requests


def redirect(location: str, status: int = 302) -> Response:
    return answer("", status, location=location)


def test_a_success_is_returned_and_the_request_carries_the_token():
    found, sent = play([answer("x")])
    assert found.body == b"x"
    headers = dict(sent[0].headers)
    assert headers == {
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
        "User-Agent": "things/1",
        "Authorization": "Bearer canary",
    }
    assert (sent[0].method, sent[0].url, sent[0].body) == ("GET", CALL.url, None)
    assert (sent[0].timeout, sent[0].max_body) == (4.0, 1000)
    assert "canary" not in repr(sent[0])


def test_a_call_to_another_server_sends_no_token():
    _, sent = play([answer("x")], replace(CALL, authorized=False))
    assert "Authorization" not in dict(sent[0].headers)


def test_a_request_gets_the_smaller_of_both_limits():
    _, sent = play([answer()], token_seconds=8.0)
    assert sent[0].timeout == pytest.approx(2.0)


@pytest.mark.promise("nothing-is-sent-too-late")
def test_no_request_is_made_when_the_time_is_over():
    error, sent = play([], token_seconds=10.5)
    assert isinstance(error, DeadlineExceededError)
    assert (sent, error.sent, error.attempts) == ([], False, 0)
    assert error.seconds == pytest.approx(10.5)


@pytest.mark.promise("late-calls-say-why")
def test_a_late_response_says_how_long_it_took_and_what_failed():
    late = DeadlineExceededError("no complete response", cause_type="ReadTimeout")
    error, _ = play([late], send_seconds=4.0)
    assert isinstance(error, DeadlineExceededError)
    assert "attempt_timeout=4" in str(error)
    assert (error.attempts, error.cause_type, error.last_failure) == (
        1,
        "ReadTimeout",
        str(late),
    )
    error, _ = play([late], send_seconds=10.0)
    assert "(timeout=10" in str(error)


def test_other_failures_pass_through():
    failure = ConnectFailedError("no")
    assert play([failure])[0] is failure


def test_failures_become_the_errors_of_the_api():
    error, _ = play([answer('{"error": {"message": "gone"}}', 404)])
    assert type(error) is NotFoundError
    assert error.message == "gone"


def test_an_unchanged_answer():
    settings = replace(SETTINGS, if_none_match='"a"')
    error, sent = play([answer("", 304, etag='"a"')], settings=settings)
    assert isinstance(error, NotModifiedError)
    assert error.etag == '"a"'
    assert dict(sent[0].headers)["If-None-Match"] == '"a"'
    found, _ = play([answer("", 304)], replace(CALL, raw=True), settings)
    assert found.status == 304


def test_only_reads_are_conditional():
    request = opening(
        replace(CALL, method="PUT"), replace(SETTINGS, if_none_match='"a"')
    )
    assert "If-None-Match" not in dict(request.headers)


@pytest.mark.parametrize(
    ("method", "body", "sent"),
    [
        ("GET", None, None),
        ("DELETE", None, None),
        ("PUT", None, b""),
        ("POST", None, b""),
        ("PUT", b"{}", b"{}"),
    ],
)
def test_writes_always_have_a_length(method, body, sent):
    assert opening(replace(CALL, method=method, body=body), SETTINGS).body == sent


def test_the_type_of_the_content_is_sent_with_content_only():
    call = replace(CALL, method="PUT", media_type="application/json")
    assert "Content-Type" not in dict(opening(call, SETTINGS).headers)
    assert dict(opening(replace(call, body=b"{}"), SETTINGS).headers)["Content-Type"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_reads_follow_redirects_on_the_same_origin(status):
    found, sent = play(
        [redirect("../things/b?x=1", status), redirect("/v1/c"), answer("x")]
    )
    assert found.body == b"x"
    urls = [request.url for request in sent]
    assert urls == [CALL.url, f"{BASE}/things/b?x=1", f"{BASE}/c"]
    assert all(dict(request.headers)["Authorization"] for request in sent)
    assert all(len(request.headers) == 4 for request in sent)


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/x",
        "http://api.things.example/v1/x",
        "//evil.example",
        "https://[x",
        "file:///x",
    ],
)
def test_redirects_elsewhere_are_refused(location):
    error, sent = play([redirect(location)])
    assert isinstance(error, UnsafeUrlError)
    assert len(sent) == 1


def test_a_failure_after_a_redirect_does_not_deny_that_something_was_sent():
    error, sent = play([redirect("/v1/x"), ConnectFailedError("refused")])
    assert isinstance(error, ConnectFailedError)
    assert (len(sent), error.sent) == (2, True)
    assert not play([redirect("https://evil.example/")])[0].sent


@pytest.mark.promise("loops-end")
def test_redirects_end():
    error, sent = play([redirect("/v1/x")] * 9)
    assert isinstance(error, ProtocolError)
    assert len(sent) == 4


def test_a_redirect_that_names_no_place_is_a_failure():
    assert type(play([answer("", 302)])[0]) is StatusError
    for method in ("PUT", "POST", "DELETE"):
        error, sent = play([redirect("/v1/x")], replace(CALL, method=method))
        assert type(error) is StatusError
        assert len(sent) == 1


@pytest.mark.promise("attempts-share-the-time")
def test_redirects_share_the_time():
    error, sent = play([redirect("/v1/x")] * 4, send_seconds=3.5)
    assert isinstance(error, DeadlineExceededError)
    assert [request.timeout for request in sent] == [4.0, 4.0, 3.0]


@pytest.mark.parametrize("field", ["timeout", "attempt_timeout", "max_body"])
@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), "5", None, True])
def test_limits_are_above_zero(field, value):
    with pytest.raises(ConfigurationError, match=field):
        replace(SETTINGS, **{field: value})


def test_every_attempt_is_one_line_without_secrets(caplog):
    call = replace(CALL, url=f"{BASE}/things/a?q=canary")
    with caplog.at_level(logging.DEBUG, "things"):
        play([answer("canary")], call)
        twice = replace(SETTINGS, max_attempts=2)
        play([answer("canary", 502), ConnectFailedError("canary")], call, twice)
    lines = [record.getMessage() for record in caplog.records]
    assert lines == [
        "things.get GET /things/{id} -> 200 in 0 ms (attempt 1)",
        "things.get GET /things/{id} -> 502 in 0 ms (attempt 1)",
        "things.get GET /things/{id} -> ConnectFailedError in 0 ms (attempt 2)",
    ]


@pytest.mark.parametrize("value", [0, -1, 2.0, float("inf"), "5", None, True])
def test_there_is_at_least_one_attempt(value):
    with pytest.raises(ConfigurationError, match="max_attempts"):
        replace(SETTINGS, max_attempts=value)


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), "5", None, True])
def test_the_longest_wait_is_no_less_than_zero(value):
    with pytest.raises(ConfigurationError, match="max_wait"):
        replace(SETTINGS, max_wait=value)
    assert replace(SETTINGS, max_wait=0).max_wait == 0


OUTCOMES = st.lists(
    st.builds(answer, st.binary(max_size=20), st.integers(200, 599))
    | st.sampled_from(["/v1/x", "https://evil.example/", "x", ""]).map(redirect)
    | st.builds(DeadlineExceededError, st.just("late"))
    | st.builds(ConnectFailedError, st.just("no")),
    min_size=4,
    max_size=4,
)


@pytest.mark.slow
@given(OUTCOMES, st.floats(0, 6), st.floats(0, 6), st.sampled_from(["GET", "PUT"]))
def test_whatever_happens_it_ends_after_few_requests_to_one_origin(
    outcomes, token_seconds, send_seconds, method
):
    end, sent = play(
        outcomes, replace(CALL, method=method), SETTINGS, token_seconds, send_seconds
    )
    assert len(sent) <= 4
    assert all(
        request.url.startswith("https://api.things.example/") for request in sent
    )
    assert all(0 < request.timeout <= 4.0 for request in sent)
    assert isinstance(end, ClientError) or 200 <= end.status < 300


@pytest.mark.parametrize("method", ["DELETE", "HEAD", "POST", "PATCH", "PUT"])
def test_nothing_but_a_get_is_conditional(method):
    conditional = replace(SETTINGS, if_none_match='"a"')
    request = opening(replace(CALL, method=method), conditional)
    assert "If-None-Match" not in dict(request.headers)


@pytest.mark.parametrize(("spent", "expected"), [(9.5, [0.5]), (10.0, [])])
def test_a_request_is_made_as_long_as_there_is_time(spent, expected):
    _, sent = play([answer()], token_seconds=spent)
    assert [request.timeout for request in sent] == pytest.approx(expected)


def test_what_may_have_been_sent_before_counts_at_the_end():
    def end(*failures: ClientError) -> ClientError:
        found, sent = play(failures, settings=replace(SETTINGS, max_attempts=2))
        assert len(sent) == 2
        return found

    sent = ProtocolError("x", sent=True)
    assert end(sent, ConnectFailedError("refused")).sent
    assert end(sent, DeadlineExceededError("late", sent=False)).sent
    assert not end(ConnectFailedError("x"), ConnectFailedError("refused")).sent


@pytest.mark.parametrize("status", [200, 204, 207, 299])
def test_all_of_2xx_is_success(status):
    assert isinstance(play([answer("x", status)])[0], Response)
    assert type(play([answer("x", 300)])[0]) is StatusError


def test_a_log_line_counts_in_milliseconds(caplog):
    with caplog.at_level(logging.DEBUG, "things"):
        play([answer("x")], send_seconds=2.5)
    assert "200 in 2500 ms" in caplog.records[0].getMessage()


def test_a_late_end_names_the_limit_and_what_came_before():
    late = DeadlineExceededError("late", cause_type="ReadTimeout")
    settings = replace(SETTINGS, max_attempts=2)
    error, _ = play([answer("", 502), late], settings=settings, send_seconds=4.0)
    assert "(attempt_timeout=4, attempts: 2)" in str(error)
    assert "; before: 502 Bad gateway" in str(error)
    error, _ = play([late])
    assert "before" not in str(error)
    error, _ = play([], token_seconds=10.5)
    assert "(timeout=10, attempts: 0)" in str(error)


@pytest.mark.promise("cut-bodies-are-errors")
@pytest.mark.parametrize(
    ("body", "expected"), [(b'{"a":[1,2', 2), (b"", 2), (b"{}", 1), (b"<html>", 1)]
)
def test_a_body_whose_end_only_json_shows_is_read_again_if_cut(body, expected):
    cut = Response(status=200, body=body, complete=False)
    twice = replace(SETTINGS, max_attempts=2)
    for call, count in (
        (replace(CALL, operation=replace(GET, result=lambda: dict)), expected),
        (replace(CALL, operation=replace(GET, result=None)), 1),
        (replace(CALL, operation=None), 1),
    ):
        found, sent = play([cut, answer("x")], call, twice)
        assert (found.status, len(sent)) == (200, count)
    write = replace(CALL, method="POST", operation=replace(GET, result=lambda: dict))
    if expected == 2:
        assert isinstance(play([cut], write, twice)[0], ProtocolError)


def test_a_cut_body_is_no_success_of_the_bucket():
    world = World()
    world.shared.bucket.take(100)
    call = replace(CALL, operation=replace(GET, result=lambda: dict))
    world.play([Response(status=200, body=b"[", complete=False)], call, SETTINGS)
    assert world.shared.bucket.tokens == 400
