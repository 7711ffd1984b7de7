"""What a call may ask of a driver, one step at a time."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from ..http.messages import Request
    from ..tokens.stores import AsyncTokenStore, TokenStore

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
class AskStore:
    """Asks for one operation of a token store; the outcome is what it returns."""

    store: TokenStore | AsyncTokenStore
    operation: Literal["load", "save", "delete", "acquire", "release"]
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Asks for several parts at once; the outcome is a list of what each ends with.

    Attributes:
        parts: Steps that do not depend on each other; none has begun.
        at_once: The most parts under way.
    """

    parts: tuple[Steps[Any], ...]
    at_once: int


Step: TypeAlias = Token | Send | Sleep | AskLimit | SetLimit | AskStore | Together
Steps: TypeAlias = Generator[Step, Any, T]
"""What a driver performs; the result is a `T`."""
