"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation

THINGS_NAMES: Operation[list[str]] = Operation(
    name="things.names",
    method="GET",
    path="/names",
    title="List Names",
    result=lambda: list[str],
    result_pointer="/names",
    authorized=False,
)
"""List Names."""
