"""What changed about models: which there are, their attributes and their types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import ir
from ..emit.annotations import Speller
from .change import Change, major, minor
from .usage import declarations, directions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .types import Direction, Types

_SPELLER = Speller()


def model_changes(before: ir.Api, after: ir.Api, types: Types) -> Iterator[Change]:
    """Compare all models, pages and aliases."""
    old, new = declarations(before), declarations(after)
    used = directions(before), directions(after)
    for name, (module, item) in old.items():
        if name not in new:
            yield major(name, "is gone")
            continue
        if new[name][0] != module:
            yield minor(name, "stands in another module", module, new[name][0])
        ways = used[0][name] | used[1][name]
        yield from _one(item, new[name][1], types, ways)
    for name in new.keys() - old.keys():
        yield minor(name, "is new")


def _one(
    before: ir.Declaration,
    after: ir.Declaration,
    types: Types,
    ways: frozenset[Direction],
) -> Iterator[Change]:
    name = before.name
    match before, after:
        case ir.Model(), ir.Model():
            yield from _fields(
                name, _attributes(before), _attributes(after), types, ways
            )
            yield from _firsts(name, before.firsts, after.firsts)
        case ir.PageModel(), ir.PageModel():
            yield from _gravest(name, before.item, after.item, types, ways)
            old, new = _by_name(before.fields), _by_name(after.fields)
            yield from _fields(name, old, new, types, ways)
        case ir.Alias(), ir.Alias():
            yield from _gravest(name, before.type, after.type, types, ways)
        case _:
            yield major(name, "is something else", _kind(before), _kind(after))


def _kind(declaration: ir.Declaration) -> str:
    match declaration:
        case ir.Model():
            return "a model"
        case ir.PageModel():
            return "a page"
        case ir.Alias():
            return "a name of a type"


def _by_name(fields: tuple[ir.Field, ...]) -> dict[str, ir.Field]:
    return {field.name: field for field in fields}


def _attributes(model: ir.Model) -> dict[str, ir.Field]:
    """Map each attribute to itself, with the tag that members of unions have."""
    found = _by_name(model.fields)
    if model.tag is not None:
        kind = ir.Choice((model.tag,), "str")
        found.setdefault("type", ir.Field("type", "type", kind, "", deprecated=False))
    return found


def _fields(
    name: str,
    before: dict[str, ir.Field],
    after: dict[str, ir.Field],
    types: Types,
    ways: frozenset[Direction],
) -> Iterator[Change]:
    for key, field in before.items():
        subject = f"{name}.{key}"
        if key not in after:
            yield major(subject, "is gone", _spelled(field))
            continue
        now = after[key]
        yield from _gravest(subject, field.type, now.type, types, ways)
        if field.deprecated != now.deprecated:
            is_now = "is deprecated" if now.deprecated else "is no longer deprecated"
            yield minor(subject, is_now)
        if field.wire != now.wire:
            yield minor(subject, "has another name in JSON", field.wire, now.wire)
    for key in after.keys() - before.keys():
        needed = not isinstance(after[key].type, ir.Nullable) and "argument" in ways
        what = "is new, and has to be given" if needed else "is new"
        note = major if needed else minor
        yield note(f"{name}.{key}", what, "", _spelled(after[key]))


def _spelled(field: ir.Field) -> str:
    return str(_SPELLER.spell(field.type))


def _gravest(
    subject: str,
    before: ir.Type,
    after: ir.Type,
    types: Types,
    ways: frozenset[Direction],
) -> Iterator[Change]:
    """Say once what a change of a type means, to those whom it hits hardest."""
    found = [
        change
        for way in sorted(ways)
        for change in types.changes(subject, before, after, way)
    ]
    if found:
        yield max(found, key=lambda change: change.verdict)


def _firsts(
    name: str, before: tuple[ir.FirstOf, ...], after: tuple[ir.FirstOf, ...]
) -> Iterator[Change]:
    """Compare the attributes that are the first of several."""
    old, new = (
        {first.name: [field.name for field in first.fields] for first in firsts}
        for firsts in (before, after)
    )
    for key in old.keys() | new.keys():
        shown = " or ".join(old.get(key, ())), " or ".join(new.get(key, ()))
        if key not in new:
            yield major(f"{name}.{key}", "is gone", shown[0])
        elif key not in old:
            yield minor(f"{name}.{key}", "is new", "", shown[1])
        elif shown[0] != shown[1]:
            yield minor(f"{name}.{key}", "is read from elsewhere", *shown)
