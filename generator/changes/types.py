"""Which values one type holds that another does not: types widened and narrowed.

Direction matters. An argument may be widened, an answer may be narrowed; the other way
round, programs break.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .. import ir
from ..emit.annotations import Speller
from .change import Change, major, minor

if TYPE_CHECKING:
    from collections.abc import Iterator

Direction = Literal["argument", "answer"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two descriptions, as far as types of it refer to others by name."""

    aliases: dict[str, ir.Type]

    @classmethod
    def of(cls, api: ir.Api) -> Side:
        """Collect the names an API has for types that are no models."""
        every = (item for module in api.modules for item in module.declarations)
        return cls(
            {item.name: item.type for item in every if isinstance(item, ir.Alias)}
        )

    def meant(self, kind: ir.Type) -> ir.Type:
        """Follow names of types to what they stand for."""
        while isinstance(kind, ir.Named) and kind.name in self.aliases:
            kind = self.aliases[kind.name]
        return kind


@dataclass(frozen=True, slots=True)
class Types:
    """Compares types of the description before with types of that after."""

    before: Side
    after: Side

    def changes(
        self, subject: str, before: ir.Type, after: ir.Type, direction: Direction
    ) -> Iterator[Change]:
        """Say what a change of a type means for those who give or get its values."""
        if before == after:
            return
        speller = Speller(argument=direction == "argument")
        shown = str(speller.spell(before)), str(speller.spell(after))
        is_open = direction == "answer"
        grows = _covers(after, before, self.after, self.before, is_open=is_open)
        shrinks = _covers(before, after, self.before, self.after, is_open=is_open)
        what = _told(before, after, grows=grows, shrinks=shrinks)
        fits = grows if direction == "argument" else shrinks
        yield (minor if fits else major)(subject, what, *shown)


def _told(before: ir.Type, after: ir.Type, *, grows: bool, shrinks: bool) -> str:
    """Say in words how a type has changed."""
    nullable = isinstance(before, ir.Nullable), isinstance(after, ir.Nullable)
    if nullable == (False, True) and grows:
        return "may be `None` now"
    if nullable == (True, False) and shrinks:
        return "is never `None` any more"
    if grows and shrinks:
        return "is described by other known values"
    if grows or shrinks:
        return "is wider" if grows else "is narrower"
    return "has another type"


def _covers(
    wide: ir.Type, narrow: ir.Type, ours: Side, theirs: Side, *, is_open: bool
) -> bool:
    """Say whether a type holds all values of another one.

    Known values are all there are in arguments, and not in answers, which are open.
    """
    if wide == narrow or wide == ir.Primitive("Any"):
        return True
    wide, narrow = ours.meant(wide), theirs.meant(narrow)
    match wide, narrow:
        case ir.Nullable(inner), _:
            other = narrow.inner if isinstance(narrow, ir.Nullable) else narrow
        case (ir.ListOf(inner), ir.ListOf(other)) | (ir.MapOf(inner), ir.MapOf(other)):
            pass
        case _:
            return _covers_simple(wide, narrow, is_open=is_open)
    return _covers(inner, other, ours, theirs, is_open=is_open)


def _covers_simple(wide: ir.Type, narrow: ir.Type, *, is_open: bool) -> bool:
    """Say the same of types without parts."""
    match wide, narrow:
        case ir.Union(members), ir.Union(others):
            return is_open or set(members) >= set(others)
        case ir.Union(members), ir.Named(name):
            return name in members
        case ir.Choice(), ir.Choice():
            known = is_open or set(wide.values) >= set(narrow.values)
            return known and wide.base == narrow.base
        case ir.Choice(base=base), ir.Primitive(name):
            return is_open and base == name
        case ir.Primitive(name), ir.Primitive(other) | ir.Choice(base=other):
            return _holds(name, other)
        case _:
            return wide == narrow


def _holds(name: str, other: str) -> bool:
    """Say whether a plain type is another one, or wider to every type checker."""
    return name == other or (name == "float" and other == "int")
