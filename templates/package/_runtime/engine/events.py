"""What a client tells its user about each call, without any secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened during a call.

    Attributes:
        operation: The name and route of the operation; no arguments in it.
        attempt: The number of the attempt, from 1; 0 before the first one.
    """

    operation: str
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSent(Event):
    """A request is on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseReceived(Event):
    """A response is there.

    Attributes:
        status: The HTTP status.
        seconds: How long the attempt took.
    """

    status: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryScheduled(Event):
    """An attempt failed and the request will be repeated.

    Attributes:
        seconds: How long the call waits before.
        error: The class of the failure, such as `ConnectFailedError`.
        status: The HTTP status of the failure, or `None` without a response.
    """

    seconds: float
    error: str
    status: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimitWindow(Event):
    """A window began in which nothing is sent.

    Attributes:
        seconds: How long it lasts.
        ends_at: The time when it ends, in UTC.
    """

    seconds: float
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRefreshed(Event):
    """The authorization server granted a new access token.

    Attributes:
        lifetime: How many seconds it is good for, or `None` if unknown.
    """

    lifetime: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokensNotStored(Event):
    """New tokens could not be stored.

    They are kept in memory, used from there, and stored at the next chance.

    Attributes:
        error: The class of the failure, such as `OSError`.
    """

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheHit(Event):
    """An answer came out of the cache; nothing was sent, or nothing came back.

    Attributes:
        age: How old the answer is, in seconds.
    """

    age: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheRevalidated(Event):
    """The server confirmed (304) what the cache holds.

    Attributes:
        age: How old the answer was, in seconds.
    """

    age: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheMiss(Event):
    """The answer had to be fetched."""


Observer: TypeAlias = Callable[[Event], None]
