"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_GET: Operation[None] = Operation(
    name="things.get",
    method="GET",
    path="/thing",
    title="Get Thing",
    calls=("things.small", "things.large"),
    parameters=(
        Parameter("größe", where="query", type="integer", required=True),
        Parameter("form", wire="@form", where="query", required=True, fixed="full"),
        Parameter("名", where="query", required=True, fixed="x"),
    ),
    authorized=False,
)
"""Get Thing (things.small, things.large)."""
