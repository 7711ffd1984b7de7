"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_GET: Operation[None] = Operation(
    name="things.get",
    method="GET",
    path="/things/{flag}/{day}",
    title="Get Thing",
    parameters=(
        Parameter("flag", where="path", type="boolean", required=True),
        Parameter("day", where="path", type="partial-date", required=True),
        Parameter("at", where="query", type="date-time"),
        Parameter("ats", where="query", type="date-time", many=True),
        Parameter(
            "sizes",
            where="query",
            type="integer",
            many=True,
            choices=(1, 2),
            max_items=2,
        ),
        Parameter("scale", where="query", type="number", required=True, fixed=1.5),
        Parameter("cut", where="query", type="boolean", required=True, fixed=False),
        Parameter("none", where="query", type="integer", required=True, fixed=0),
    ),
    authorized=False,
)
"""Get Thing."""
