"""The 2 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import (
    InvalidArgumentError,
    Operation,
    OperationTable,
    Parameter,
    Reference,
)

_THING_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[a-z0-9]+$",
    reference=Reference(
        uri="things:thing:{id}",
        url="https://things.example/{locale}/thing/{id}",
        optional=("locale",),
    ),
)

THINGS_GET: Operation[str] = Operation(
    name="things.get",
    method="GET",
    path="/things/{id}",
    title="Get Name",
    calls=("things.get",),
    parameters=(_THING_ID,),
    result=lambda: str,
    success=(200,),
)
"""Get Name.

Calls: things.get.
"""

THINGS_MAKER: Operation[str] = Operation(
    name="things.maker",
    method="GET",
    path="/things/{id}/maker",
    title="Get Maker",
    calls=("things.maker",),
    parameters=(_THING_ID,),
    result=lambda: str,
    success=(200,),
)
"""Get Maker.

Calls: things.maker.
"""


TABLE = OperationTable(
    (
        THINGS_GET,
        THINGS_MAKER,
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
