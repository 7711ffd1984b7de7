"""The operations of things."""

from __future__ import annotations

from .._runtime import Availability, Operation

THINGS_GET: Operation[str] = Operation(
    name="things.get",
    method="GET",
    path="/thing",
    title="Get Thing",
    result=lambda: str,
    availability=Availability(
        modes=(("full", "available"), ("trial", "removed")),
        since="2026-02-11",
        replacement="things.find",
    ),
    deprecated=True,
    authorized=False,
)
"""Get Thing."""

THINGS_FIND: Operation[str] = Operation(
    name="things.find",
    method="GET",
    path="/things",
    title="Find Thing",
    result=lambda: str,
    availability=Availability(modes=(("full", "available"), ("trial", "legacy_only"))),
    authorized=False,
)
"""Find Thing."""
