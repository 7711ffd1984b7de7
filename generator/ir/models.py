"""What data is made of: models, pages and aliases, in modules ordered by need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import Type


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a model; `wire` is its name in JSON."""

    name: str
    wire: str
    type: Type
    description: str
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Model:
    """A model with fields; `tag` is set where it is a member of a union."""

    name: str
    description: str
    fields: tuple[Field, ...]
    tag: str | None
    firsts: tuple[FirstOf, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstOf:
    """An attribute that is the first of several fields that is not `None`."""

    name: str
    fields: tuple[Field, ...]
    description: str


@dataclass(frozen=True, slots=True)
class PageModel:
    """A page of items, the place it belongs to, and what it has beside all pages.

    `tells_place` says that it always has its URL, limit, offset and total; else
    `always` are those of them that it always has.
    """

    name: str
    description: str
    item: Type
    route: str
    pointer: str
    fields: tuple[Field, ...] = ()
    tells_place: bool = False
    always: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type that is no model, such as a union."""

    name: str
    description: str
    type: Type


Declaration = Model | PageModel | Alias


@dataclass(frozen=True, slots=True)
class Module:
    """The models of one schema file, each after those it needs."""

    name: str
    declarations: tuple[Declaration, ...]
