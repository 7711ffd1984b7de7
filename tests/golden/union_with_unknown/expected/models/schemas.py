"""Models: schemas."""

from typing import Literal, TypeAlias

from .._runtime import Model, UnknownItem


class Book(Model, frozen=True, kw_only=True, tag_field="type", tag="book"):
    """A book."""

    title: str
    """Its title."""

    @property
    def type(self) -> Literal["book"]:
        """The kind of object, which tells the members of a union apart."""
        return "book"


class Film(Model, frozen=True, kw_only=True, tag_field="type", tag="film"):
    """A film."""

    minutes: int
    """How long it is."""

    @property
    def type(self) -> Literal["film"]:
        """The kind of object, which tells the members of a union apart."""
        return "film"


Item: TypeAlias = Book | Film | UnknownItem
"""A book or a film."""


Shelf: TypeAlias = list[Item]
"""A shelf."""
