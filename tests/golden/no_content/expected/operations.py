"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import InvalidArgumentError, Operation, OperationTable, Parameter

THINGS_REMOVE: Operation[None] = Operation(
    name="things.remove",
    method="DELETE",
    path="/things/{id}",
    title="Remove Thing",
    calls=("things.remove",),
    parameters=(Parameter("id", where="path", required=True),),
    success=(202,),
)
"""Remove Thing.

Calls: things.remove.
"""


TABLE = OperationTable((THINGS_REMOVE,))
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
