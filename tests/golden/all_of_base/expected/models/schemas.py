"""Models: schemas."""

from .._runtime import Model


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    id: str
    """The id."""

    name: str
    """The name of the thing."""

    maker: str
    """Who made it."""
