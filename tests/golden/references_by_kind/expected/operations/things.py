"""The operations of things."""

from __future__ import annotations

from .._runtime import Group, Operation, Parameter, Reference
from . import _shared

THINGS_FASTEN: Operation[None] = Operation(
    name="things.fasten",
    method="PUT",
    path="/bolts/{id}",
    title="Fasten Bolt",
    parameters=(
        Parameter(
            "id",
            where="path",
            required=True,
            reference=Reference(("bolt",), _shared.REFERENCES),
        ),
        Parameter("kind", where="query", required=True, choices=("bolt", "maker")),
        Parameter(
            "other",
            where="query",
            reference=Reference(("bolt", "maker"), _shared.REFERENCES, by="kind"),
        ),
        Parameter("crate", where="query"),
        Parameter("where", where="json", type="object", shape=_shared.PLACE_SHAPE),
    ),
    groups=(Group(of=("where", "crate"), at_most=1),),
    media_type="application/json",
    authorized=False,
)
"""Fasten Bolt."""
