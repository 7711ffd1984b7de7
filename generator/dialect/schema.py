"""Schemas as data: written in place, named, or referred to, with their extensions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..findings import Location

Scalar = str | int | float | bool | None
"""A YAML scalar after the core schema of YAML 1.2."""


Value = Scalar | list["Value"] | dict[str, "Value"]
"""Free-form data: examples and defaults."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a named schema, with what OpenAPI 3.1 lets stand beside it."""

    at: Location
    name: str
    description: str | None = None
    deprecated: bool = False
    page: PagePlace | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema written in place or named."""

    at: Location
    types: tuple[str, ...] = ()
    title: str | None = None
    description: str | None = None
    format: str | None = None
    pattern: str | None = None
    enum: tuple[Scalar, ...] = ()
    const: Scalar = None
    default: Value = None
    minimum: float | None = None
    maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    items: Schema | Ref | None = None
    properties: tuple[Property, ...] = ()
    required: tuple[str, ...] = ()
    additional_properties: Schema | Ref | None = None
    one_of: tuple[Schema | Ref, ...] = ()
    any_of: bool = False
    all_of: tuple[Schema | Ref, ...] = ()
    discriminator: Discriminator | None = None
    deprecated: bool = False
    content_encoding: str | None = None
    page: PagePlace | None = None
    reference: Reference | None = None
    groups: tuple[Group, ...] = ()
    reasons: tuple[Reason, ...] = ()
    firsts: tuple[FirstOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object schema, in the order of the description."""

    at: Location
    name: str
    schema: Schema | Ref


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """A schema with a name; `file` is where it stands, which names its module."""

    name: str
    file: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Which property tells the members of a union apart; `mapping` is tag to schema."""

    at: Location
    property_name: str
    mapping: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PagePlace:
    """`x-page`: the operation a page inside a model belongs to."""

    at: Location
    operation: str
    pointer: str


@dataclass(frozen=True, slots=True)
class IdForms:
    """A kind of thing, one of `x-references`: the forms in which it may be named.

    One without forms has ids only, which may be any text. `hint` says what to do with
    one where another kind is wanted.
    """

    at: Location
    name: str
    uri: str | None
    url: str | None
    optional: tuple[str, ...]
    also: tuple[str, ...] = ()
    pattern: str | None = None
    hint: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms; that in which URIs are sent is the first."""
        return tuple(form for form in (self.uri, self.url, *self.also) if form)


@dataclass(frozen=True, slots=True)
class Reference:
    """`x-reference`: what an argument names, by the names of `x-references`.

    `written` is a kind that is described in place. `as_uri` says that a URI is sent,
    not an id; `by` is the argument that chooses among the kinds.
    """

    at: Location
    kinds: tuple[str, ...]
    as_uri: bool = False
    by: str | None = None
    written: IdForms | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One of `x-groups`: how many of several arguments or properties go together."""

    at: Location
    of: tuple[str, ...]
    at_least: int
    at_most: int | None


@dataclass(frozen=True, slots=True)
class FirstOf:
    """`x-first-of`: an attribute that is the first of several properties there is."""

    at: Location
    name: str
    properties: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Reason:
    """`x-reason`: a known value of an error's reason and the exception it becomes."""

    at: Location
    value: str
    status: int
    error: str
    description: str
    retry: Literal["safe", "never"] | None
