"""Two APIs to the list of what changed between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .arguments import shape_changes
from .calls import call_changes
from .change import Change, patch
from .client import client_changes
from .models import model_changes
from .prose import REWORDED, prose_changes, without_prose
from .types import Side, Types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import ir


def changes(before: ir.Api, after: ir.Api) -> tuple[Change, ...]:
    """Say what the step from one description to another means for users of the client.

    Returns:
        The changes, the gravest first; none only if the descriptions mean the same.
    """
    if before == after:
        return ()
    types = Types(Side.of(before), Side.of(after))
    found = {
        *client_changes(before, after, types),
        *call_changes(before, after, types),
        *model_changes(before, after, types),
        *shape_changes(_shapes(before), _shapes(after)),
        *prose_changes(before, after),
    }
    seen = any(change.what != REWORDED for change in found)
    if not seen and without_prose(before) != without_prose(after):
        found.add(patch("the client", "differs where no program looks"))
    return tuple(sorted(found, key=_gravest_first))


def _gravest_first(change: Change) -> tuple[int, str, str, str, str]:
    told = change.subject, change.what, change.before, change.after
    return (-change.verdict, *told)


def _shapes(api: ir.Api) -> dict[str, ir.Shape]:
    """Map the name of each object of a body to itself."""
    return {
        shape.name: shape
        for operation in api.operations
        for item in operation.parameters
        for shape in _within(item, set())
    }


def _within(item: ir.Parameter, seen: set[str]) -> Iterator[ir.Shape]:
    for shape in item.shapes:
        if shape.name not in seen:
            seen.add(shape.name)
            yield shape
            for inner in shape.properties:
                yield from _within(inner, seen)
