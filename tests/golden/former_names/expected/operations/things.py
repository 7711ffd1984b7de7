"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_GET: Operation[str] = Operation(
    name="things.get",
    method="GET",
    path="/things/{id}",
    title="Get Thing",
    calls=("things.get", "things.fetch", "boxes.thing"),
    parameters=(Parameter("id", where="path", required=True),),
    result=lambda: str,
    authorized=False,
)
"""Get Thing."""

THINGS_TOP: Operation[list[str]] = Operation(
    name="things.top",
    method="GET",
    path="/things",
    title="Get Top Things",
    calls=("things.cheapest", "things.lightest", "things.cheap"),
    parameters=(
        Parameter("by", where="query", required=True, choices=("price", "weight")),
    ),
    result=lambda: list[str],
    authorized=False,
)
"""Get Top Things (things.cheapest, things.lightest)."""
