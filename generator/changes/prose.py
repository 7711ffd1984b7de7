"""What is told in other words: changes that only readers see."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeGuard

from .calls import calls
from .change import Change, patch
from .usage import declarations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import ir

_TOLD = frozenset({"description", "title", "docs_url"})
REWORDED = "is told in other words"


def prose_changes(before: ir.Api, after: ir.Api) -> Iterator[Change]:
    """List what is told in other words, and is there in both."""
    for read in (_told_calls, declarations, _told_rest):
        old, new = read(before), read(after)
        for name in old.keys() & new.keys():
            if _differ(old[name], new[name]):
                yield patch(name, REWORDED)


def _told_calls(api: ir.Api) -> dict[str, Any]:
    return {
        name: (replace(operation, calls=(), raises=()), call)
        for name, (operation, call) in calls(api).items()
    }


def _told_rest(api: ir.Api) -> dict[str, Any]:
    resources = tuple(replace(item, calls=()) for item in api.resources)
    alone = replace(api, resources=(), root_calls=(), operations=(), modules=())
    return {"the client": (alone, resources)}


def _differ(before: Any, after: Any) -> bool:
    """Say whether what is told in both is told in other words."""
    old, new = dict(_words(before)), dict(_words(after))
    return any(old[place] != new[place] for place in old.keys() & new.keys())


def _words(value: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[Any, Any]]:
    """Collect all prose in a value, by the place it stands in."""
    if _is_tuple(value):
        for index, item in enumerate(value):
            name = getattr(item, "name", str(index))
            yield from _words(item, (*place, name))
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            here = (*place, field.name)
            if field.name in _TOLD:
                yield here, inner
            else:
                yield from _words(inner, here)


def without_prose(value: Any) -> Any:
    """Give a value of the intermediate representation without a word for readers."""
    if _is_tuple(value):
        return tuple(map(without_prose, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    inner = {
        field.name: (
            "" if field.name in _TOLD else without_prose(getattr(value, field.name))
        )
        for field in fields(value)
    }
    return replace(value, **inner)


def _is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)
