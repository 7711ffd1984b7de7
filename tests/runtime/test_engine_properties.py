"""What holds for every call, whatever happens to it: hundreds of cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings as thorough, strategies as st

from _runtime.calls.call import Call
from _runtime.calls.settings import Settings
from _runtime.engine import retry
from _runtime.engine.exchange import MAX_REDIRECTS
from _runtime.errors import (
    ClientError,
    ConnectFailedError,
    DeadlineExceededError,
    ProtocolError,
    RateLimitedError,
    ResponseTooLargeError,
    StatusError,
    TransportError,
)
from _runtime.http.messages import Response
from tests.support.play import CALL, ERRORS_WITH_NEVER, World, settings
from tests.support.things import GET, answer

pytestmark = pytest.mark.slow


METHODS = ("GET", "PUT", "DELETE", "POST", "PATCH")
ROUNDING = 1e-6

responses = st.builds(
    lambda status, wait, body: answer(body, status, **wait),
    st.sampled_from([200, 200, 204, 304, 400, 401, 404, 429, 429, 500, 502, 503, 504]),
    st.just({})
    | st.integers(0, 90).map(lambda seconds: {"retry_after": str(seconds)})
    | st.just({"retry_after": "-1"}),
    st.sampled_from(["", '{"error": {"message": "x", "reason": "USED_UP"}}']),
)
redirects = st.just(answer("", 302, location="/v1/b"))
failures = st.builds(
    lambda kind, sent: kind("x", sent=sent),
    st.sampled_from([ProtocolError, DeadlineExceededError, TransportError]),
    st.booleans(),
) | st.sampled_from([ConnectFailedError, ResponseTooLargeError]).map(
    lambda kind: kind("x")
)
outcomes = st.lists(
    st.tuples(responses | redirects | failures, st.floats(0, 20)), max_size=30
)
limits = st.builds(
    settings,
    timeout=st.floats(0.01, 100),
    attempt_timeout=st.floats(0.01, 20),
    max_attempts=st.integers(1, 12),
    max_wait=st.floats(0, 60),
    errors=st.just(ERRORS_WITH_NEVER),
)
calls = st.builds(
    lambda method, rule, raw: replace(
        CALL,
        method=method,
        operation=replace(GET, method=method, retry=rule),
        raw=raw,
    ),
    st.sampled_from(METHODS),
    st.sampled_from([None, None, "safe", "never"]),
    st.booleans(),
)


class Line:
    """Outcomes in turn, each after some time; what it gave out is remembered."""

    def __init__(self, world: World, plan: list) -> None:
        self.world = world
        self.plan = list(plan)
        self.given: list[Response | ClientError] = []

    def __iter__(self):
        return self

    def __next__(self) -> Response | ClientError:
        planned, seconds = self.plan.pop(0) if self.plan else (answer(""), 0.0)
        allowed = self.world.requests[-1].timeout
        if seconds >= allowed:
            sent = getattr(planned, "sent", True)
            planned, seconds = DeadlineExceededError("late", sent=sent), allowed
        self.world.time += seconds
        self.given.append(planned)
        return planned


def is_redirect(outcome: Response | ClientError) -> bool:
    return isinstance(outcome, Response) and outcome.status == 302


@pytest.mark.promise("repetitions-are-bounded")
@thorough(max_examples=400)
@given(outcomes, limits, calls, st.floats(0, 1))
def test_every_call_keeps_its_promises(plan, settings, call, jitter):
    world = World(jitter=jitter)
    line = Line(world, plan)
    end = world.play(line, call, settings)
    hops = sum(map(is_redirect, line.given)) if call.method == "GET" else 0

    assert isinstance(end, Response | ClientError)
    assert len(world.sent) <= settings.max_attempts + hops
    assert hops <= MAX_REDIRECTS + 1

    assert_waits_are_kept(world, settings)
    assert world.time - 1000.0 <= settings.timeout + ROUNDING
    for when, request in world.sent:
        assert 0 < request.timeout <= settings.attempt_timeout
        assert when + request.timeout - 1000.0 <= settings.timeout + ROUNDING
    for outcome, following in zip(line.given, line.given[1:], strict=False):
        assert not is_settled(outcome, call), (outcome, following)


def assert_waits_are_kept(world: World, settings: Settings) -> None:
    for already_sent, over in world.silences:
        for when, _ in world.sent[already_sent:]:
            assert when > over - ROUNDING, "sent in a window"
    for _, seconds in world.slept:
        assert 0 <= seconds <= min(settings.max_wait, settings.timeout)


def is_settled(outcome: Response | ClientError, call: Call) -> bool:
    """Say whether nothing may be sent after `outcome`."""
    rule = call.operation.retry if call.operation else None
    safe = rule == "safe" if rule else call.method in {"GET", "PUT", "DELETE"}
    if isinstance(outcome, ResponseTooLargeError):
        return True
    if isinstance(outcome, TransportError):
        return outcome.sent and not safe
    assert isinstance(outcome, Response)
    if outcome.status == 302:
        return call.method != "GET"
    if outcome.status == 429:
        return b"USED_UP" in outcome.body
    unasked = outcome.status == 304
    return not (unasked or outcome.status in {500, 502, 503, 504}) or not safe


@thorough(max_examples=150)
@given(outcomes, limits, calls)
def test_the_end_of_a_call_is_true_to_what_happened(plan, settings, call):
    world = World()
    line = Line(world, plan)
    end = world.play(line, call, settings)
    last = line.given[-1] if line.given else None
    if isinstance(end, Response):
        assert end == last
    elif isinstance(end, RateLimitedError) and "not sent" in end.message:
        assert world.shared.state(world.clock()).seconds_left > 0
    elif isinstance(end, StatusError):
        assert isinstance(last, Response)
        assert end.status == last.status
    elif isinstance(end, TransportError):
        was_sent = any(getattr(each, "sent", True) for each in line.given)
        assert end.sent or not was_sent


@thorough(max_examples=100)
@given(st.lists(st.tuples(outcomes, calls), max_size=8), limits)
def test_the_calls_of_one_client_never_spend_more_tokens_than_there_are(
    several, settings
):
    world = World()
    world.shared.bucket = retry.Bucket(40)
    for plan, call in several:
        before = world.shared.bucket.tokens
        end = world.play(Line(world, plan), call, settings)
        left = world.shared.bucket.tokens
        assert 0 <= left <= 40
        if isinstance(end, ClientError) and not isinstance(end, TransportError):
            assert left <= before + retry.REFUND


storms = st.lists(
    st.tuples(
        st.integers(1, 20).map(lambda wait: answer("", 429, retry_after=str(wait)))
        | responses,
        st.floats(0, 3),
    ),
    min_size=1,
    max_size=3,
)


@thorough(max_examples=150)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), storms | outcomes, calls), min_size=2, max_size=8
    ),
    limits,
    st.integers(1, 3),
    st.floats(5, 60),
)
def test_no_client_of_an_account_sends_in_the_window_of_another(
    several, settings, attempts, longest
):
    settings = replace(settings, timeout=100.0, max_attempts=attempts, max_wait=longest)
    world = World()
    clients = [world.client() for _ in range(3)]
    for number, plan, call in several:
        world.play(Line(world, plan), call, settings, clients[number])
        assert_waits_are_kept(world, settings)
