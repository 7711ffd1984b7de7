"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_REMOVE: Operation[None] = Operation(
    name="things.remove",
    method="DELETE",
    path="/things/{id}",
    title="Remove Thing",
    parameters=(Parameter("id", where="path", required=True),),
    authorized=False,
)
"""Remove Thing."""
