"""The operations of lists."""

from __future__ import annotations

from .._runtime import Batch, Operation, Parameter

LISTS_ADD_ITEMS: Operation[None] = Operation(
    name="lists.add_items",
    method="POST",
    path="/lists/{id}/items",
    title="Add Items",
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("uris", where="json", many=True, required=True, max_items=100),
        Parameter("position", where="json", type="integer", minimum=0),
    ),
    media_type="application/json",
    batch=Batch(parameter="uris", size=100, advance="position"),
    authorized=False,
)
"""Add Items."""
