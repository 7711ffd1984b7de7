"""Answers that leave properties out because a filter was given.

What paging needs is asked for beside what the filter names: without the URL of the next
page, a listing would end after the first one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin
from urllib.parse import parse_qsl, urlsplit

from . import filters
from .arguments import refused
from .filters import Named

if TYPE_CHECKING:
    import msgspec

    from ..description.api import OperationTable
    from ..description.operation import Operation
    from .arguments import Arguments, Values
    from .call import Call

_COMMON = ("next", "href", "limit")
_NEEDED = {"offset": (*_COMMON, "offset", "total"), "cursor": (*_COMMON, "cursors")}
_ANY = "*"


@dataclass(frozen=True, slots=True)
class _Envelope:
    """An object that is no model, around what is asked for.

    Attributes:
        token: The property that leads there.
        inner: What lies there.
    """

    token: str
    inner: Any


_Owner: TypeAlias = "_Envelope | type[msgspec.Struct]"
"""What has properties."""


def is_partial(call: Call) -> bool:
    """Say whether the server was asked to leave properties out.

    Args:
        call: The call of the answer.
    """
    if call.operation is None:
        return False
    names = [each.wire for each in call.operation.parameters if each.partial_response]
    if not names:
        return False
    given = {name for name, _ in parse_qsl(urlsplit(call.url).query)}
    return not given.isdisjoint(names)


def completed(
    operation: Operation[Any],
    arguments: Arguments,
    defaults: Values,
    operations: OperationTable,
) -> Arguments:
    """Return the arguments with filters that leave paging what it needs.

    Args:
        operation: The operation to call.
        arguments: The values given.
        defaults: The client's values for parameters it holds defaults for.
        operations: All operations; pages name theirs.

    Raises:
        InvalidArgumentError: If a filter cannot be understood.
    """
    for parameter in operation.parameters:
        if not parameter.partial_response or operation.result is None:
            continue
        text = arguments.get(parameter)
        if text is None and parameter.client_default:
            text = defaults.get(parameter.name)
        if not isinstance(text, str):
            continue
        owners = _owners(_enveloped(operation.result(), operation.pointer))
        try:
            names = filters.read(text)
        except ValueError as error:
            raise refused(parameter, str(error)) from None
        needs = _Needs(operations)
        written = filters.write(needs.added(names, owners))
        arguments = arguments.put(parameter, written or None)
    return arguments


class _Needs:
    """What paging needs of answers, put into filters in its place."""

    def __init__(self, operations: OperationTable) -> None:
        self._operations = operations

    def added(self, names: list[Named], owners: list[_Owner]) -> list[Named]:
        """Return a filter that names what it did, and what is needed.

        Args:
            names: The filter; empty for everything.
            owners: The types that have the properties it names.
        """
        needed = self._of(owners)
        found: list[Named] = []
        for each in names:
            if each.parts is None:
                found += [] if each.excluded and each.name in needed else [each]
                continue
            below = _below(owners, each.name)
            change = self._spared if each.excluded else self.added
            parts = change(each.parts, below)
            if parts or not each.excluded:
                found.append(_with_parts(each, parts))
        named = {each.name for each in found if not each.excluded}
        if named and _ANY not in named:
            found += [Named(each) for each in needed if each not in named]
        return found

    def _spared(self, names: list[Named], owners: list[_Owner]) -> list[Named]:
        """Return what may be left out of all that a filter leaves out."""
        needed = self._of(owners)
        found: list[Named] = []
        for each in names:
            if each.parts is None:
                found += [] if each.name in needed else [each]
            elif parts := self._spared(each.parts, _below(owners, each.name)):
                found.append(_with_parts(each, parts))
        return found

    def _of(self, owners: list[_Owner]) -> list[str]:
        """Return the properties that are needed of some types."""
        from ..models.page import Page

        needed: dict[str, None] = {}
        for each in owners:
            if isinstance(each, _Envelope):
                needed[each.token] = None
            elif issubclass(each, Page):
                operation = self._operations.by_route.get(each.operation)
                paging = None if operation is None else operation.pagination
                style = "offset" if paging is None else paging.style
                needed |= dict.fromkeys(_NEEDED[style])
        return [*needed]


def _with_parts(named: Named, parts: list[Named]) -> Named:
    dotted = named.dotted and len(parts) == 1
    return replace(named, parts=parts or None, dotted=dotted)


def _enveloped(type_: Any, pointer: str) -> Any:
    """Return the type of an answer in which a type lies at a pointer."""
    tokens = [each for each in pointer.split("/")[1:] if not each.isdecimal()]
    for token in reversed(tokens):
        type_ = _Envelope(token.replace("~1", "/").replace("~0", "~"), type_)
    return type_


def _below(owners: list[_Owner], name: str) -> list[_Owner]:
    """Return the types that have the properties of a property of some types."""
    import msgspec

    found: list[_Owner] = []
    for owner in owners:
        if isinstance(owner, _Envelope):
            found += _owners(owner.inner) if name in {owner.token, _ANY} else []
            continue
        for each in msgspec.structs.fields(owner):
            if name in {each.encode_name, _ANY}:
                found += _owners(each.type)
    return found


def _owners(type_: Any) -> list[_Owner]:
    """Return the models, and envelopes, that values of a type are or hold."""
    import msgspec

    if isinstance(type_, _Envelope):
        return [type_]
    kind = get_origin(type_) or type_
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return [kind]
    return [found for each in get_args(type_) for found in _owners(each)]
