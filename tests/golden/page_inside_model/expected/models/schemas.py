"""Models: schemas."""

from typing import ClassVar

from .._runtime import Model, Page


class PartPage(Page[str], frozen=True, kw_only=True):
    """A page of the names of parts."""

    operation: ClassVar[str] = "GET /things/{id}"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/parts"
    """Where the page lies in that operation's answer."""


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    parts: PartPage
    """A page of the names of parts."""
