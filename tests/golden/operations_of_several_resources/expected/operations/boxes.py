"""The operations of boxes."""

from __future__ import annotations

from .._runtime import Operation, Parameter, Reference
from . import _shared

_BOX_ID = Parameter("box", where="path", required=True)
_LID_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^l[0-9]+$",
    reference=Reference(("thing",), _shared.THINGS_THING),
)

BOXES_LABEL: Operation[str] = Operation(
    name="boxes.label",
    method="GET",
    path="/boxes/{box}/things/{id}",
    title="Get Label",
    parameters=(_BOX_ID, _shared.THING_ID),
    result=lambda: str,
    authorized=False,
)
"""Get Label."""

BOXES_LID: Operation[str] = Operation(
    name="boxes.lid",
    method="GET",
    path="/boxes/{box}/lid/{id}",
    title="Get Lid",
    parameters=(_BOX_ID, _LID_ID),
    result=lambda: str,
    authorized=False,
)
"""Get Lid."""
