"""Models: schemas."""

from .._runtime import Model


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    name: str
    """Its name."""

    maker: str | None = None
    """Who makes it."""
