"""What a client decides for all its calls, and what holds where it does not."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..description.api import ErrorTable

TIMEOUT = 60.0
ATTEMPT_TIMEOUT = 15.0
MAX_ATTEMPTS = 4
MAX_WAIT = 30.0
MAX_BODY = 33_554_432

OnUnavailable: TypeAlias = Literal["raise", "route"]
"""What to do with a call that the quota mode lacks: raise, or ask its replacement."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The two clocks: one for durations, one for the calendar."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a client decides for all its calls.

    Attributes:
        base_url: Where requests go, normalised.
        spec_url: The base URL the description of the API declares.
        timeout: Seconds a whole call may take.
        attempt_timeout: Seconds one request may take.
        max_attempts: How many times a request may be sent, the first one included.
        max_wait: The longest wait before a request, in seconds.
        max_body: The largest response body, in bytes, after decompression.
        user_agent: The name of the client.
        logger: The name of the logger.
        if_none_match: The entity tag of the answer already known, or `None`.
        errors: The exceptions by status and reason.
        strict: Whether a departure of a response from the description is an error.
        quota_mode: The quota mode of the application, or `None` if it is unknown.
        on_unavailable: What to do with a call that this mode lacks.
    """

    base_url: str
    spec_url: str
    timeout: float
    attempt_timeout: float
    max_attempts: int = MAX_ATTEMPTS
    max_wait: float = MAX_WAIT
    max_body: int
    user_agent: str
    logger: str
    errors: ErrorTable
    if_none_match: str | None = None
    strict: bool = False
    quota_mode: str | None = None
    on_unavailable: OnUnavailable = "raise"

    def __post_init__(self) -> None:
        """Refuse values that make no sense.

        Raises:
            ConfigurationError: If a limit is out of its range.
        """
        for name in ("timeout", "attempt_timeout", "max_body"):
            value: Any = getattr(self, name)
            if not _is_number(value) or not 0 < value < math.inf:
                raise ConfigurationError(f"{name} must be a number above 0")
        attempts: Any = self.max_attempts
        if not _is_number(attempts) or not isinstance(attempts, int) or attempts < 1:
            raise ConfigurationError("max_attempts must be a whole number, 1 or more")
        if not _is_number(self.max_wait) or not 0 <= self.max_wait < math.inf:
            raise ConfigurationError("max_wait must be a number, 0 or more")
        if self.on_unavailable not in get_args(OnUnavailable):
            raise ConfigurationError('on_unavailable must be "raise" or "route"')


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
