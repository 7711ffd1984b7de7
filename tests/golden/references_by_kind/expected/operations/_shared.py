"""What operations of several resources take."""

from __future__ import annotations

from .._runtime import Group, Parameter, Reference, ReferenceKind, Shape

REFERENCES = (
    ReferenceKind(
        name="bolt",
        uri="things:bolt:{id}",
        forms=(
            "https://things.example/{locale}/bolt/{id}",
            "https://old.things.example/bolt/{id}",
        ),
        optional=("locale",),
        pattern="^[a-z0-9]+$",
    ),
    ReferenceKind(name="maker", uri="things:maker:{id}"),
    ReferenceKind(
        name="short", forms=("https://thi.ng/{code}",), hint="Open it first."
    ),
)
PLACE_SHAPE = Shape(
    name="Place",
    properties=(
        Parameter(
            "uri",
            where="json",
            reference=Reference(("bolt", "maker"), REFERENCES, as_uri=True),
        ),
        Parameter("depth", where="json", type="integer", minimum=0),
    ),
    groups=(Group(of=("uri", "depth"), at_least=1),),
)
