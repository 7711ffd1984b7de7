"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_CHANGE: Operation[None] = Operation(
    name="things.change",
    method="PUT",
    path="/thing",
    title="Change Thing",
    parameters=(Parameter("size", where="json", type="integer"),),
    media_type="application/json",
    body_required=True,
    authorized=False,
)
"""Change Thing."""

THINGS_MAKE: Operation[None] = Operation(
    name="things.make",
    method="POST",
    path="/thing",
    title="Make Thing",
    parameters=(Parameter("size", where="json", type="integer", required=True),),
    media_type="application/json",
    authorized=False,
)
"""Make Thing."""
