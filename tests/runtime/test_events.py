"""What a client tells its user about each call."""

from __future__ import annotations

import asyncio
import logging
import pickle
from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest

from _runtime.calls.call import Call
from _runtime.core.notifier import Notifier
from _runtime.engine.events import (
    Event,
    RateLimitWindow,
    RequestSent,
    ResponseReceived,
    RetryScheduled,
)
from _runtime.errors import ConnectFailedError, RateLimitedError
from tests.support.play import BEGIN, World, settings
from tests.support.things import BASE, GET, AsyncShop, Shop, answer, script

LABEL = "things.get GET /things/{id}"
CALL = Call(label=LABEL, method="GET", url=f"{BASE}/things/a?q=canary", operation=GET)
SETTINGS = settings()


def test_the_events_of_a_call():
    world = World(send_seconds=2.0)
    outcomes = [ConnectFailedError("canary"), answer("canary", 429, retry_after="9")]
    world.play([*outcomes, answer("canary")], CALL, SETTINGS)
    assert world.events == [
        RequestSent(operation=LABEL, attempt=1),
        RetryScheduled(
            operation=LABEL,
            attempt=1,
            seconds=0.05,
            error="ConnectFailedError",
            status=None,
        ),
        RequestSent(operation=LABEL, attempt=2),
        ResponseReceived(operation=LABEL, attempt=2, status=429, seconds=2.0),
        RateLimitWindow(
            operation=LABEL,
            attempt=2,
            seconds=9.0,
            ends_at=BEGIN + timedelta(seconds=13.05),
        ),
        RetryScheduled(
            operation=LABEL,
            attempt=2,
            seconds=9.0,
            error="RateLimitedError",
            status=429,
        ),
        RequestSent(operation=LABEL, attempt=3),
        ResponseReceived(
            operation=LABEL, attempt=3, status=200, seconds=pytest.approx(2.0)
        ),
    ]
    assert "canary" not in repr(world.events)


def test_events_are_values():
    event = RequestSent(operation=LABEL, attempt=1)
    assert isinstance(event, Event)
    assert pickle.loads(pickle.dumps(event)) == event
    with pytest.raises(FrozenInstanceError):
        event.attempt = 2


def test_a_redirect_is_the_same_attempt():
    world = World()
    outcomes = [answer("", 302, location="/v1/b"), answer("")]
    world.play(outcomes, CALL, SETTINGS)
    assert [event.attempt for event in world.events] == [1, 1, 1, 1]


def test_no_attempt_means_no_request_and_no_event():
    world = World()
    world.play([answer("", 429, retry_after="90")], CALL, SETTINGS)
    world.events.clear()
    world.play([], CALL, replace(SETTINGS, max_attempts=9))
    assert world.events == []


@pytest.mark.parametrize("error", [RuntimeError("boom"), RateLimitedError(status=429)])
def test_a_function_that_fails_breaks_no_call_and_is_told_once(caplog, error):
    def fail(event: Event) -> None:
        raise error

    with (
        caplog.at_level(logging.INFO, "things"),
        Shop("token", transport=script("{}", "{}"), on_event=fail) as shop,
    ):
        shop.request("GET", "/a")
        shop.with_options(max_attempts=1).request("GET", "/b")
    records = [record for record in caplog.records if record.name == "things"]
    assert [record.levelname for record in records] == ["ERROR"]
    assert records[0].exc_info[1] is error


def test_a_function_may_end_the_program():
    def stop(event: Event) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Notifier(stop)(RequestSent(operation="", attempt=1))


def test_both_clients_tell_the_same():
    told: list[Event] = []
    answers = [answer("", 502), answer("", 204)]
    Shop("token", transport=script(*answers), on_event=told.append).state()
    shop = AsyncShop("token", transport=script(*answers), on_event=told.append)
    asyncio.run(shop.state())
    kinds = [RequestSent, ResponseReceived, RetryScheduled, RequestSent]
    assert [type(event) for event in told] == [*kinds, ResponseReceived] * 2
    assert {event.operation for event in told} == {"state GET /state"}
