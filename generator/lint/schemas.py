"""Rules about the shape of schemas and how they hang together."""

from __future__ import annotations

from graphlib import TopologicalSorter
from itertools import chain
from typing import TYPE_CHECKING

from .. import naming
from ..dialect.remedies import FREE_FORM
from ..dialect.schema import Ref, Schema
from ..dialect.spots import references
from .circles import circles, knots
from .rules import rule
from .size import MAX_JOINED, joining_too_much

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..dialect.document import Operation
    from ..dialect.spots import Role, Spot
    from ..findings import Location
    from .rules import Issue
    from .view import View

MAX_CHAIN = 64

_KEYWORDS: dict[str, tuple[str, ...]] = {
    "string": ("min_length", "max_length", "pattern", "content_encoding"),
    "number": ("minimum", "maximum"),
    "array": ("min_items", "max_items", "items"),
}


def _graph(view: View) -> dict[str, dict[str, Location]]:
    """Map the name of each schema to those it refers to, and where it does."""
    return {
        named.name: {
            item.name: item.at
            for item in references(named.schema)
            if item.name in view.by_name
        }
        for named in view.document.schemas
    }


@rule("structure")
def schema_cycle(view: View) -> Iterator[Issue]:
    """No schema contains itself, by whatever way, and no chain of them is endless."""
    for _, issue in _endless(view):
        yield issue


def endless(view: View) -> frozenset[str]:
    """Name schemas without which no circle and no endless chain would be left."""
    tied = knots(_graph(view))
    return frozenset((*chain(*tied), *(name for name, _ in _endless(view))))


@rule("structure")
def joined_schemas(view: View) -> Iterator[Issue]:
    """No schema joins too many others by `allOf` and `oneOf`, each time counted."""
    for named in () if endless(view) else joining_too_much(view.document):
        message = f"`{named.name}` joins more than {MAX_JOINED} schemas"
        yield named.schema.at, message, "Join fewer, or each of them once."


def _endless(view: View) -> Iterator[tuple[str, Issue]]:
    graph = _graph(view)
    found = list(circles(graph))
    for circle in found:
        message = f"schemas contain each other in a circle: {' → '.join(circle)}"
        remedy = "Break the circle: leave the property out that leads back."
        yield circle[0], (graph[circle[0]][circle[1]], message, remedy)
    if not found:
        yield from _long_chains(view, graph)


def _long_chains(
    view: View, graph: Mapping[str, Mapping[str, Location]]
) -> Iterator[tuple[str, Issue]]:
    depth: dict[str, int] = {}
    for name in TopologicalSorter(graph).static_order():
        depth[name] = 1 + max((depth[item] for item in graph.get(name, ())), default=0)
        if depth[name] == MAX_CHAIN:
            message = (
                f"`{name}` begins a chain of {MAX_CHAIN} schemas within each other"
            )
            yield name, (view.by_name[name].schema.at, message, "Make it flatter.")


@rule("linked")
def module_cycle(view: View) -> Iterator[Issue]:
    """No schema files, which become modules, refer to each other in a circle."""
    graph: dict[str, dict[str, Location]] = {}
    for named in view.document.schemas:
        edges = graph.setdefault(named.file, {})
        for item in references(named.schema):
            target = view.by_name.get(item.name)
            if target is not None and target.file != named.file:
                edges.setdefault(target.file, item.at)
    for circle in circles(graph):
        message = f"schema files refer to each other in a circle: {' → '.join(circle)}"
        yield graph[circle[0]][circle[1]], message, "Move a schema to break the circle."


@rule("everything")
def unused_schema(view: View) -> Iterator[Issue]:
    """Every schema is used by some operation, directly or by way of others."""
    graph = _graph(view)
    pending = sorted(_used_by_operations(view))
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending += graph.get(name, {})
    for named in view.document.schemas:
        if named.name not in seen:
            message = f"no operation uses the schema `{named.name}`"
            yield named.schema.at, message, "Refer to it, or take it out."


def _used_by_operations(view: View) -> Iterator[str]:
    for spot in view.spots:
        if spot.parent is None and spot.role != "named":
            for item in references(spot.schema):
                yield item.name
    for call in view.calls:
        variant = call.variant
        for picked in (variant.body, variant.response) if variant else ():
            if picked is not None:
                yield picked.name


@rule("linked")
def schema_type(view: View) -> Iterator[Issue]:
    """Every schema has one type besides null, or is composed by `oneOf` or `allOf`."""
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref):
            continue
        problem = _composed(schema) if schema.one_of or schema.all_of else None
        if not (schema.one_of or schema.all_of):
            problem = _typed(schema, spot.role)
        if problem is not None:
            yield schema.at, problem[0], problem[1]


