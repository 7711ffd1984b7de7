"""The operations of things."""

from __future__ import annotations

from .._runtime import Operation, Parameter, Reference, ReferenceKind

_THING_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[a-z0-9]+$",
    reference=Reference(
        ("thing",),
        (
            ReferenceKind(
                name="thing",
                uri="things:thing:{id}",
                forms=("https://things.example/{locale}/thing/{id}",),
                optional=("locale",),
            ),
        ),
    ),
)

THINGS_GET: Operation[str] = Operation(
    name="things.get",
    method="GET",
    path="/things/{id}",
    title="Get Name",
    parameters=(_THING_ID,),
    result=lambda: str,
    authorized=False,
)
"""Get Name."""

THINGS_MAKER: Operation[str] = Operation(
    name="things.maker",
    method="GET",
    path="/things/{id}/maker",
    title="Get Maker",
    parameters=(_THING_ID,),
    result=lambda: str,
    authorized=False,
)
"""Get Maker."""
