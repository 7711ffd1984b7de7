"""Models: schemas."""

from typing import ClassVar

from msgspec import field

from .._runtime import Model, Page


class Order(Model, frozen=True, kw_only=True):
    """An order of things."""

    key: str
    """What is compared."""


class ThingPage(Page[str], frozen=True, kw_only=True):
    """A page of things."""

    facets: dict[str, int]
    """How many are of what."""

    sorted_by: Order | None = field(default=None, name="sortedBy")
    """An order of things."""

    operation: ClassVar[str] = "GET /things"
    """The operation this page belongs to."""
