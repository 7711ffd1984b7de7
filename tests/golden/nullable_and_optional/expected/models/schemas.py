"""Models: schemas."""

from .._runtime import Model


class Person(Model, frozen=True, kw_only=True):
    """A person."""

    name: str
    """The name."""


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    name: str
    """Always there."""

    maker: str | None = None
    """Always there, perhaps null."""

    weight: float | None = None
    """May be missing, is never null."""

    colour: str | None = None
    """May be missing or null."""

    owner: Person | None = None
    """Always there, perhaps null."""

    heir: Person | None = None
    """May be missing."""

    tags: list[str | None] | None = None
    """May hold null."""
