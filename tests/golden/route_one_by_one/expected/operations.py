"""The 2 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import (
    Availability,
    Batch,
    InvalidArgumentError,
    Operation,
    OperationTable,
    Parameter,
    Route,
    Translation,
)

THINGS_GET_SEVERAL: Operation[list[str | None]] = Operation(
    name="things.get_several",
    method="GET",
    path="/things",
    title="Get Several Things",
    calls=("things.get_several",),
    parameters=(
        Parameter("by", where="query", required=True),
        Parameter("ids", where="query", many=True, required=True),
    ),
    result=lambda: list[str | None],
    success=(200,),
    batch=Batch(parameter="ids", size=20, unique=True),
    availability=Availability(
        modes=(
            ("full", "available"),
            ("trial", "removed"),
        ),
        replacement="things.get",
        route=Route(
            operation="GET /things/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
            dropped=("by",),
        ),
    ),
)
"""Get Several Things.

Calls: things.get_several.
"""

THINGS_GET: Operation[str] = Operation(
    name="things.get",
    method="GET",
    path="/things/{id}",
    title="Get Thing",
    calls=("things.get",),
    parameters=(Parameter("id", where="path", required=True),),
    result=lambda: str,
    success=(200,),
)
"""Get Thing.

Calls: things.get.
"""


TABLE = OperationTable(
    (
        THINGS_GET_SEVERAL,
        THINGS_GET,
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
