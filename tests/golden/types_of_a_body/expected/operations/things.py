"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter
from . import _shared

THINGS_MAKE: Operation[None] = Operation(
    name="things.make",
    method="POST",
    path="/things",
    title="Make Thing",
    parameters=(
        Parameter("name", where="json", required=True, nullable=True),
        Parameter("kind", where="json", choices=("x", "y")),
        Parameter("kinds", where="json", many=True, choices=("x", "y")),
        Parameter(
            "grid",
            where="json",
            type="nested",
            many=True,
            min_items=1,
            inner=Parameter("", where="json", type="integer", many=True, max_items=2),
        ),
        Parameter(
            "gaps",
            where="json",
            type="nested",
            many=True,
            inner=Parameter("", where="json", nullable=True),
        ),
        Parameter(
            "sizes",
            where="json",
            type="map",
            inner=Parameter("", where="json", type="integer", minimum=1),
        ),
        Parameter(
            "boxes",
            where="json",
            type="map",
            inner=Parameter(
                "", where="json", type="object", many=True, shape=_shared.BOX_SHAPE
            ),
        ),
        Parameter("yes", where="json", type="boolean", choices=(True,)),
        Parameter(
            "part",
            where="json",
            type="object",
            union=(("bolt", _shared.BOLT_SHAPE), ("nut", _shared.NUT_SHAPE)),
        ),
    ),
    media_type="application/json",
    authorized=False,
)
"""Make Thing."""
