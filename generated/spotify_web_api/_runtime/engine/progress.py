"""How far a call has come, and what the calls of a client share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from ..core.notifier import Notifier
from ..core.redaction import NO_SECRETS, Redactor
from ..decoding.drift import DriftLog
from ..errors import DeadlineExceededError
from .limits import LimitState
from .retry import REFUND, Bucket

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..caching.cache import Cache
    from ..calls.call import Call
    from ..calls.settings import Clock, Settings
    from ..core.secret import Secret
    from .events import Event
    from .ports import Grant


def _random() -> float:
    import random

    return random.random()  # noqa: S311 - it spreads load and guards nothing


@dataclass(slots=True, kw_only=True)
class Shared:
    """What the calls of a client and of its views share.

    Attributes:
        bucket: The tokens that repetitions cost.
        notify: Takes the events.
        drift: Takes the departures of responses from the description.
        random: Returns a number from 0 to 1.
        grant: What gets the access tokens, or `None` if the driver does.
        redactor: What knows the access token that was sent last, so that the next call
            need not find out anew what it may look like.
        cache: What keeps answers, or `None`.
        window_end: When the last window the client heard of ends, by the
            monotonic clock; `None` without one.
    """

    bucket: Bucket = field(default_factory=Bucket)
    notify: Notifier[Event] = field(default_factory=Notifier["Event"])
    drift: DriftLog = field(default_factory=DriftLog)
    random: Callable[[], float] = _random
    grant: Grant | None = None
    redactor: Redactor = NO_SECRETS
    cache: Cache | None = None
    window_end: float | None = None

    @property
    def client_id(self) -> str | None:
        """The application whose calls they are, or `None` if unknown."""
        return None if self.grant is None else self.grant.client_id

    def state(self, clock: Clock) -> LimitState:
        """Return what a user may know of it.

        Args:
            clock: The clocks to measure by.
        """
        end = self.window_end
        left = 0.0 if end is None else max(0.0, end - clock.monotonic())
        return LimitState(
            seconds_left=left,
            ends_at=clock.now() + timedelta(seconds=left) if left else None,
            retry_tokens=self.bucket.tokens,
        )


@dataclass(slots=True)
class Progress:
    """How far a call has come.

    Attributes:
        call: What is called.
        settings: The limits and the addresses.
        clock: The clocks to measure by.
        shared: What the calls of the client share.
        started: When the call began, by the monotonic clock.
        attempts: How many requests were made; those of redirects do not count.
        sent: Whether any of them may have reached the server.
        price: What the last repetition cost; `None` without one.
        failure: What the attempt before failed with, or `None`.
        token: The access token of the last request, or `None` before.
        granted: Its scopes, or `None` if unknown.
        owner: Whose token that is, or `None` if it came from no grant.
        renewed: The token asked for after a refusal, or `None`.
        redactor: What knows the access tokens that were sent.
        redirected: Whether the server sent the call elsewhere.
        keep: Puts the answer into the cache, to be called once it is decoded; `None`
            where that is not to be done.
    """

    call: Call
    settings: Settings
    clock: Clock
    shared: Shared
    started: float
    attempts: int = 0
    sent: bool = False
    price: int | None = None
    failure: str | None = None
    token: Secret | None = None
    granted: frozenset[str] | None = None
    owner: str | None = None
    renewed: Secret | None = None
    redactor: Redactor = NO_SECRETS
    redirected: bool = False
    keep: Callable[[], None] | None = None

    @classmethod
    def begin(
        cls, call: Call, settings: Settings, clock: Clock, shared: Shared
    ) -> Progress:
        """Begin a call: its time runs from now on."""
        return cls(call, settings, clock, shared, clock.monotonic())

    @property
    def seconds(self) -> float:
        """How long the call has taken so far."""
        return self.clock.monotonic() - self.started

    @property
    def left(self) -> float:
        """Seconds until the call has to end."""
        return self.settings.timeout - self.seconds

    def allows(self, wait: float) -> bool:
        """Say whether the call may wait that many seconds."""
        return wait <= self.settings.max_wait and wait < self.left

    def succeed(self) -> None:
        """Give back what the last repetition cost."""
        self.shared.bucket.give(REFUND if self.price is None else self.price)
        self.price = None

    def expect_time(self) -> None:
        """See that there is time left to decode the answer.

        Raises:
            DeadlineExceededError: If there is none.
        """
        if self.left > 0:
            return
        raise DeadlineExceededError(
            f"the answer was not decoded after {self.seconds:.3g} s "
            f"(timeout={self.settings.timeout:g}, attempts: {self.attempts})",
            seconds=self.seconds,
            attempts=self.attempts,
            last_failure=self.failure,
        )

    def late(
        self, failure: DeadlineExceededError | None = None
    ) -> DeadlineExceededError:
        """Return the error of a call whose time is over.

        Args:
            failure: What the last request ended with; `None` if none was sent.
        """
        settings, seconds = self.settings, self.seconds
        limit = "timeout" if seconds >= settings.timeout else "attempt_timeout"
        allowed = settings.timeout if limit == "timeout" else settings.attempt_timeout
        last = self.failure or (None if failure is None else str(failure))
        after = f"; before: {self.failure}" if self.failure else ""
        return DeadlineExceededError(
            f"no complete response after {seconds:.3g} s "
            f"({limit}={allowed:g}, attempts: {self.attempts}){after}",
            sent=self.sent if failure is None else failure.sent,
            cause_type="" if failure is None else failure.cause_type,
            cause_text="" if failure is None else failure.cause_text,
            seconds=seconds,
            attempts=self.attempts,
            last_failure=last,
        )
