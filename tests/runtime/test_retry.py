"""Which failures lead to another attempt, when, and at what price."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import anyio
import pytest
from hypothesis import given, strategies as st

from _runtime.engine import retry
from _runtime.engine.events import RetryScheduled
from _runtime.engine.retry import Bucket
from _runtime.errors import (
    ClientStatusError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    ProtocolError,
    RateLimitedError,
    ResponseTooLargeError,
    ServerError,
    StatusError,
    TransportError,
    UnsafeUrlError,
)
from _runtime.http.messages import Response
from tests.support.play import BEGIN, CALL, ERRORS_WITH_NEVER, World, settings
from tests.support.things import (
    BASE,
    GET,
    AsyncShop,
    BadGatewayError,
    Shop,
    answer,
    script,
)
from tests.support.timing import not_waiting

SETTINGS = settings(errors=ERRORS_WITH_NEVER)
READ = CALL
WRITE = replace(READ, method="POST", operation=replace(GET, method="POST"))
LATE = DeadlineExceededError("late", cause_type="ReadTimeout")
USED_UP = '{"error": {"status": 429, "message": "x", "reason": "USED_UP"}}'


def bucket_of(tokens: int) -> Bucket:
    bucket = Bucket()
    assert bucket.take(retry.CAPACITY - tokens)
    return bucket


def outcomes_of(statuses: list[int]) -> list[Response]:
    return [answer("", status) for status in statuses]


# The published scenarios of botocore's and smithy's standard mode: statuses, tokens,
# most attempts; then the end, the attempts made, the tokens left and the pauses.
SCENARIOS = [
    pytest.param(([200], 500, 3), (200, 1, 500, []), id="success"),
    pytest.param(([200], 490, 3), (200, 1, 491, []), id="success gives one back"),
    pytest.param(([500, 500, 200], 500, 3), (200, 3, 486, [0.05, 0.1]), id="recovers"),
    pytest.param(([502] * 3, 500, 3), (502, 3, 472, [0.05, 0.1]), id="attempts end"),
    pytest.param(([500], 0, 3), (500, 1, 0, []), id="no tokens"),
    pytest.param(([500, 500], 14, 3), (500, 2, 0, [0.05]), id="tokens for one"),
    pytest.param(([500, 502], 20, 5), (502, 2, 6, [0.05]), id="too few for two"),
    pytest.param(([500] * 2 + [502], 30, 5), (502, 3, 2, [0.05, 0.1]), id="for two"),
    pytest.param(([500, 200], 14, 3), (200, 2, 14, [0.05]), id="tokens come back"),
    pytest.param(([429, 200], 500, 3), (200, 2, 500, [1.0]), id="a throttle"),
    pytest.param(([429] * 3, 500, 3), (429, 3, 490, [1.0, 2.0]), id="throttled"),
    pytest.param(([429], 4, 3), (429, 1, 4, []), id="too few for a throttle"),
    pytest.param(([503, 429, 200], 500, 3), (200, 3, 486, [0.05, 2.0]), id="both"),
    pytest.param(([504, 404], 500, 3), (404, 2, 486, [0.05]), id="another error ends"),
    pytest.param(([502], 500, 1), (502, 1, 500, []), id="one attempt"),
    pytest.param(
        ([500] * 10 + [200], 500, 11),
        (200, 11, 374, [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20.0]),
        id="the backoff grows to its limit",
    ),
]


@pytest.mark.promise("repetitions-are-bounded")
@pytest.mark.parametrize(("given", "expected"), SCENARIOS)
def test_scenarios(given, expected):
    statuses, tokens, most = given
    end, attempts, left, pauses = expected
    world = World()
    world.shared.bucket = bucket_of(tokens)
    settings = replace(SETTINGS, max_attempts=most)
    found = world.play(outcomes_of(statuses), READ, settings)
    assert isinstance(found, Response | StatusError)
    assert found.status == end
    assert len(world.sent) == attempts
    assert world.shared.bucket.tokens == left
    assert world.pauses == pytest.approx(pauses)


@pytest.mark.promise("backoff-is-capped-then-scattered")
def test_the_backoff_is_cut_before_it_is_scattered():
    error = ServerError(status=500)
    longest = [retry.delay(error, each, lambda: 1.0) for each in range(11)]
    assert longest == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20.0, 20.0]
    assert [retry.delay(error, each, lambda: 0.5) for each in range(11)] == [
        each / 2 for each in longest
    ]
    throttled = RateLimitedError(status=429)
    assert [retry.delay(throttled, each, lambda: 1.0) for each in range(6)] == [
        *(1.0, 2.0, 4.0, 8.0, 16.0, 20.0)
    ]
    assert retry.delay(error, 10_000, lambda: 1.0) == 20.0


@pytest.mark.promise("backoff-is-capped-then-scattered")
def test_the_default_jitter_is_uniform():
    from _runtime.engine.progress import Shared

    random = Shared().random
    values = [random() for _ in range(10_000)]
    assert all(0 <= value < 1 for value in values)
    for tenth in range(10):
        assert 800 < sum(tenth <= value * 10 < tenth + 1 for value in values) < 1200


SENT = [answer("", 500), answer("", 502), answer("", 503), answer("", 504), LATE]
SENT += [ProtocolError("broken"), TransportError("broken")]
UNSENT = [ConnectFailedError("no"), DeadlineExceededError("late", sent=False)]
UNSENT += [ProtocolError("no", sent=False), answer("", 429)]
HOPELESS = [answer("", status) for status in (302, 400, 401, 403, 404, 408, 501, 505)]
HOPELESS += [ResponseTooLargeError("big"), UnsafeUrlError("no"), answer(USED_UP, 429)]


@pytest.mark.promise("writes-go-out-once")
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "POST", "PATCH"])
@pytest.mark.parametrize("rule", [None, "safe", "never"])
def test_what_is_repeated(method, rule):
    call = replace(READ, method=method, operation=replace(GET, retry=rule))
    safe = method not in {"POST", "PATCH"} if rule is None else rule == "safe"
    for first, expected in [
        *((each, 2 if safe else 1) for each in SENT),
        *((each, 2) for each in UNSENT),
        *((each, 1) for each in HOPELESS),
    ]:
        world = World()
        world.play([first, answer("")], call, SETTINGS)
        assert len(world.sent) == expected, (method, rule, first)


def test_a_free_request_goes_by_its_verb():
    for method, expected in (("GET", 2), ("POST", 1)):
        world = World()
        call = replace(READ, method=method, operation=None)
        world.play([answer("", 502), answer("")], call, SETTINGS)
        assert len(world.sent) == expected


def test_errors_that_are_not_of_the_transport_end_the_call():
    world = World()
    failure = ConfigurationError("a package is missing")
    assert world.play([failure], READ, SETTINGS) is failure
    assert len(world.sent) == 1


@pytest.mark.promise("the-own-error-is-kept")
def test_an_exhausted_call_ends_with_its_own_error():
    world = World()
    last = ConnectFailedError("refused")
    failures = [answer("", 502), LATE, answer("", 500)]
    assert world.play([*failures, last], READ, SETTINGS) is last
    assert last.sent, "an earlier attempt reached the server"
    end = World().play([*failures, answer("", 502)], READ, SETTINGS)
    assert type(end) is BadGatewayError
    late = World().play([*failures, LATE], READ, SETTINGS)
    assert isinstance(late, DeadlineExceededError)
    assert (late.attempts, late.cause_type) == (4, "ReadTimeout")
    assert late.last_failure is not None
    assert late.last_failure.startswith("500")
    assert "attempts: 4" in str(late)


@pytest.mark.parametrize("status", [429, 503])
def test_what_the_server_asks_for_is_the_wait(status):
    world = World()
    asked = answer("", status, retry_after="7")
    world.play([asked, answer("")], READ, SETTINGS)
    assert world.pauses == [7.0]
    assert len(world.sent) == 2


@pytest.mark.parametrize("value", ["0", "-1", "nan", "1e9", "soon", ""])
def test_what_means_nothing_is_no_wait(value):
    world = World()
    world.play([answer("", 429, retry_after=value), answer("")], READ, SETTINGS)
    assert world.pauses == [1.0]
    assert world.windows == []


def test_a_date_is_a_wait_too():
    world = World()
    date = "Thu, 01 Jan 2026 00:00:09 GMT"
    world.play([answer("", 429, retry_after=date), answer("")], READ, SETTINGS)
    assert world.pauses == [9.0]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", [31, 80000])
def test_a_wait_that_is_too_long_ends_the_call_at_once(status, wait):
    world = World()
    asked = answer("", status, retry_after=str(wait))
    end = world.play([asked], READ, SETTINGS)
    assert isinstance(end, RateLimitedError if status == 429 else ServerError)
    assert end.retry_after == wait
    assert (end.retry_at - BEGIN).total_seconds() == wait
    assert world.pauses == []
    assert world.shared.bucket.tokens == 500


@pytest.mark.promise("long-waits-are-refused-at-once")
def test_a_wait_beyond_the_deadline_ends_the_call_at_once():
    world = World(send_seconds=4.0)
    asked = answer("", 503, retry_after="6")
    settings = replace(SETTINGS, timeout=10.0)
    end = world.play([asked], READ, settings)
    assert isinstance(end, ServerError)
    assert (world.time, world.pauses) == (1004.0, [])


def test_a_stalled_attempt_is_repeated_within_the_deadline():
    world = World(send_seconds=15.0)
    end = world.play([LATE] * 9, READ, replace(SETTINGS, max_attempts=9))
    assert isinstance(end, DeadlineExceededError)
    assert [round(request.timeout) for request in world.requests] == [15, 15, 15, 15]
    assert end.attempts == 4
    assert end.last_failure is not None


def test_redirects_are_no_attempts_and_failures_after_them_repeat_the_last_hop():
    world = World()
    moved = answer("", 302, location="/v1/b")
    outcomes = [answer("", 500), moved, answer("", 500), answer("", 500)]
    world.play([*outcomes, answer("x")], READ, SETTINGS)
    paths = [request.url.removeprefix(BASE) for request in world.requests]
    assert paths == ["/things/a", "/things/a", "/b", "/b", "/b"]
    error = World().play([*outcomes, answer("", 500)], READ, SETTINGS)
    assert isinstance(error, ServerError)


@pytest.mark.promise("one-bucket-for-all-calls")
def test_views_share_the_tokens_of_a_client_and_other_clients_do_not():
    failing = script(*[answer("", 502)] * 3)
    shop = Shop("token", transport=failing, max_attempts=2)
    with pytest.raises(BadGatewayError):
        shop.colors()
    assert len(failing.requests) == 2
    view = shop.with_options(max_attempts=1)
    with pytest.raises(BadGatewayError):
        view.colors()
    assert len(failing.requests) == 3
    assert view.limits.retry_tokens == shop.limits.retry_tokens == 486
    assert Shop("token").limits.retry_tokens == 500


@pytest.mark.parametrize("options", [{"max_attempts": 0}, {"max_wait": -1}])
@pytest.mark.parametrize("kind", [Shop, AsyncShop])
def test_options_that_make_no_sense_are_refused(kind, options):
    with pytest.raises(ConfigurationError):
        kind("token", **options)
    with pytest.raises(ConfigurationError):
        kind("token").with_options(**options)


@pytest.mark.promise("one-bucket-for-all-calls")
def test_many_threads_share_a_bucket():
    bucket = Bucket(1000)
    lowest = []

    def work(_: int) -> int:
        taken = 0
        for _ in range(2000):
            if bucket.take(7):
                taken += 1
                lowest.append(bucket.tokens)
                bucket.give(7)
        return taken

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(work, range(8))) == 8 * 2000
    assert bucket.tokens == 1000
    assert min(lowest) >= 0


def test_threads_take_no_more_than_there_is():
    bucket = Bucket(500)
    start = threading.Barrier(8)

    def work(_: int) -> int:
        start.wait()
        return sum(bucket.take(14) for _ in range(100))

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(work, range(8))) == 500 // 14
    assert bucket.tokens == 500 % 14


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 20))))
def test_a_bucket_is_never_below_zero_or_above_its_capacity(steps):
    bucket = Bucket(40)
    expected = 40
    for is_taking, amount in steps:
        if is_taking:
            assert bucket.take(amount) == (amount <= expected)
            expected -= amount if amount <= expected else 0
        else:
            bucket.give(amount)
            expected = min(40, expected + amount)
        assert bucket.tokens == expected


@pytest.mark.promise("waits-can-be-ended")
def test_ctrl_c_ends_a_wait():
    calls = script(answer("", 503, retry_after="25"))
    timer = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))

    def note(event: object) -> None:
        if isinstance(event, RetryScheduled):
            timer.start()

    shop = Shop("token", transport=calls, timeout=100.0, on_event=note)
    with not_waiting(25), pytest.raises(KeyboardInterrupt), shop:
        shop.colors()
    assert len(calls.requests) == calls.closed == 1


@pytest.mark.promise("waits-can-be-ended")
@pytest.mark.anyio
async def test_a_wait_can_be_cancelled():
    calls = script(answer("", 503, retry_after="25"), "{}")
    async with AsyncShop("token", transport=calls, timeout=100.0) as shop:
        with not_waiting(25), anyio.move_on_after(0.05) as scope:
            await shop.state()
        assert scope.cancelled_caught
    assert len(calls.requests) == 1


def test_both_drivers_wait():
    thing = '{"type": "thing", "id": "abcd"}'
    failures = (answer("", 503, retry_after="1"), thing)
    for calling in (
        lambda calls: Shop("token", transport=calls).state(),
        lambda calls: anyio.run(AsyncShop("token", transport=calls).state),
    ):
        calls = script(*failures)
        started = time.monotonic()
        assert calling(calls).id == "abcd"
        assert time.monotonic() - started >= 1.0
        assert len(calls.requests) == 2


def test_other_refusals_are_not_repeated_by_a_client():
    calls = script(answer("", 401))
    with pytest.raises(ClientStatusError):
        Shop("token", transport=calls).colors()
    assert len(calls.requests) == 1
