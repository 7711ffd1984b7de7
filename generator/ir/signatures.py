"""In which order callers give arguments, and which of them by position."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import Call, Operation, Parameter


def positional(operation: Operation, call: Call) -> Parameter | None:
    """Find the one argument that may be given by position.

    It is the first required one or, where none is, the one a batch cuts into chunks.
    """
    parameters = [item for item in call.parameters if item.fixed is None]
    batched = operation.batch.parameter if operation.batch else None
    return next(
        (item for item in parameters if item.required),
        next((item for item in parameters if item.name == batched), None),
    )


def taken(operation: Operation, call: Call) -> tuple[Parameter, ...]:
    """List what a caller gives: the positional one, then what is required."""
    parameters = [item for item in call.parameters if item.fixed is None]
    first = positional(operation, call)
    return tuple(
        sorted(parameters, key=lambda item: (item is not first, not item.required))
    )
