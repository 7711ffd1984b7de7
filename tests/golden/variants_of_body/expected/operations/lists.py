"""The operations of lists."""

from __future__ import annotations

from .._runtime import Operation, Parameter

LISTS_UPDATE: Operation[None] = Operation(
    name="lists.update",
    method="PUT",
    path="/list",
    title="Update List",
    calls=("lists.replace", "lists.reorder"),
    parameters=(
        Parameter("uris", where="json", many=True),
        Parameter("start", where="json", type="integer"),
        Parameter("before", where="json", type="integer"),
    ),
    media_type="application/json",
    authorized=False,
)
"""Update List (lists.replace, lists.reorder)."""
