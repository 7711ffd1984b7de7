"""The operations of things."""

from __future__ import annotations

from .. import models
from .._runtime import Operation, Parameter, PartialDate, Timestamp

THINGS_OPENED: Operation[Timestamp] = Operation(
    name="things.opened",
    method="GET",
    path="/opened",
    title="Opened",
    result=lambda: Timestamp,
    result_pointer="/opened",
    authorized=False,
)
"""Opened."""

THINGS_FOUNDED: Operation[PartialDate | None] = Operation(
    name="things.founded",
    method="GET",
    path="/founded",
    title="Founded",
    result=lambda: PartialDate | None,
    result_pointer="/founded",
    authorized=False,
)
"""Founded."""

THINGS_SIZE: Operation[str] = Operation(
    name="things.size",
    method="GET",
    path="/size",
    title="Size",
    result=lambda: str,
    result_pointer="/size",
    authorized=False,
)
"""Size."""

THINGS_COUNT: Operation[int] = Operation(
    name="things.count",
    method="GET",
    path="/count",
    title="Count",
    parameters=(
        Parameter("day", where="query", type="partial-date"),
        Parameter("at", where="query", type="date-time"),
    ),
    result=lambda: int,
    result_pointer="/count",
    authorized=False,
)
"""Count."""

THINGS_MAKER: Operation[models.Bolt | None] = Operation(
    name="things.maker",
    method="GET",
    path="/maker",
    title="Maker",
    result=lambda: models.Bolt | None,
    result_pointer="/maker",
    authorized=False,
)
"""Maker."""

THINGS_PRICES: Operation[dict[str, float | None]] = Operation(
    name="things.prices",
    method="GET",
    path="/prices",
    title="Prices",
    result=lambda: dict[str, float | None],
    result_pointer="/prices",
    authorized=False,
)
"""Prices."""

THINGS_ONE: Operation[models.One] = Operation(
    name="things.one",
    method="GET",
    path="/one",
    title="One",
    result=lambda: models.One,
    result_pointer="/one",
    authorized=False,
)
"""One."""
