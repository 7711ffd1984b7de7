"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import InvalidArgumentError, Operation, OperationTable, Parameter

THINGS_SET_PICTURE: Operation[None] = Operation(
    name="things.set_picture",
    method="PUT",
    path="/things/{id}/picture",
    title="Set Picture",
    calls=("things.set_picture",),
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("picture", where="body", required=True, max_length=1000),
    ),
    success=(202,),
    media_type="image/jpeg",
)
"""Set Picture.

Calls: things.set_picture.
"""


TABLE = OperationTable((THINGS_SET_PICTURE,))
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
