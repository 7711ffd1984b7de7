"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_FIND: Operation[list[str]] = Operation(
    name="things.find",
    method="GET",
    path="/things",
    title="Find Things",
    parameters=(
        Parameter(
            "most",
            where="query",
            type="integer",
            minimum=1,
            maximum=50,
            quota_maxima=(("trial", 10),),
        ),
    ),
    result=lambda: list[str],
    authorized=False,
)
"""Find Things."""
