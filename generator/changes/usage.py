"""Which models users get, and which they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.needs import models_in, needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .. import ir
    from .types import Direction


def declarations(api: ir.Api) -> dict[str, tuple[str, ir.Declaration]]:
    """Map the name of each model to the module it stands in, and to itself."""
    return {
        item.name: (module.name, item)
        for module in api.modules
        for item in module.declarations
    }


def directions(api: ir.Api) -> dict[str, frozenset[Direction]]:
    """Say of each model whether users get it, make it, or both.

    What no call speaks of is read, if at all.
    """
    known = {name: item for name, (_, item) in declarations(api).items()}
    made = _reached(_given(api), known)
    got = _reached(_answered(api), known) | (known.keys() - made)
    return {
        name: frozenset(_ways(is_made=name in made, is_got=name in got))
        for name in known
    }


def _ways(*, is_made: bool, is_got: bool) -> Iterator[Direction]:
    if is_made:
        yield "argument"
    if is_got:
        yield "answer"


def _given(api: ir.Api) -> Iterator[ir.Type]:
    for operation in api.operations:
        for call in operation.calls:
            yield from (item.type for item in call.parameters)


def _answered(api: ir.Api) -> Iterator[ir.Type]:
    for operation in api.operations:
        for call in operation.calls:
            yield from (kind for kind in (call.result, call.item) if kind is not None)


def _reached(types: Iterable[ir.Type], known: dict[str, ir.Declaration]) -> set[str]:
    """List the models that types speak of, and those that these speak of."""
    open_names = [name for kind in types for name in models_in(kind)]
    reached: set[str] = set()
    while open_names:
        name = open_names.pop()
        if name in known and name not in reached:
            reached.add(name)
            open_names += needs(known[name])
    return reached
