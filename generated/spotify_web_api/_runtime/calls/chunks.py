"""How a call takes any number of elements: in chunks of a size the server allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import BatchError, DecodeError, InvalidArgumentError
from . import checks
from .arguments import narrowed, refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..description.operation import Batch, Operation
    from ..description.parameter import Parameter
    from ..errors import ClientError
    from .arguments import Arguments

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The elements of one request and all its arguments."""

    items: Sequence[Any]
    arguments: Arguments


@dataclass(frozen=True, slots=True)
class Plan:
    """The requests of one call.

    Attributes:
        chunks: What each request carries.
        order: For each element the caller gave, its index among those sent.
    """

    chunks: tuple[Chunk, ...]
    order: tuple[int, ...]


def plan(
    operation: Operation[Any], arguments: Arguments, size: int | None = None
) -> Plan | None:
    """Cut the elements of a call into chunks.

    Args:
        operation: An operation with a batch.
        arguments: The values of the call.
        size: The most elements of one request, if not those of the operation.

    Returns:
        The plan; one without chunks if there are no elements; `None` if the argument
        was not given, so that there is nothing to cut.

    Raises:
        InvalidArgumentError: If the argument is no list, or an element is refused.
    """
    batch, parameter = parts(operation)
    size = batch.size if size is None else size
    value = arguments.get(parameter)
    if value is None:
        return None
    try:
        elements = checks.sequence(value)
        taken = narrowed(operation, parameter, arguments)
        given = [checks.nth(taken, index, each) for index, each in enumerate(elements)]
    except ValueError as error:
        raise refused(parameter, str(error)) from None
    order = list(range(len(given)))
    if batch.unique:
        given, order = _distinct(given)
        elements = given
    chunks = [
        Chunk(
            elements[start : start + size],
            _advanced(
                operation, arguments.put(parameter, given[start : start + size]), start
            ),
        )
        for start in range(0, len(given), size)
    ]
    return Plan(tuple(chunks), tuple(order))


def merged(plan: Plan, answers: Sequence[list[T]]) -> list[T]:
    """Return the answers in the order of the elements the caller gave.

    Args:
        plan: The plan the answers belong to.
        answers: The list each request answered with.

    Raises:
        DecodeError: If a list is shorter or longer than what was asked for.
    """
    flat: list[T] = []
    for chunk, answer in zip(plan.chunks, answers, strict=True):
        if len(answer) != len(chunk.items):
            asked, got = len(chunk.items), len(answer)
            raise DecodeError(f"asked for {asked} elements, got {got}")
        flat.extend(answer)
    return [flat[index] for index in plan.order]


def chained(operation: Operation[Any], chunk: Chunk, answer: object) -> Arguments:
    """Return the arguments of a chunk, with what the answer before it hands on.

    Args:
        operation: The operation called.
        chunk: The chunk to send next.
        answer: The answer to the chunk before it, or `None` for the first.
    """
    batch, _ = parts(operation)
    target = None if batch.chain is None else operation.parameter(batch.chain)
    value = None if batch.chain is None else getattr(answer, batch.chain, None)
    if target is None or value is None:
        return chunk.arguments
    return chunk.arguments.put(target, value)


def failure(plan: Plan, written: int, error: ClientError) -> ClientError:
    """Return the error to raise when a chunk of writes failed.

    Args:
        plan: All chunks.
        written: How many took effect; among them one whose answer made no sense.
        error: What went wrong then.

    Returns:
        `error` itself if it is about all there was to write, else a `BatchError`.
    """
    if written == 0 or len(plan.chunks) == 1:
        return error
    done = [item for chunk in plan.chunks[:written] for item in chunk.items]
    remaining = [item for chunk in plan.chunks[written:] for item in chunk.items]
    message = f"{len(done)} elements done, {len(remaining)} not: {error.detail}"
    return BatchError(message, done=done, remaining=remaining, cause=error)


def _distinct(given: list[Any]) -> tuple[list[Any], list[int]]:
    indexes: dict[Any, int] = {}
    order = [indexes.setdefault(each, len(indexes)) for each in given]
    return list(indexes), order


def _advanced(operation: Operation[Any], arguments: Arguments, by: int) -> Arguments:
    batch, _ = parts(operation)
    target = None if batch.advance is None else operation.parameter(batch.advance)
    start = None if target is None else arguments.get(target)
    if target is None or not isinstance(start, int) or isinstance(start, bool):
        return arguments
    return arguments.put(target, start + by)


def parts(operation: Operation[Any]) -> tuple[Batch, Parameter]:
    """Return the batch of an operation and the parameter it cuts.

    Args:
        operation: An operation with a batch.

    Raises:
        InvalidArgumentError: If it has none.
    """
    batch = operation.batch
    parameter = None if batch is None else operation.parameter(batch.parameter)
    if batch is None or parameter is None:
        raise InvalidArgumentError("it takes no batches")
    return batch, parameter
