"""Models: schemas."""

from typing import Literal, TypeAlias

from .._runtime import Model, PartialDate


class Bolt(Model, frozen=True, kw_only=True, tag_field="type", tag="bolt"):
    """A bolt."""

    size: int | None = None
    """Its size."""

    @property
    def type(self) -> Literal["bolt"]:
        """The kind of object, which tells the members of a union apart."""
        return "bolt"


class Box(Model, frozen=True, kw_only=True):
    """A box."""

    label: str | None = None
    """May be null."""

    day: PartialDate | None = None
    """When."""


Kind: TypeAlias = Literal["x", "y"] | str
"""The kind."""


class Nut(Model, frozen=True, kw_only=True, tag_field="type", tag="nut"):
    """A nut."""

    @property
    def type(self) -> Literal["nut"]:
        """The kind of object, which tells the members of a union apart."""
        return "nut"


Kinds: TypeAlias = list[Kind]
"""The kinds."""
