"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime import Batch, InvalidArgumentError, Operation, OperationTable, Parameter

LISTS_REMOVE_ITEMS: Operation[models.Snapshot] = Operation(
    name="lists.remove_items",
    method="DELETE",
    path="/lists/{id}/items",
    title="Remove Items",
    calls=("lists.remove_items",),
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("uris", where="json", many=True, required=True, max_items=100),
        Parameter("snapshot_id", where="json"),
    ),
    result=lambda: models.Snapshot,
    success=(200,),
    media_type="application/json",
    batch=Batch(parameter="uris", size=100, chain="snapshot_id"),
)
"""Remove Items.

Calls: lists.remove_items.
"""


TABLE = OperationTable((LISTS_REMOVE_ITEMS,))
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
