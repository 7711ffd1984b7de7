"""What operations of several resources take."""

from __future__ import annotations

from .._runtime import Parameter, Reference

THINGS_THING = Reference(
    uri="things:thing:{id}", url="https://things.example/thing/{id}"
)
THING_ID = Parameter("id", where="path", required=True, reference=THINGS_THING)
