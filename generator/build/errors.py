"""Error responses to exceptions: of statuses, of reasons, of single operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import ir
from ..dialect.statuses import error_name, has_error, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Document, Operation
    from ..dialect.schema import Reason, Ref, Schema, Value
    from ..dialect.schemas import Schemas


def status_errors(document: Document) -> tuple[ir.StatusError, ...]:
    """Make one exception of each status that some operation answers."""
    statuses = {
        response.status
        for operation in document.operations
        for response in operation.responses
        if has_error(response.status)
    }
    return tuple(
        ir.StatusError(status, error_name(status), phrase(status))
        for status in sorted(statuses)
    )


def reason_errors(document: Document) -> tuple[ir.ReasonError, ...]:
    """Make the exceptions of all known reasons."""
    reasons = [reason for named in document.schemas for reason in named.schema.reasons]
    return tuple(
        map(_reason_error, sorted(reasons, key=lambda item: (item.status, item.value)))
    )


def raised(operation: Operation, schemas: Schemas) -> tuple[ir.ReasonError, ...]:
    """List the exceptions whose reasons the examples of an operation's errors show."""
    errors = {
        reason.error: _reason_error(reason)
        for response in operation.responses
        if response.status >= 400
        for media in response.content
        for example in media.examples
        for reason in _shown(media.schema, example.value, schemas)
        if reason.status == response.status
    }
    return tuple(errors.values())


def _shown(schema: Schema | Ref, value: Value, schemas: Schemas) -> Iterator[Reason]:
    if not isinstance(value, dict):
        return
    target = schemas.resolve(schema)
    yield from (item for item in target.reasons if item.value in value.values())
    for name, item in schemas.properties(target).items():
        yield from _shown(item.schema, value.get(name), schemas)


def _reason_error(reason: Reason) -> ir.ReasonError:
    return ir.ReasonError(
        reason.status, reason.value, reason.error, reason.description, reason.retry
    )
