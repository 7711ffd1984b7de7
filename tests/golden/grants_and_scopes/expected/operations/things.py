"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation

THINGS_CLEAR: Operation[None] = Operation(
    name="things.clear",
    method="DELETE",
    path="/things",
    title="Clear Things",
    scopes=("write", "read", "admin"),
    scope_sets=(("write", "read"), ("admin",)),
)
"""Clear Things."""
