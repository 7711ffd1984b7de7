"""The operations of things."""

from __future__ import annotations

from .. import models
from .._runtime import Batch, Operation, Parameter

THINGS_GET_SEVERAL: Operation[list[models.Thing | None]] = Operation(
    name="things.get_several",
    method="GET",
    path="/things",
    title="Get Several Things",
    parameters=(
        Parameter("ids", where="query", many=True, required=True, max_items=20),
    ),
    result=lambda: list[models.Thing | None],
    result_pointer="/things",
    batch=Batch(parameter="ids", size=20, items="/things", unique=True),
    authorized=False,
)
"""Get Several Things."""
