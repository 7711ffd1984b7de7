"""What changed about the arguments of a call, and about what bodies are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..emit.annotations import Speller
from ..ir.needs import bare_type
from ..ir.signatures import positional
from .change import Change, Verdict, major, minor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import ir
    from .types import Types

_ARGUMENT = Speller(argument=True)
_FLOORS = ("minimum", "min_items", "min_length")
_CEILINGS = ("maximum", "max_items", "max_length")


def spelled(item: ir.Parameter) -> str:
    """Spell an argument as a signature does."""
    kind = str(_ARGUMENT.spell(bare_type(item.type)))
    if item.required:
        return str(_ARGUMENT.spell(item.type))
    return f"{kind} | None = None"


def argument_changes(
    before: tuple[ir.Operation, ir.Call],
    after: tuple[ir.Operation, ir.Call],
    types: Types,
) -> Iterator[Change]:
    """Compare what a call takes."""
    name = after[1].full_name
    old, new = _given(before[1]), _given(after[1])
    for wire, item in old.items():
        subject = f"{name}({wire})"
        if wire not in new:
            yield major(subject, "is gone", spelled(item))
        else:
            yield from parameter_changes(subject, item, new[wire], types)
    for wire in new.keys() - old.keys():
        item = new[wire]
        note = major if item.required else minor
        what = "is new, and has to be given" if item.required else "is new"
        yield note(f"{name}({wire})", what, "", spelled(item))
    yield from _position(name, before, after)


def _given(call: ir.Call) -> dict[str, ir.Parameter]:
    return {item.name: item for item in call.parameters if item.fixed is None}


def _position(
    name: str, before: tuple[ir.Operation, ir.Call], after: tuple[ir.Operation, ir.Call]
) -> Iterator[Change]:
    """Say whether the argument without a name is another one."""
    old, new = positional(*before), positional(*after)
    told = old.name if old else "", new.name if new else ""
    if old is not None and (new is None or new.name != old.name):
        yield major(name, "takes another argument by position", *told)
    elif old is None and new is not None:
        yield minor(name, "takes an argument by position", *told)


def parameter_changes(
    subject: str, before: ir.Parameter, after: ir.Parameter, types: Types
) -> Iterator[Change]:
    """Compare one argument, or one property of a body, that is there in both."""
    if before.required != after.required:
        note = major if after.required else minor
        what = "has to be given" if after.required else "may be left out"
        yield note(subject, what, spelled(before), spelled(after))
        kinds = bare_type(before.type), bare_type(after.type)
    else:
        kinds = before.type, after.type
    yield from types.changes(subject, *kinds, "argument")
    if before.deprecated != after.deprecated:
        yield minor(subject, _deprecated(now=after.deprecated))
    yield from limit_changes(subject, before, after)
    yield from _kinds(subject, before, after)
    yield from _quota_limits(subject, before, after)
    if before.client_default != after.client_default:
        was = "has" if after.client_default else "no longer has"
        note = minor if after.client_default else major
        yield note(subject, f"{was} a default of the client")


def _deprecated(*, now: bool) -> str:
    return "is deprecated" if now else "is no longer deprecated"


def limit_changes(
    subject: str, before: ir.Parameter, after: ir.Parameter
) -> Iterator[Change]:
    """Compare what is refused before it is sent."""
    for names, sign in ((_FLOORS, 1), (_CEILINGS, -1)):
        for name in names:
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                tighter = new is not None and (old is None or new * sign > old * sign)
                what = "is refused more often" if tighter else "is refused less often"
                label = name.replace("_", " ")
                shown = (f"{label} {old}" if old is not None else "", f"{label} {new}")
                note = major if tighter else minor
                yield note(subject, what, shown[0], shown[1] if new is not None else "")
    if before.pattern != after.pattern:
        note = minor if after.pattern is None else major
        shown = before.pattern or "", after.pattern or ""
        yield note(subject, "is checked by another pattern", *shown)
    if before.inner is not None and after.inner is not None:
        yield from limit_changes(subject, before.inner, after.inner)


def _kinds(subject: str, before: ir.Parameter, after: ir.Parameter) -> Iterator[Change]:
    """Compare the kinds of things whose ids, URIs and links are taken."""
    old, new = before.reference, after.reference
    if old == new:
        return
    shown = ", ".join(old.kinds if old else ()), ", ".join(new.kinds if new else ())
    if old is None:
        yield minor(subject, "takes URIs and links", *shown)
    elif new is None or not _known(old) <= _known(new):
        yield major(subject, "takes fewer forms of references", *shown)
    else:
        yield minor(subject, "takes other forms of references", *shown)


def _known(reference: ir.Reference) -> set[tuple[str, str]]:
    """List what a reference takes, each form with the kind it names."""
    taken = [kind for kind in reference.table if kind.name in reference.kinds]
    return {
        (kind.name, form) for kind in taken for form in (kind.uri or "", *kind.forms)
    }


def _quota_limits(
    subject: str, before: ir.Parameter, after: ir.Parameter
) -> Iterator[Change]:
    old = {limit.mode: limit.maximum for limit in before.quota_limits}
    new = {limit.mode: limit.maximum for limit in after.quota_limits}
    for mode in sorted(old.keys() | new.keys()):
        limits = old.get(mode), new.get(mode)
        if limits[0] != limits[1]:
            shown = [
                f"{mode}: {limit:g}" if limit is not None else "" for limit in limits
            ]
            yield minor(subject, "has another limit in a quota mode", *shown)


def shape_changes(
    before: dict[str, ir.Shape], after: dict[str, ir.Shape]
) -> Iterator[Change]:
    """Compare what is refused within objects of bodies; their types are models'."""
    for name in sorted(before.keys() & after.keys()):
        old = {item.name: item for item in before[name].properties}
        for item in after[name].properties:
            if item.name in old:
                yield from limit_changes(f"{name}.{item.name}", old[item.name], item)
        yield from group_changes(name, before[name].groups, after[name].groups)


def group_changes(
    subject: str, before: tuple[ir.Group, ...], after: tuple[ir.Group, ...]
) -> Iterator[Change]:
    """Compare which arguments go together."""
    for group in after:
        if not any(_allows(group, other) for other in before):
            yield major(subject, "needs other arguments together", "", _shown(group))
    for group in before:
        if group not in after:
            free = not any(_allows(group, other) for other in after)
            verdict = Verdict.MINOR if free else Verdict.PATCH
            yield Change(
                verdict, subject, "no longer needs arguments together", _shown(group)
            )


def _allows(group: ir.Group, other: ir.Group) -> bool:
    """Say whether what one group allows, the other does not refuse."""
    most = [
        len(item.of) if item.at_most is None else item.at_most
        for item in (group, other)
    ]
    same = set(group.of) == set(other.of)
    return same and group.at_least <= other.at_least and most[0] >= most[1]


def _shown(group: ir.Group) -> str:
    most = "" if group.at_most is None else f", at most {group.at_most}"
    return f"at least {group.at_least}{most} of {', '.join(group.of)}"
