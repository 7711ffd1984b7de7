"""Models: schemas."""

from typing import Literal

from .._runtime import Model


class Bolt(Model, frozen=True, kw_only=True, tag_field="type", tag="bolt"):
    """A bolt."""

    size: int | None = None
    """Its size."""

    @property
    def type(self) -> Literal["bolt"]:
        """The kind of object, which tells the members of a union apart."""
        return "bolt"


class Nut(Model, frozen=True, kw_only=True, tag_field="type", tag="nut"):
    """A nut."""

    @property
    def type(self) -> Literal["nut"]:
        """The kind of object, which tells the members of a union apart."""
        return "nut"
