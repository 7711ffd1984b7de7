"""The 2 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import Availability, InvalidArgumentError, Operation, OperationTable

THINGS_GET: Operation[str] = Operation(
    name="things.get",
    method="GET",
    path="/thing",
    title="Get Thing",
    calls=("things.get",),
    result=lambda: str,
    success=(200,),
    availability=Availability(
        modes=(
            ("full", "available"),
            ("trial", "removed"),
        ),
        since="2026-02-11",
        replacement="things.find",
    ),
    deprecated=True,
)
"""Get Thing.

Calls: things.get.
"""

THINGS_FIND: Operation[str] = Operation(
    name="things.find",
    method="GET",
    path="/things",
    title="Find Thing",
    calls=("things.find",),
    result=lambda: str,
    success=(200,),
    availability=Availability(
        modes=(
            ("full", "available"),
            ("trial", "legacy_only"),
        )
    ),
)
"""Find Thing.

Calls: things.find.
"""


TABLE = OperationTable(
    (
        THINGS_GET,
        THINGS_FIND,
    )
)
"""The operations by route and by call."""


def all() -> tuple[Operation[Any], ...]:
    """List the 2 operations."""
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
