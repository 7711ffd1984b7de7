"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import InvalidArgumentError, Operation, OperationTable, Parameter

LISTS_UPDATE: Operation[None] = Operation(
    name="lists.update",
    method="PUT",
    path="/list",
    title="Update List",
    calls=("lists.replace", "lists.reorder"),
    parameters=(
        Parameter("uris", where="json", many=True),
        Parameter("start", where="json", type="integer"),
        Parameter("before", where="json", type="integer"),
    ),
    success=(204,),
    media_type="application/json",
)
"""Update List.

Calls: lists.replace, lists.reorder.
"""


TABLE = OperationTable((LISTS_UPDATE,))
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
