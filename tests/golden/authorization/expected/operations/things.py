"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation

THINGS_MINE: Operation[None] = Operation(
    name="things.mine", method="GET", path="/mine", title="Mine"
)
"""Mine."""

THINGS_OPEN: Operation[None] = Operation(
    name="things.open", method="GET", path="/open", title="Open", authorized=False
)
"""Open."""

THINGS_NEWER: Operation[None] = Operation(
    name="things.newer",
    method="GET",
    path="/newer",
    title="Newer",
    server="https://api.example:443/v2",
)
"""Newer."""

THINGS_ELSEWHERE: Operation[None] = Operation(
    name="things.elsewhere",
    method="GET",
    path="/elsewhere",
    title="Elsewhere",
    server="https://files.example",
    authorized=False,
)
"""Elsewhere."""
