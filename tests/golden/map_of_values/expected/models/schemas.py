"""Models: schemas."""

from .._runtime import Model


class Part(Model, frozen=True, kw_only=True):
    """A part."""

    name: str
    """Its name."""


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    links: dict[str, str]
    """Links by name."""

    sizes: dict[str, int | None] | None = None
    """Sizes by country."""

    parts: dict[str, Part] | None = None
    """Parts by place."""
