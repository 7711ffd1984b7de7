"""The operations that are calls of the client itself."""

from __future__ import annotations

from .._runtime import Operation

MOTTO: Operation[str] = Operation(
    name="motto",
    method="GET",
    path="/motto",
    title="Get Motto",
    result=lambda: str,
    authorized=False,
)
"""Get Motto."""
