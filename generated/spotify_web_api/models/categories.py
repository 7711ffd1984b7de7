"""Models: categories."""

from typing import ClassVar

from .._runtime import Model, OffsetPage
from .common import Image


class Category(Model, frozen=True, kw_only=True):
    """A shelf of the browse tab, such as Party or Mood."""

    id: str
    """The category's id, a word or a string that starts with 0JQ5."""

    name: str
    """The category's name, in the language of the locale."""

    icons: list[Image]
    """The category's picture."""

    href: str
    """The request that answers with this category."""


class CategoryPage(OffsetPage[Category], frozen=True, kw_only=True):
    """A page of the categories."""

    operation: ClassVar[str] = "GET /browse/categories"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/categories"
    """Where the page lies in that operation's answer."""
