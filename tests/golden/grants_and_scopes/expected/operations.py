"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import InvalidArgumentError, Operation, OperationTable, Parameter

THINGS_CLEAR: Operation[None] = Operation(
    name="things.clear",
    method="DELETE",
    path="/things",
    title="Clear Things",
    calls=("things.clear",),
    scopes=("write", "read", "admin"),
    scope_sets=(
        ("write", "read"),
        ("admin",),
    ),
    success=(204,),
)
"""Clear Things.

Calls: things.clear.
"""

TOKEN_REQUEST: Operation[None] = Operation(
    name="token.request",
    method="POST",
    path="/token",
    title="Get a Token",
    calls=("token.request",),
    parameters=(Parameter("grant_type", where="form", required=True),),
    success=(200,),
    media_type="application/x-www-form-urlencoded",
    server="https://login.example",
)
"""Get a Token.

Calls: token.request.
"""


TABLE = OperationTable((THINGS_CLEAR,))
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
