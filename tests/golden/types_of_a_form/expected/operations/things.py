"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_MAKE: Operation[None] = Operation(
    name="things.make",
    method="POST",
    path="/things",
    title="Make Thing",
    parameters=(
        Parameter("yes", where="form", type="boolean", required=True),
        Parameter("at", where="form", type="date-time"),
        Parameter("kind", where="form", choices=("x", "y")),
        Parameter("days", where="form", type="partial-date", many=True),
    ),
    media_type="application/x-www-form-urlencoded",
    authorized=False,
)
"""Make Thing."""
