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


Step: TypeAlias = Token | Send | Sleep | AskLimit | SetLimit | Invoke | Together
Steps: TypeAlias = Generator[Step, Any, T]
"""What a driver performs; the result is a `T`."""
