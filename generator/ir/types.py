"""The types of values: what a value of a schema is in Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PrimitiveName = Literal[
    "str", "int", "float", "bool", "datetime", "PartialDate", "bytes", "Any"
]


@dataclass(frozen=True, slots=True)
class Primitive:
    """A type that is not made of others."""

    name: PrimitiveName


@dataclass(frozen=True, slots=True)
class Named:
    """A model or an alias of the description; an alias of a choice is no class."""

    name: str
    is_class: bool = True


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; an argument takes any sequence."""

    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are data."""

    value: Type


@dataclass(frozen=True, slots=True)
class Choice:
    """Some known values of a type; a response may hold others of it."""

    values: tuple[str | int | float | bool, ...]
    base: Literal["str", "int", "float", "bool"]


@dataclass(frozen=True, slots=True)
class Union:
    """One of several models, told apart by a tag, or an item of another kind."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nullable:
    """The inner type or `None`."""

    inner: Type


Type = Primitive | Named | ListOf | MapOf | Choice | Union | Nullable
