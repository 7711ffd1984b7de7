"""What changed about calls: which there are, what they give, who may make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import ir
from ..emit.annotations import Speller
from .arguments import argument_changes, group_changes, spelled
from .change import Change, major, minor, patch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .types import Types

Made = tuple[ir.Operation, ir.Call]
_RESULT = Speller()


def call_changes(before: ir.Api, after: ir.Api, types: Types) -> Iterator[Change]:
    """Compare all calls."""
    old, new = calls(before), calls(after)
    for name, made in old.items():
        if name in new:
            yield from _one(name, made, new[name], types)
        else:
            yield major(name, "is gone", signature(*made))
    for name, made in new.items():
        if name not in old:
            yield minor(name, "is new", "", signature(*made))


def calls(api: ir.Api) -> dict[str, Made]:
    """Map each call as users write it to itself, with its operation."""
    pairs = ((made, call) for made in api.operations for call in made.calls)
    return {call.full_name: (made, call) for made, call in pairs}


def signature(operation: ir.Operation, call: ir.Call) -> str:
    """Spell a call in one line."""
    del operation
    given = [item for item in call.parameters if item.fixed is None]
    arguments = ", ".join(f"{item.name}: {spelled(item)}" for item in given)
    return f"({arguments}) -> {_returned(call)}"


def _returned(call: ir.Call) -> str:
    if call.result is None:
        return "None"
    if call.kind == "pages" and call.item is not None:
        return f"Pager[{_RESULT.spell(call.item)}]"
    return str(_RESULT.spell(call.result))


def _one(name: str, before: Made, after: Made, types: Types) -> Iterator[Change]:
    yield from argument_changes(before, after, types)
    yield from _results(name, before[1], after[1], types)
    yield from _fixed(name, before[1], after[1])
    old, new = before[0], after[0]
    yield from group_changes(name, old.groups, new.groups)
    yield from _scopes(name, old, new)
    yield from _availability(name, old.availability, new.availability)
    yield from _raises(name, old, new)
    deprecated = [made.deprecated or call.is_former for made, call in (before, after)]
    if deprecated[0] != deprecated[1]:
        is_now = "is deprecated" if deprecated[1] else "is no longer deprecated"
        yield minor(name, is_now)
    if before[1].replacement != after[1].replacement:
        shown = before[1].replacement or "", after[1].replacement or ""
        yield minor(name, "is replaced by another call", *shown)
    if old.retry != new.retry:
        shown = old.retry or "by its verb", new.retry or "by its verb"
        yield minor(name, "is repeated in other cases", *shown)
    if old.route != new.route:
        yield patch(name, "is sent to another place", old.route, new.route)
    if old.batch != new.batch or old.pagination != new.pagination:
        yield minor(name, "is sent in other parts")


def _results(
    name: str, before: ir.Call, after: ir.Call, types: Types
) -> Iterator[Change]:
    """Compare what comes back."""
    old, new = before.result, after.result
    shown = _returned(before), _returned(after)
    paged = before.kind == "pages", after.kind == "pages"
    if paged == (True, True) and before.item and after.item:
        yield from types.changes(name, before.item, after.item, "answer")
    elif paged[0] != paged[1]:
        yield major(name, "gives something else", *shown)
    elif old is None or new is None:
        if old is not new:
            note = minor if old is None else major
            yield note(name, "gives something else", *shown)
    else:
        yield from types.changes(name, old, new, "answer")


def _fixed(name: str, before: ir.Call, after: ir.Call) -> Iterator[Change]:
    old, new = (
        {item.wire: item.fixed for item in call.parameters if item.fixed is not None}
        for call in (before, after)
    )
    if old != new:
        shown = [
            ", ".join(f"{key}={each[key]!r}" for key in each) for each in (old, new)
        ]
        yield minor(name, "always sends something else", *shown)


def _scopes(name: str, before: ir.Operation, after: ir.Operation) -> Iterator[Change]:
    """Compare what tokens have to be good for."""
    old, new = _ways(before), _ways(after)
    if old == new:
        return
    shown = _told(old), _told(new)
    fits = all(any(way <= other for way in new) for other in old)
    if fits:
        yield minor(name, "asks less of a token", *shown)
    else:
        yield major(name, "asks more of a token", *shown)


def _ways(operation: ir.Operation) -> set[frozenset[str]]:
    """List the alternatives; a call that needs no token takes any."""
    token = ["a token"] if operation.authorized else []
    sets = operation.scope_sets or ((),)
    return {frozenset([*token, *scopes]) for scopes in sets}


def _told(ways: set[frozenset[str]]) -> str:
    return " or ".join(sorted(" and ".join(sorted(way)) for way in ways if way))


def _availability(
    name: str, before: ir.Availability | None, after: ir.Availability | None
) -> Iterator[Change]:
    """Compare who may call."""
    old, new = (dict(item.modes) if item else {} for item in (before, after))
    for mode in sorted(old.keys() | new.keys()):
        states = old.get(mode, "available"), new.get(mode, "available")
        if states[0] != states[1]:
            note = minor if _rank(states[0]) > _rank(states[1]) else major
            shown = (f"{mode}: {state.replace('_', ' ')}" for state in states)
            yield note(name, "is there for others", *shown)
    routes = before.route if before else None, after.route if after else None
    if routes[0] != routes[1]:
        note = major if routes[1] is None else minor
        shown = (route.route if route else "" for route in routes)
        yield note(name, "is answered by another operation", *shown)


def _rank(state: str) -> int:
    """Say how much is lacking."""
    return ("available", "legacy_only", "removed").index(state)


def _raises(name: str, before: ir.Operation, after: ir.Operation) -> Iterator[Change]:
    old, new = (
        frozenset(each.name for each in item.raises) for item in (before, after)
    )
    if old != new:
        shown = ", ".join(sorted(old)), ", ".join(sorted(new))
        yield minor(name, "raises other errors", *shown)
