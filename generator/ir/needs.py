"""What types and declarations speak of, which decides order and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import ir

if TYPE_CHECKING:
    from collections.abc import Iterator


def models_in(kind: ir.Type) -> tuple[str, ...]:
    """List the models and aliases a type speaks of."""
    match kind:
        case ir.Named(name):
            return (name,)
        case ir.Union(members):
            return members
        case ir.ListOf(inner) | ir.MapOf(inner) | ir.Nullable(inner):
            return models_in(inner)
        case _:
            return ()


def types_of(declaration: ir.Declaration) -> tuple[ir.Type, ...]:
    """List the types a declaration is made of."""
    match declaration:
        case ir.Model():
            return tuple(field.type for field in declaration.fields)
        case ir.PageModel():
            return (declaration.item,)
        case ir.Alias():
            return (declaration.type,)


def needs(declaration: ir.Declaration) -> tuple[str, ...]:
    """List the models a declaration uses, which must stand before it."""
    return tuple(name for kind in types_of(declaration) for name in models_in(kind))


def primitives(kind: ir.Type) -> Iterator[str]:
    """Name what a type needs besides models, such as `Literal` or `PartialDate`."""
    match kind:
        case ir.Primitive(name):
            yield name
        case ir.Choice():
            yield "Literal"
        case ir.Union():
            yield "UnknownItem"
        case ir.ListOf(inner):
            yield "list"
            yield from primitives(inner)
        case ir.MapOf(inner) | ir.Nullable(inner):
            yield from primitives(inner)
        case ir.Named():
            return


def is_class(kind: ir.Type) -> bool:
    """Say whether the spelling of a type is a class to a type checker."""
    match kind:
        case ir.Named():
            return kind.is_class
        case ir.Primitive(name):
            return name != "Any"
        case _:
            return isinstance(kind, ir.ListOf | ir.MapOf)
