"""What changed about the client itself: options, errors, authorization, quota modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .change import Change, major, minor, patch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .. import ir
    from .types import Types


def client_changes(before: ir.Api, after: ir.Api, types: Types) -> Iterator[Change]:
    """Compare what belongs to no single call."""
    yield from _options(before, after, types)
    yield from _errors(before, after)
    modes = dict.fromkeys(dict(before.quota_modes)), dict.fromkeys(
        dict(after.quota_modes)
    )
    yield from _named("the quota modes", *modes)
    if before.base_url != after.base_url:
        shown = before.base_url, after.base_url
        yield minor("the client", "is sent to another server", *shown)
    yield from _authorization(before.authorization, after.authorization)


def _options(before: ir.Api, after: ir.Api, types: Types) -> Iterator[Change]:
    """Compare the arguments whose defaults the client has."""
    old, new = (
        {item.name: item for item in api.client_defaults} for api in (before, after)
    )
    yield from _named("the options of the client", old, new)
    for name in sorted(old.keys() & new.keys()):
        kinds = old[name].type, new[name].type
        yield from types.changes(f"the option {name}", *kinds, "argument")


def _named(
    subject: str, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Change]:
    """Compare what there is under names."""
    for name in sorted(before.keys() - after.keys()):
        yield major(subject, "have one less", name)
    for name in sorted(after.keys() - before.keys()):
        yield minor(subject, "have one more", "", name)


def _errors(before: ir.Api, after: ir.Api) -> Iterator[Change]:
    old, new = _causes(before), _causes(after)
    for name in sorted(old.keys() | new.keys()):
        subject = f"errors.{name}"
        shown = ", ".join(old.get(name, ())), ", ".join(new.get(name, ()))
        if name not in new:
            yield major(subject, "is gone", shown[0])
        elif name not in old:
            yield minor(subject, "is new", "", shown[1])
        elif old[name] != new[name]:
            fits = set(old[name]) <= set(new[name])
            note = minor if fits else major
            yield note(subject, "stands for other answers", *shown)
    retries = (
        {item.name: item.retry for item in api.reason_errors} for api in (before, after)
    )
    was, is_now = retries
    for name in sorted(was.keys() & is_now.keys()):
        if was[name] != is_now[name]:
            shown = was[name] or "by its status", is_now[name] or "by its status"
            yield minor(f"errors.{name}", "is waited out in other cases", *shown)


def _causes(api: ir.Api) -> dict[str, tuple[str, ...]]:
    """Map each class of errors to the answers it stands for."""
    found: dict[str, tuple[str, ...]] = {}
    for error in api.status_errors:
        found[error.name] = (*found.get(error.name, ()), str(error.status))
    for item in api.reason_errors:
        told = f"{item.status} {item.reason}"
        found[item.name] = (*found.get(item.name, ()), told)
    return {name: tuple(sorted(causes)) for name, causes in found.items()}


def _authorization(
    before: ir.Authorization | None, after: ir.Authorization | None
) -> Iterator[Change]:
    if before is None or after is None:
        if before is not after:
            note = minor if before is None else major
            is_now = "is described" if before is None else "is no longer described"
            yield note("authorization", is_now)
        return
    flows = dict.fromkeys(before.flows), dict.fromkeys(after.flows)
    yield from _named("the ways to a token", *flows)
    yield from _named("the scopes", dict(before.scopes), dict(after.scopes))
    yield from _environment(dict(before.environment), dict(after.environment))
    pairs = (
        ("is asked for elsewhere", before.authorization_url, after.authorization_url),
        (
            "comes from elsewhere",
            before.token_operation.route,
            after.token_operation.route,
        ),
    )
    for what, old, new in pairs:
        if old != new:
            yield patch("a token", what, old or "", new or "")


def _environment(before: dict[str, str], after: dict[str, str]) -> Iterator[Change]:
    for field in sorted(before.keys() | after.keys()):
        names = before.get(field, ""), after.get(field, "")
        if names[0] != names[1]:
            note = major if names[0] else minor
            yield note("credentials", "are read from another variable", *names)
