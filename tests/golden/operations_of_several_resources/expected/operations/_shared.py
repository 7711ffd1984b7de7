"""What operations of several resources take."""

from __future__ import annotations

from .._runtime import Parameter, Reference, ReferenceKind

THINGS_THING = (
    ReferenceKind(
        name="thing",
        uri="things:thing:{id}",
        forms=("https://things.example/thing/{id}",),
    ),
)
THING_ID = Parameter(
    "id", where="path", required=True, reference=Reference(("thing",), THINGS_THING)
)
