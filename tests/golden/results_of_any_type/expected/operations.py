"""The 7 operations of Things, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime import (
    InvalidArgumentError,
    Operation,
    OperationTable,
    Parameter,
    PartialDate,
    Timestamp,
)

THINGS_OPENED: Operation[Timestamp] = Operation(
    name="things.opened",
    method="GET",
    path="/opened",
    title="Opened",
    calls=("things.opened",),
    result=lambda: Timestamp,
    result_pointer="/opened",
    success=(200,),
)
"""Opened.

Calls: things.opened.
"""

THINGS_FOUNDED: Operation[PartialDate | None] = Operation(
    name="things.founded",
    method="GET",
    path="/founded",
    title="Founded",
    calls=("things.founded",),
    result=lambda: PartialDate | None,
    result_pointer="/founded",
    success=(200,),
)
"""Founded.

Calls: things.founded.
"""

THINGS_SIZE: Operation[str] = Operation(
    name="things.size",
    method="GET",
    path="/size",
    title="Size",
    calls=("things.size",),
    result=lambda: str,
    result_pointer="/size",
    success=(200,),
)
"""Size.

Calls: things.size.
"""

THINGS_COUNT: Operation[int] = Operation(
    name="things.count",
    method="GET",
    path="/count",
    title="Count",
    calls=("things.count",),
    parameters=(
        Parameter("day", where="query"),
        Parameter("at", where="query"),
    ),
    result=lambda: int,
    result_pointer="/count",
    success=(200,),
)
"""Count.

Calls: things.count.
"""

THINGS_MAKER: Operation[models.Bolt | None] = Operation(
    name="things.maker",
    method="GET",
    path="/maker",
    title="Maker",
    calls=("things.maker",),
    result=lambda: models.Bolt | None,
    result_pointer="/maker",
    success=(200,),
)
"""Maker.

Calls: things.maker.
"""

THINGS_PRICES: Operation[dict[str, float | None]] = Operation(
    name="things.prices",
    method="GET",
    path="/prices",
    title="Prices",
    calls=("things.prices",),
    result=lambda: dict[str, float | None],
    result_pointer="/prices",
    success=(200,),
)
"""Prices.

Calls: things.prices.
"""

THINGS_ONE: Operation[models.One] = Operation(
    name="things.one",
    method="GET",
    path="/one",
    title="One",
    calls=("things.one",),
    result=lambda: models.One,
    result_pointer="/one",
    success=(200,),
)
"""One.

Calls: things.one.
"""


TABLE = OperationTable(
    (
        THINGS_OPENED,
        THINGS_FOUNDED,
        THINGS_SIZE,
        THINGS_COUNT,
        THINGS_MAKER,
        THINGS_PRICES,
        THINGS_ONE,
    )
)
"""The operations by route and by call."""


def all() -> tuple[Operation[Any], ...]:
    """List the 7 operations."""
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
