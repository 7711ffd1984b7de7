"""What types and declarations speak of, which decides order and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .models import Alias, Model, PageModel
from .types import Choice, ListOf, MapOf, Named, Nullable, Primitive, Union

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .models import Declaration
    from .types import Type


def models_in(kind: Type) -> tuple[str, ...]:
    """List the models and aliases a type speaks of."""
    match kind:
        case Named(name):
            return (name,)
        case Union(members):
            return members
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return models_in(inner)
        case _:
            return ()


def types_of(declaration: Declaration) -> tuple[Type, ...]:
    """List the types a declaration is made of."""
    match declaration:
        case Model():
            return tuple(field.type for field in declaration.fields)
        case PageModel():
            fields = (field.type for field in declaration.fields)
            return (declaration.item, *fields)
        case Alias():
            return (declaration.type,)


def needs(declaration: Declaration) -> tuple[str, ...]:
    """List the models a declaration uses, which must stand before it."""
    return tuple(name for kind in types_of(declaration) for name in models_in(kind))


def primitives(kind: Type) -> Iterator[str]:
    """Name what a type needs besides models, such as `Literal` or `PartialDate`."""
    match kind:
        case Primitive(name):
            yield name
        case Choice():
            yield "Literal" if is_literal(kind) else kind.base
        case Union():
            yield "UnknownItem"
        case ListOf(inner):
            yield "list"
            yield from primitives(inner)
        case MapOf(inner):
            yield "dict"
            yield from primitives(inner)
        case Nullable(inner):
            yield from primitives(inner)
        case Named():
            return


def bare_type(kind: Type) -> Type:
    """Take `… or None` off a type."""
    return kind.inner if isinstance(kind, Nullable) else kind


def is_literal(choice: Choice) -> bool:
    """Say whether known values can stand in a `Literal`, or only their type.

    Python has none of numbers with a fraction, not every msgspec one of booleans.
    """
    return choice.base in ("int", "str")


def is_class(kind: Type) -> bool:
    """Say whether the spelling of a type is a class to a type checker."""
    match kind:
        case Choice():
            return not is_literal(kind)
        case Named():
            return kind.is_class
        case Primitive(name):
            return name != "Any"
        case _:
            return isinstance(kind, ListOf | MapOf)
