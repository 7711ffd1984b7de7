"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime import Batch, InvalidArgumentError, Operation, OperationTable, Parameter

THINGS_GET_SEVERAL: Operation[list[models.Thing | None]] = Operation(
    name="things.get_several",
    method="GET",
    path="/things",
    title="Get Several Things",
    calls=("things.get_several",),
    parameters=(
        Parameter("ids", where="query", many=True, required=True, max_items=20),
    ),
    result=lambda: list[models.Thing | None],
    result_pointer="/things",
    success=(200,),
    batch=Batch(parameter="ids", size=20, items="/things", unique=True),
)
"""Get Several Things.

Calls: things.get_several.
"""


TABLE = OperationTable((THINGS_GET_SEVERAL,))
"""The operations by route and by call."""


def all() -> tuple[Operation[Any], ...]:
    """List the 1 operations."""
    return TABLE.all()


def by_call(name: str) -> Operation[Any]:
    """Find the operation behind a call.

    Args:
        name: A call as it is written after the client, such as `albums.get`.

    Raises:
        InvalidArgumentError: There is no call of that name.
    """
    operation = TABLE.by_call.get(name)
    if operation is None:
        raise InvalidArgumentError(f"there is no call named {name!r}")
    return operation
