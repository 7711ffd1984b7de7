"""A driver of the engine in which time passes only where a test says so."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from _runtime.calls.call import Call
from _runtime.calls.settings import Clock, Settings
from _runtime.core.notifier import Notifier
from _runtime.core.secret import Secret
from _runtime.core.sleep import InterruptedSleepError
from _runtime.engine.events import Event
from _runtime.engine.exchange import exchange
from _runtime.engine.limits import MemoryLimitStore
from _runtime.engine.progress import Progress, Shared
from _runtime.engine.shielded import late
from _runtime.engine.steps import (
    AskLimit,
    Invoke,
    Send,
    SetLimit,
    Shielded,
    Sleep,
    Steps,
    Token,
)
from _runtime.errors import ClientError
from _runtime.http.messages import Request, Response
from tests.support.things import BASE, ERRORS, GET

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
CALL = Call(
    label="things.get GET /things/{id}",
    method="GET",
    url=f"{BASE}/things/a",
    operation=GET,
)
ERRORS_WITH_NEVER = replace(ERRORS, never=frozenset({(429, "USED_UP")}))
"""Those of the invented API, and one reason that no other attempt helps."""


def settings(**chosen: Any) -> Settings:
    """Decide what a client of the invented API decides, but for what a test chooses."""
    usual: dict[str, Any] = {
        "base_url": BASE,
        "spec_url": BASE,
        "timeout": 60.0,
        "attempt_timeout": 15.0,
        "max_body": 1000,
        "user_agent": "things/1",
        "logger": "things",
        "errors": ERRORS,
    }
    return Settings(**usual | chosen)


@dataclass
class World:
    """Time, a store of windows, and what calls did, each with the time it did it."""

    time: float = 1000.0
    jitter: float = 1.0
    token_seconds: float = 0.0
    send_seconds: float = 0.0
    token: str = "canary"
    tokens: list[str] = field(default_factory=list)
    sent: list[tuple[float, Request]] = field(default_factory=list)
    slept: list[tuple[float, float]] = field(default_factory=list)
    windows: list[tuple[float, float]] = field(default_factory=list)
    silences: list[tuple[int, float]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    waiting_until: float = math.inf

    def __post_init__(self) -> None:
        self.store = MemoryLimitStore(lambda: self.time)
        self.shared = self.client()

    def client(self) -> Shared:
        """Return what the calls of another client would share."""
        notify = Notifier(self.events.append, "things")
        return Shared(notify=notify, random=lambda: self.jitter)

    def clock(self) -> Clock:
        return Clock(
            monotonic=lambda: self.time,
            now=lambda: BEGIN + timedelta(seconds=self.time - 1000.0),
        )

    def play(
        self,
        outcomes: Iterable[Response | ClientError],
        call: Call,
        settings: Settings,
        shared: Shared | None = None,
    ) -> Response | ClientError:
        """Carry a call out against `outcomes`; return what it ends with."""
        shared = shared or self.shared
        steps = exchange(Progress.begin(call, settings, self.clock(), shared))
        pending = iter(outcomes)
        try:
            return self._drive(steps, pending)
        except ClientError as error:
            return error
        finally:
            steps.close()

    def _drive(self, steps: Steps[Response], pending) -> Response:
        try:
            step = next(steps)
            while True:
                try:
                    outcome = self._outcome(step, pending)
                except Exception as error:  # noqa: BLE001 - the steps decide
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome)
        except StopIteration as end:
            return end.value

    def _outcome(self, step: object, pending) -> object:
        if isinstance(step, Shielded):
            return self._shielded(step, pending)
        if not isinstance(step, Send):
            return self._perform(step)
        self.sent.append((self.time, step.request))
        self.time += self.send_seconds
        outcome = next(pending)
        if isinstance(outcome, ClientError):
            raise outcome
        return outcome

    def _shielded(self, step: Shielded, pending) -> object:
        """Perform steps that may take longer than they are waited for.

        They are then over, for this world, at the moment nobody waits any more.
        """
        before, self.waiting_until = self.waiting_until, self.time + step.seconds
        try:
            return self._drive(step.steps, pending)
        except InterruptedSleepError:
            raise late(step) from None
        finally:
            ends, self.waiting_until = self.waiting_until, before
            if self.time > ends:
                self.time = ends
                raise late(step)

    def until_sent(self, steps: Steps[Response], step: object) -> None:
        """Perform steps up to the next request, which stays under way."""
        while not isinstance(step, Send):
            step = steps.send(self._perform(step))

    def _perform(self, step: object) -> object:
        if isinstance(step, Token):
            self.time += self.token_seconds
            return Secret(self.tokens.pop(0) if self.tokens else self.token)
        if isinstance(step, AskLimit):
            return self.store.until(step.key)
        if isinstance(step, SetLimit):
            self.windows.append((self.time, self.time + step.seconds))
            self.silences.append((len(self.sent), self.time + step.seconds))
            return self.store.extend(step.key, step.seconds)
        if isinstance(step, Invoke):
            return step.blocking()
        assert isinstance(step, Sleep)
        if self.time + step.seconds > self.waiting_until:
            self.time = max(self.time, self.waiting_until)
            raise InterruptedSleepError
        self.slept.append((self.time, step.seconds))
        self.time += step.seconds
        return None

    @property
    def requests(self) -> list[Request]:
        return [request for _, request in self.sent]

    @property
    def pauses(self) -> list[float]:
        return [seconds for _, seconds in self.slept]
