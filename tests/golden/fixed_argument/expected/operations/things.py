"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_TOP: Operation[list[str]] = Operation(
    name="things.top",
    method="GET",
    path="/top/{kind}",
    title="Get Top Names",
    calls=("things.top_bolts", "things.top_nuts"),
    parameters=(
        Parameter("kind", where="path", required=True, choices=("bolts", "nuts")),
        Parameter("version", where="query", type="integer", required=True, fixed=2),
    ),
    result=lambda: list[str],
    authorized=False,
)
"""Get Top Names (things.top_bolts, things.top_nuts)."""
