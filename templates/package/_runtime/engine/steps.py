"""What a call may ask of a driver, one step at a time."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..http.messages import Request

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Token:
    """Asks for the access token; the outcome is a `Secret`."""


@dataclass(frozen=True, slots=True)
class Send:
    """Asks for a request to be sent; the outcome is a `Response`."""

    request: Request


@dataclass(frozen=True, slots=True)
class Sleep:
    """Asks for time to pass, in seconds; the outcome is `None`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class AskLimit:
    """Asks how long a window lasts; the outcome is in seconds, `None` without one."""

    key: str


@dataclass(frozen=True, slots=True)
class SetLimit:
    """Reports a window, in seconds; the outcome is whether it is a new one."""

    key: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Invoke:
    """Asks for a function to be called; the outcome is what it returns.

    Attributes:
        blocking: What a blocking driver calls, and any other if it cannot be awaited.
        awaited: What an asynchronous driver awaits, or `None`.
    """

    blocking: Callable[[], Any]
    awaited: Callable[[], Awaitable[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """Asks for several parts at once; the outcome is a list of what each ends with.

    Attributes:
        parts: Steps that do not depend on each other; none has begun.
        at_once: The most parts under way.
    """

    parts: tuple[Steps[Any], ...]
    at_once: int


@dataclass(frozen=True, slots=True)
class Shielded:
    """Asks for steps to be performed to their end; the outcome is what they end with.

    They go on even if nobody waits for the outcome any more: because the call was
    cancelled or interrupted, its time is over, or its client was closed. Only their
    waits end then.

    Attributes:
        steps: What is performed; it has not begun.
        seconds: How long the outcome is waited for.
    """

    steps: Steps[Any]
    seconds: float


Step: TypeAlias = (
    Token | Send | Sleep | AskLimit | SetLimit | Invoke | Together | Shielded
)
Steps: TypeAlias = Generator[Step, Any, T]
"""What a driver performs; the result is a `T`."""
