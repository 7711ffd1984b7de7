"""Every schema of a document in its place, however deep it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from .schema import Ref, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Document, Operation, Response

Role = Literal[
    "named",
    "answer",
    "body",
    "parameter",
    "header",
    "property",
    "items",
    "values",
    "one_of",
    "all_of",
]


class Spot(NamedTuple):
    """A schema in its place: what it is for, and what it is a part of."""

    schema: Schema | Ref
    role: Role
    parent: Schema | None


def children(schema: Schema | Ref) -> Iterator[tuple[Role, Schema | Ref]]:
    """List the schemas directly within a schema, each with what it is for."""
    if isinstance(schema, Ref):
        return
    for item in schema.properties:
        yield "property", item.schema
    if schema.items is not None:
        yield "items", schema.items
    if schema.additional_properties is not None:
        yield "values", schema.additional_properties
    for part in schema.one_of:
        yield "one_of", part
    for part in schema.all_of:
        yield "all_of", part


def references(schema: Schema | Ref) -> Iterator[Ref]:
    """List the references within a schema, however deep in place."""
    if isinstance(schema, Ref):
        yield schema
    for _, child in children(schema):
        yield from references(child)


def spots(document: Document) -> Iterator[Spot]:
    """List every schema of a document, shared ones once."""
    seen: set[int] = set()
    for schema, role in _tops(document):
        if id(schema) not in seen:
            seen.add(id(schema))
            yield from _within(Spot(schema, role, None))


def _within(spot: Spot) -> Iterator[Spot]:
    yield spot
    if isinstance(spot.schema, Schema):
        for role, child in children(spot.schema):
            yield from _within(Spot(child, role, spot.schema))


def _tops(document: Document) -> Iterator[tuple[Schema | Ref, Role]]:
    seen: set[tuple[int, int]] = set()
    for named in document.schemas:
        yield named.schema, "named"
    for operation in document.operations:
        for parameter in operation.parameters:
            yield parameter.schema, "parameter"
        if operation.request_body is not None:
            for media in operation.request_body.content:
                yield media.schema, "body"
        for response in _answers(operation, seen):
            for header in response.headers:
                yield header.schema, "header"
            for media in response.content:
                yield media.schema, "answer"


def _answers(operation: Operation, seen: set[tuple[int, int]]) -> Iterator[Response]:
    """List the answers of an operation, of those that are shared the first."""
    for response in operation.responses:
        key = id(response.headers), id(response.content)
        if key not in seen:
            seen.add(key)
            yield response
