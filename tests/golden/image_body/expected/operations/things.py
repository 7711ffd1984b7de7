"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter

THINGS_SET_PICTURE: Operation[None] = Operation(
    name="things.set_picture",
    method="PUT",
    path="/things/{id}/picture",
    title="Set Picture",
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("picture", where="body", required=True, max_length=1000),
    ),
    media_type="image/jpeg",
    authorized=False,
)
"""Set Picture."""
