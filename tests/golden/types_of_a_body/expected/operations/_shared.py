"""What operations of several resources take."""

from __future__ import annotations

from .._runtime import Parameter, Shape

BOX_SHAPE = Shape(
    name="Box",
    properties=(
        Parameter("label", where="json", required=True, nullable=True),
        Parameter("day", where="json", type="partial-date"),
    ),
)
BOLT_SHAPE = Shape(
    name="Bolt",
    properties=(
        Parameter("type", where="json", required=True, choices=("bolt",)),
        Parameter("size", where="json", type="integer"),
    ),
)
NUT_SHAPE = Shape(
    name="Nut",
    properties=(Parameter("type", where="json", required=True, choices=("nut",)),),
)
