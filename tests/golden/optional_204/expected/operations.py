"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import InvalidArgumentError, Operation, OperationTable

THINGS_GET: Operation[str | None] = Operation(
    name="things.get",
    method="GET",
    path="/thing",
    title="Get Thing",
    calls=("things.get",),
    result=lambda: str,
    optional=True,
    success=(200, 204),
)
"""Get Thing.

Calls: things.get.
"""


TABLE = OperationTable((THINGS_GET,))
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
