"""Models: schemas."""

from typing import ClassVar

from .._runtime import Model, Page


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    name: str
    """Its name."""


class ThingPage(Page[Thing], frozen=True, kw_only=True):
    """A page of things."""

    operation: ClassVar[str] = "GET /things"
    """The operation this page belongs to."""
