"""Many calls at once against a server that takes a few each second."""

from __future__ import annotations

import heapq
import itertools
import random
from datetime import timedelta
from typing import Any

import pytest

from _runtime.calls.settings import Clock
from _runtime.core.secret import Secret
from _runtime.engine import governor
from _runtime.engine.exchange import exchange
from _runtime.engine.limits import MemoryLimitStore
from _runtime.engine.progress import Progress, Shared
from _runtime.engine.steps import AskLimit, Send, SetLimit, Sleep, Token
from _runtime.errors import ClientError, RateLimitedError
from _runtime.http.messages import Response
from tests.support.play import BEGIN, CALL, World, settings
from tests.support.things import answer

LATENCY = 0.05


class Crowd:
    """Calls of one client, in a time that passes only when all of them wait."""

    def __init__(self, rate: int, seed: int, **options: Any) -> None:
        """Prepare a server that takes `rate` requests each second."""
        self.now = 1000.0
        self.random = random.Random(seed)
        self.settings = settings(**options)
        self.clock = Clock(lambda: self.now, lambda: BEGIN + timedelta(0, self.now))
        self.store = MemoryLimitStore(lambda: self.now)
        self.shared = Shared(random=self.random.random)
        self.rate = rate
        self.second = self.taken = 0
        self.refused = 0
        self.slept: list[float] = []
        self.ends: list[Response | ClientError] = []
        self._queue: list[tuple[float, int, Any, Any]] = []
        self._numbers = itertools.count()

    def play(self, calls: int, at_once: int) -> None:
        """Carry calls out, so many at a time."""
        left = iter(range(calls))
        for _ in zip(range(at_once), left, strict=False):
            self._begin()
        while self._queue:
            self.now, _, steps, outcome = heapq.heappop(self._queue)
            if self._run(steps, outcome) and next(left, None) is not None:
                self._begin()

    def steps(self) -> Any:
        """Return the steps of one call."""
        begun = Progress.begin(CALL, self.settings, self.clock, self.shared)
        return exchange(begun)

    def _begin(self) -> None:
        steps = self.steps()
        self._later(self.random.random() / 100, steps, None)

    def _later(self, seconds: float, steps: Any, outcome: Any) -> None:
        event = (self.now + seconds, next(self._numbers), steps, outcome)
        heapq.heappush(self._queue, event)

    def _run(self, steps: Any, outcome: Any) -> bool:
        """Perform steps until one takes time; say whether they have ended."""
        try:
            while True:
                step = steps.send(outcome)
                if isinstance(step, Sleep):
                    self.slept.append(step.seconds)
                    self._later(step.seconds, steps, None)
                    return False
                if isinstance(step, Send):
                    latency = LATENCY * (0.5 + self.random.random())
                    self._later(latency, steps, self._served())
                    return False
                outcome = self._known(step)
        except StopIteration as end:
            self.ends.append(end.value)
        except ClientError as error:
            self.ends.append(error)
        return True

    def _known(self, step: Any) -> Any:
        if isinstance(step, AskLimit):
            return self.store.until(step.key)
        if isinstance(step, SetLimit):
            return self.store.extend(step.key, step.seconds)
        assert isinstance(step, Token)
        return Secret("token")

    def _served(self) -> Response:
        if int(self.now) != self.second:
            self.second, self.taken = int(self.now), 0
        self.taken += 1
        if self.taken <= self.rate:
            return answer("{}")
        self.refused += 1
        return answer("", 429, retry_after="1")


@pytest.mark.promise("waiting-calls-are-spread")
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("calls", "at_once"), [(150, 150), (150, 30), (300, 50)])
def test_all_of_a_crowd_come_through(calls: int, at_once: int, seed: int):
    crowd = Crowd(15, seed, timeout=60.0, max_wait=30.0)
    crowd.play(calls, at_once)
    assert len(crowd.ends) == calls
    failed = [end for end in crowd.ends if isinstance(end, ClientError)]
    assert len(failed) <= calls // 200
    assert crowd.now - 1000.0 < 3 * calls / 15
    assert max(crowd.slept) <= 30.0


@pytest.mark.promise("waiting-calls-are-spread")
@pytest.mark.parametrize("limits", [(2.0, 30.0), (60.0, 1.5), (60.0, 1.0), (1.01, 9.0)])
def test_to_be_spread_is_no_reason_to_wait_too_long(limits: tuple[float, float]):
    timeout, max_wait = limits
    crowd = Crowd(1, 0, timeout=timeout, max_wait=max_wait)
    crowd.play(40, 40)
    assert max(crowd.slept, default=0.0) <= max_wait
    assert crowd.now - 1000.0 < timeout + 40 * LATENCY
    assert {type(end) for end in crowd.ends} <= {Response, RateLimitedError}


def test_who_waits_alone_waits_no_longer_than_asked():
    world = World()
    late = answer("", 429, retry_after="7")
    world.play([late, answer("{}")], CALL, settings())
    assert [seconds for _, seconds in world.slept] == [7.0]


def test_who_only_lost_a_race_pays_nothing_for_the_next_attempt():
    crowd = Crowd(1, 0, timeout=60.0, max_wait=30.0)
    tokens = crowd.shared.bucket.tokens
    crowd.play(20, 20)
    assert crowd.refused > 19
    assert tokens - crowd.shared.bucket.tokens < 19 * 5


def test_nobody_is_counted_who_does_not_wait():
    crowd = Crowd(15, 0, timeout=60.0, max_wait=30.0)
    crowd.play(60, 60)
    assert governor.WAITING._counts == {}
    steps = crowd.steps()
    crowd.store.extend(governor.key(CALL.url, Secret("token")), 5.0)
    step = next(steps)
    while not isinstance(step, Sleep):
        step = steps.send(crowd._known(step))
    assert list(governor.WAITING._counts.values()) == [1]
    governor.WAITING._forked()
    steps.close()
    assert governor.WAITING._counts == {}
