"""Who may call what: the part of the intermediate representation about quota modes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..dialect.schema import Scalar


@dataclass(frozen=True, slots=True)
class QuotaLimit:
    """What a number may be at most in a quota mode, and what it is if not given."""

    mode: str
    maximum: float
    default: Scalar


@dataclass(frozen=True, slots=True)
class Translation:
    """How one argument of a replacement is made; `uri` is a template of its values."""

    name: str
    source: str
    uri: str | None
    each: bool


@dataclass(frozen=True, slots=True)
class Route:
    """How the operation at `route`, verb and path, answers in place of another."""

    route: str
    arguments: tuple[Translation, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Availability:
    """Who may call an operation, since when, and what replaces it.

    Where there is none, anyone may.
    """

    modes: tuple[tuple[str, str], ...]
    since: str | None
    replacement: str | None
    route: Route | None = None

    @property
    def is_limited(self) -> bool:
        """Whether some mode lacks the operation, wholly or in part."""
        return any(state != "available" for _, state in self.modes)
