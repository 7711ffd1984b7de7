"""Models: schemas."""

from typing import Literal, TypeAlias

from .._runtime import Model

Named: TypeAlias = float
"""One with a name."""


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    scale: float
    """Python has no `Literal` of it."""

    yes: bool
    """Not every msgspec has one of it."""

    three: Literal[3] | int
    """A whole number."""

    size: Literal[1, 2] | int | None = None
    """Known values."""

    named: Named | None = None
    """One with a name."""