def _composed(schema: Schema) -> tuple[str, str] | None:
    if schema.one_of and schema.all_of:
        return "`oneOf` and `allOf` stand beside each other", "Give one of them a name."
    beside = schema.properties or schema.items or schema.additional_properties
    if beside or schema.enum or schema.const is not None:
        name = "oneOf" if schema.one_of else "allOf"
        message = f"`{name}` stands beside a description of the value"
        return message, f"Move that into a member of `{name}`."
    if set(schema.types) - {"object"}:
        return "a composed schema has a type of its own", "Take `type` out."
    return None


def _typed(schema: Schema, role: Role) -> tuple[str, str] | None:
    kinds = [kind for kind in schema.types if kind != "null"]
    if len(set(schema.types)) != len(schema.types):
        return "a type stands twice", "Name each type once."
    if len(kinds) > 1:
        message = f"a value of several types: {', '.join(kinds)}"
        return message, "Write the one type it has; a choice of plain types is unknown."
    if kinds:
        return None
    if not schema.types:
        remedy = "Add `type`, `oneOf` or `allOf`; a value of any type is not supported."
        return "the schema has no type", remedy
    if role == "one_of":
        return None
    return "a value that is always null", "Leave it out, or add its other type."


@rule("linked")
def schema_parts(view: View) -> Iterator[Issue]:
    """Arrays have `items`; objects have `properties` or `additionalProperties`."""
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref) or schema.one_of or schema.all_of:
            continue
        if "array" in schema.types and schema.items is None:
            yield schema.at, "an array without `items`", "Say what its items are."
        if "object" in schema.types:
            yield from _object_parts(schema)
        elif schema.properties or schema.additional_properties:
            message = "properties on what is no object"
            yield schema.at, message, "Write `type: object`."


def _object_parts(schema: Schema) -> Iterator[Issue]:
    if schema.properties and schema.additional_properties:
        message = "`properties` and `additionalProperties` stand beside each other"
        yield schema.at, message, "Keep one: a model, or a mapping of names to values."
    if not schema.properties and schema.additional_properties is None:
        yield schema.at, "an object of which nothing is said", FREE_FORM


@rule("linked")
def misplaced_keyword(view: View) -> Iterator[Issue]:
    """Every keyword stands where the type of the value lets it mean something."""
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref):
            continue
        kinds = {"number" if item == "integer" else item for item in schema.types}
        for kind, names in _KEYWORDS.items():
            for name in names:
                if kind not in kinds and getattr(schema, name) is not None:
                    key = naming.camel_case(name)
                    message = f"`{key}` means nothing for {_shown(schema)}"
                    yield schema.at, message, f"Take it out, or write `type: {kind}`."
        if schema.reasons and not schema.properties:
            message = "`x-reason` on a schema without properties"
            yield schema.at, message, "Put it on the schema of the error object."


def _shown(schema: Schema) -> str:
    return " or ".join(f"`{kind}`" for kind in schema.types) or "a composed schema"


@rule("linked")
def object_in_place(view: View) -> Iterator[Issue]:
    """Objects have names, but for request bodies, envelopes and parts of `allOf`.

    An envelope is a successful answer of which the call returns a part: the operation
    has `x-result`, `x-pagination` or `x-batch` with a pointer into it.
    """
    envelopes = {
        id(media.schema)
        for operation in view.document.operations
        if _points_inside(operation)
        for response in operation.responses
        for media in response.content
    }
    for spot in view.spots:
        if not _is_object_in_place(spot) or id(spot.schema) in envelopes:
            continue
        message = "an object is described in place"
        yield spot.schema.at, message, "Make it a named schema and refer to it."


def _is_object_in_place(spot: Spot) -> bool:
    schema = spot.schema
    if isinstance(schema, Ref) or not (schema.properties or schema.all_of):
        return False
    return spot.role not in ("named", "body", "all_of")


def _points_inside(operation: Operation) -> bool:
    return bool(
        operation.result_pointer
        or (operation.pagination and operation.pagination.pointer)
        or (operation.batch and operation.batch.items)
    )


@rule("alone")
def missing_description(view: View) -> Iterator[Issue]:
    """Every schema with a name and every property has a description.

    Beside a `$ref`, the description of what it refers to will do.
    """
    for named in view.document.schemas:
        if not (named.schema.description or "").strip():
            message = f"the schema `{named.name}` has no description"
            yield named.schema.at, message, "Add a `description`."
    for spot in view.spots:
        for item in spot.schema.properties if isinstance(spot.schema, Schema) else ():
            text = item.schema.description or view.resolve(item.schema).description
            if not (text or "").strip():
                message = f"the property `{item.name}` has no description"
                yield item.at, message, "Add a `description`."
