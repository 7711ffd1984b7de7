"""The operations of lists."""

from __future__ import annotations

from .. import models
from .._runtime import Batch, Operation, Parameter

LISTS_REMOVE_ITEMS: Operation[models.Snapshot] = Operation(
    name="lists.remove_items",
    method="DELETE",
    path="/lists/{id}/items",
    title="Remove Items",
    parameters=(
        Parameter("id", where="path", required=True),
        Parameter("uris", where="json", many=True, required=True, max_items=100),
        Parameter("snapshot_id", where="json"),
    ),
    result=lambda: models.Snapshot,
    media_type="application/json",
    batch=Batch(parameter="uris", size=100, chain="snapshot_id"),
    authorized=False,
)
"""Remove Items."""
