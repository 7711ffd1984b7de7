"""Rules about extensions of operations: what they name exists and fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import naming
from ..dialect.fit import departures
from ..dialect.schema import Ref, Schema
from ..dialect.schemas import is_null
from ..findings import closest
from .reads_as import reads_as
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Operation
    from ..dialect.extensions import Variant
    from ..dialect.schema import FirstOf
    from ..naming import Reserved
    from .rules import Issue
    from .view import View


@rule("linked")
def x_result(view: View) -> Iterator[Issue]:
    """`x-result` points to something in the successful answer of a plain call."""
    for operation in view.document.operations:
        if operation.result_pointer is None:
            continue
        call = f"`{operation.operation_id}`"
        answer = operation.answer
        if answer is None or view.part(answer, operation.result_pointer) is None:
            message = f"the answer of {call} has nothing at {operation.result_pointer}"
            yield operation.at, message, "Mend `at`, or describe what lies there."
        if operation.pagination or operation.batch:
            message = f"{call} has `x-result` beside `x-pagination` or `x-batch`"
            yield operation.at, message, "Use `at` or `items` of the other one."


@rule("linked")
def x_variants(view: View) -> Iterator[Issue]:
    """Every variant fixes parameters to possible values and picks members of a `oneOf`.

    Every member is picked by some variant; each variant differs from the others.
    """
    for operation in view.document.operations:
        if not operation.variants:
            continue
        yield from _fixed(view, operation)
        body = operation.request_body
        bodies = _members(
            view, body.content[0].schema if body and body.content else None
        )
        picked = [(item, item.body) for item in operation.variants]
        yield from _choice(operation, "body", bodies, picked)
        answers = _members(view, operation.answer)
        picked = [(item, item.response) for item in operation.variants]
        yield from _choice(operation, "response", answers, picked)


def _fixed(view: View, operation: Operation) -> Iterator[Issue]:
    parameters = {item.name: item for item in operation.parameters}
    for variant in operation.variants:
        for name, value in variant.arguments:
            parameter = parameters.get(name)
            if parameter is None:
                message = (
                    f"`{variant.operation_id}` fixes `{name}`, which is no parameter"
                )
                yield variant.at, message, closest(name, parameters)
                continue
            for found in departures(view, parameter.schema, value):
                message = (
                    f"`{variant.operation_id}` cannot fix `{name}`: {found.reason}"
                )
                yield variant.at, message, "Choose a value that fits the parameter."


def _members(view: View, schema: Schema | Ref | None) -> list[str]:
    """List the members among which a variant has to choose."""
    target = view.resolve(schema) if schema is not None else None
    if target is None or target.discriminator is not None:
        return []
    found = [item.name for item in target.one_of if isinstance(item, Ref)]
    return found if len(found) > 1 else []


def _choice(
    operation: Operation,
    key: str,
    members: list[str],
    picked: list[tuple[Variant, Ref | None]],
) -> Iterator[Issue]:
    names = {reference.name for _, reference in picked if reference is not None}
    for variant, reference in picked:
        if reference is None and members:
            message = (
                f"`{variant.operation_id}` picks no `{key}` of {', '.join(members)}"
            )
            yield variant.at, message, f"Add `{key}` with a `$ref`."
        if reference is not None and reference.name not in members:
            message = f"`{reference.name}` is no member of the {key}'s choice"
            yield reference.at, message, closest(reference.name, members)
    for name in members:
        if name not in names:
            message = f"no variant picks `{name}` as its {key}"
            yield operation.at, message, "Add a variant, or take the member out."


@rule("linked")
def x_first_of(view: View) -> Iterator[Issue]:
    """`x-first-of` is on a named object and names several properties of one kind.

    Pages are of one kind if their items are.
    """
    for spot in view.spots:
        firsts = spot.schema.firsts if isinstance(spot.schema, Schema) else ()
        properties = view.properties(spot.schema)
        for item in firsts:
            if spot.role != "named" or not properties:
                message = "`x-first-of` stands on what is no named object"
                yield item.at, message, "Move it to the named schema."
            yield from _first_name(item, view.reserved)
            for name in item.properties:
                if name not in properties:
                    message = f"there is no property `{name}`"
                    yield item.at, message, closest(name, properties)
            kinds = [properties[n].schema for n in item.properties if n in properties]
            if len(kinds) < 2 or not all(
                reads_as(view, k, kinds[0]) for k in kinds[1:]
            ):
                message = f"`{item.name}` is not the first of several of one kind"
                yield item.at, message, "Name two or more properties of one type."


def _first_name(item: FirstOf, reserved: Reserved) -> Iterator[Issue]:
    if not naming.can_be_spelled(item.name):
        yield item.at, f"`{item.name}` cannot be spelled as a Python name", "Rename it."
    elif naming.attribute(item.name) in reserved.attributes | {"type"}:
        yield item.at, f"the name `{item.name}` is taken", "Choose another name."


@rule("linked")
def x_partial_response(view: View) -> Iterator[Issue]:
    """`x-partial-response` is on an optional text in the query; there is an answer."""
    for operation in view.document.operations:
        answer = operation.answer
        for item in operation.parameters:
            if not item.partial_response:
                continue
            text = item.schema.types == ("string",) and item.location == "query"
            if item.required or not text or answer is None or is_null(answer):
                message = f"`{item.name}` cannot make an answer partial"
                yield item.at, message, "Take `x-partial-response` out."
