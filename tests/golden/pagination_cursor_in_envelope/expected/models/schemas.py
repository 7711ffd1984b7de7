"""Models: schemas."""

from typing import ClassVar

from .._runtime import Page


class NamePage(Page[str], frozen=True, kw_only=True):
    """A page of names."""

    operation: ClassVar[str] = "GET /things/followed"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/things"
    """Where the page lies in that operation's answer."""
