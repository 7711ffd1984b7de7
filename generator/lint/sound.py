"""What can be judged while something else is broken, so that all is told at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, cast

from ..dialect.spots import references
from ..findings import Location

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ..dialect.document import Document, Example, Header, Operation, Parameter
    from ..dialect.schema import NamedSchema, Ref, Schema
    from ..findings import Finding


def sound(document: Document, endless: Collection[str]) -> Document:
    """Leave out what is broken, and what refers to it by whatever way.

    Args:
        document: What `load` gave.
        endless: The names of schemas that cannot be followed to their end.
    """
    broken = document.broken
    around = _Around(broken)
    bad = {item.name for item in document.schemas if item.schema.at in broken}
    lost = _users(document.schemas, bad.union(endless))
    return replace(
        document,
        tags=tuple(item for item in document.tags if item.at not in broken),
        operations=tuple(
            item
            for item in document.operations
            if not _is_broken(item, around)
            and lost.isdisjoint(ref.name for ref in _references(item))
        ),
        schemas=tuple(item for item in document.schemas if item.name not in lost),
    )


def with_broken(document: Document, findings: Iterable[Finding]) -> Document:
    """Take as broken, too, what rules have found something in."""
    places = {finding.at for finding in findings}
    if not places:
        return document
    shapes = [item.schema for item in document.schemas]
    things: list[Schema | Operation] = [*shapes, *document.operations]
    around = _Around(places)
    held = {each.at for each in things if around.holds(each)}
    return replace(document, broken=document.broken | places | held)


class _Around:
    """What holds places; what many things share is looked through once."""

    def __init__(self, places: Collection[Location]) -> None:
        self._places = places
        self._holding: dict[int, bool] = {}
        self._beginning: dict[int, bool] = {}

    def holds(self, value: object) -> bool:
        """Say whether a thing, or anything in it, stands at one of the places."""
        if isinstance(value, Location):
            return value in self._places
        parts = _parts(value)
        if parts is None:
            return False
        known = self._holding.get(id(value))
        if known is None:
            known = self._holding[id(value)] = any(map(self.holds, parts))
        return known

    def begins(self, things: tuple[Parameter | Header | Example, ...]) -> bool:
        """Say whether one of some things stands at one of the places itself."""
        known = self._beginning.get(id(things))
        if known is None:
            known = any(each.at in self._places for each in things)
            self._beginning[id(things)] = known
        return known


def _parts(value: object) -> Iterable[object] | None:
    """List the parts of a thing, or `None` if it has none."""
    if isinstance(value, tuple):
        return cast("tuple[object, ...]", value)
    if is_dataclass(value) and not isinstance(value, type):
        return (getattr(value, each.name) for each in fields(value))
    return None


def named(document: Document) -> Document:
    """Leave out the calls without a name, which `load` has told of."""
    return replace(
        document,
        operations=tuple(
            replace(
                operation,
                variants=tuple(v for v in operation.variants if v.operation_id),
            )
            for operation in document.operations
            if operation.operation_id
        ),
    )


def _users(schemas: Iterable[NamedSchema], names: Collection[str]) -> set[str]:
    """Give some schemas, and all that refer to them."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for item in schemas:
        for ref in references(item.schema):
            users[ref.name].add(item.name)
    found: set[str] = set()
    pending = list(names)
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += users[name]
    return found


def _is_broken(operation: Operation, around: _Around) -> bool:
    """Say whether an operation is, or what it shares with others."""
    body = operation.request_body.content if operation.request_body else ()
    answers = operation.responses
    content = (*body, *(media for answer in answers for media in answer.content))
    return (
        around.holds(operation.at)
        or any(around.holds(answer.at) for answer in answers)
        or around.begins(operation.parameters)
        or any(around.begins(answer.headers) for answer in answers)
        or any(around.begins(media.examples) for media in content)
    )


def _references(operation: Operation) -> Iterator[Ref]:
    body = operation.request_body
    for media in body.content if body else ():
        yield from references(media.schema)
    for response in operation.responses:
        for media in response.content:
            yield from references(media.schema)
    for variant in operation.variants:
        for picked in (variant.body, variant.response):
            if picked is not None:
                yield picked
