"""The 1 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from ._runtime import InvalidArgumentError, Operation, OperationTable, Parameter

THINGS_TOP: Operation[list[str]] = Operation(
    name="things.top",
    method="GET",
    path="/top/{kind}",
    title="Get Top Names",
    calls=("things.top_bolts", "things.top_nuts"),
    parameters=(
        Parameter("kind", where="path", required=True, choices=("bolts", "nuts")),
        Parameter("version", where="query", type="integer", required=True, fixed=2),
    ),
    result=lambda: list[str],
    success=(200,),
)
"""Get Top Names.

Calls: things.top_bolts, things.top_nuts.
"""


TABLE = OperationTable((THINGS_TOP,))
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
