"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation

THINGS_GET: Operation[str | None] = Operation(
    name="things.get",
    method="GET",
    path="/thing",
    title="Get Thing",
    result=lambda: str,
    optional=True,
    contentless=(202, 205),
    authorized=False,
)
"""Get Thing."""
