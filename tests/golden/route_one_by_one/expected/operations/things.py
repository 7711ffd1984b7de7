"""The operations of things."""

from __future__ import annotations

from .._runtime import Availability, Batch, Operation, Parameter, Route, Translation

THINGS_GET_SEVERAL: Operation[list[str | None]] = Operation(
    name="things.get_several",
    method="GET",
    path="/things",
    title="Get Several Things",
    parameters=(
        Parameter("by", where="query", required=True),
        Parameter("ids", where="query", many=True, required=True),
    ),
    result=lambda: list[str | None],
    batch=Batch(parameter="ids", size=20, unique=True),
    availability=Availability(
        modes=(("full", "available"), ("trial", "removed")),
        replacement="things.get",
        route=Route(
            operation="GET /things/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
            dropped=("by",),
        ),
    ),
    authorized=False,
)
"""Get Several Things."""

THINGS_GET: Operation[str] = Operation(
    name="things.get",
    method="GET",
    path="/things/{id}",
    title="Get Thing",
    parameters=(Parameter("id", where="path", required=True),),
    result=lambda: str,
    authorized=False,
)
"""Get Thing."""
