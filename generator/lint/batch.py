"""Rules about `x-batch`: what is split, what is joined, what is carried along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.schema import Schema
from ..dialect.schemas import bare
from ..findings import closest
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Operation
    from ..dialect.extensions import Batch
    from ..dialect.schema import Ref
    from .rules import Issue
    from .view import View


@rule("linked")
def x_batch(view: View) -> Iterator[Issue]:
    """Every batch splits a list that is sent, into chunks no larger than allowed."""
    for operation, batch in _batches(view):
        name = batch.parameter or f"{batch.body}"
        taken = _taken(view, operation, batch)
        if taken is None or not isinstance(taken, Schema) or taken.items is None:
            message = f"`x-batch` splits `{name}`, which is no list that is sent"
            yield batch.at, message, "Name a list in the query, or `/name` in the body."
        elif taken.max_items is not None and batch.size > taken.max_items:
            message = (
                f"chunks of {batch.size} are more than the {taken.max_items} allowed"
            )
            yield batch.at, message, "Make `size` smaller, or mend `maxItems`."
        if operation.pagination is not None:
            message = "`x-batch` and `x-pagination` exclude each other"
            yield batch.at, message, "Keep one of them."
        if operation.variants:
            message = "`x-batch` and `x-variants` exclude each other"
            yield batch.at, message, "Keep one of them."


def _batches(view: View) -> Iterator[tuple[Operation, Batch]]:
    for operation in view.document.operations:
        if operation.batch is not None:
            yield operation, operation.batch


def _taken(view: View, operation: Operation, batch: Batch) -> Schema | Ref | None:
    place = "query" if batch.parameter is not None else "body"
    argument = view.taken(operation).get(batch.argument)
    if argument is None or argument.place != place:
        return None
    return view.resolve(bare(argument.schema))


@rule("linked")
def batch_answer(view: View) -> Iterator[Issue]:
    """`items` points to the list of answers; without it, the answer may be the list.

    Only a list of answers can be asked for each item once (`unique`).
    """
    for operation, batch in _batches(view):
        answer = operation.answer
        place = view.at(answer, batch.items or "") if answer else None
        found = None if place is None else bare(place)
        is_list = found is not None and view.resolve(found).items is not None
        if is_list and place is not None and view.is_nullable(place):
            message = "the list of answers may be null, and several cannot be joined"
            yield batch.at, message, "Take null out of its type."
        if batch.items is not None and not is_list:
            message = f"the answer has no list at {batch.items}"
            yield batch.at, message, "Mend `items`, or describe what lies there."
        elif answer and operation.method == "GET" and not is_list:
            message = (
                "the answers are no list, so those of several chunks are not joined"
            )
            remedy = "Point with `items` to the list in them, or take `x-batch` out."
            yield batch.at, message, remedy
        elif batch.unique and not is_list:
            message = "`unique` is for answers that are lists"
            yield batch.at, message, "Take it out."


@rule("linked")
def batch_chain(view: View) -> Iterator[Issue]:
    """`advance` names a whole number, `chain` a property of the answer, both sent."""
    for operation, batch in _batches(view):
        arguments = view.taken(operation)
        for key, name in (("advance", batch.advance), ("chain", batch.chain)):
            if name is not None and name not in arguments:
                message = (
                    f"`{key}: {name}` is no argument of `{operation.operation_id}`"
                )
                yield batch.at, message, closest(name, arguments)
        if batch.advance in arguments:
            schema = view.resolve(arguments[batch.advance].schema)
            if "integer" not in schema.types:
                message = f"`advance: {batch.advance}` is no whole number"
                yield batch.at, message, "Name the argument with the position."
        answer = operation.answer
        properties = view.properties(answer) if answer else {}
        if batch.chain is not None and batch.chain not in properties:
            message = f"`chain: {batch.chain}` is no property of the answer"
            yield batch.at, message, closest(batch.chain, properties)
