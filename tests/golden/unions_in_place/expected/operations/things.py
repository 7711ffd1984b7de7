"""The operations of things."""

from __future__ import annotations

from .. import models
from .._runtime import Operation

THINGS_ONE: Operation[models.Bolt | models.Nut | models.UnknownItem] = Operation(
    name="things.one",
    method="GET",
    path="/one",
    title="One",
    result=lambda: models.Bolt | models.Nut | models.UnknownItem,
    authorized=False,
)
"""One."""

THINGS_MAYBE: Operation[models.Bolt | models.Nut | models.UnknownItem | None] = (
    Operation(
        name="things.maybe",
        method="GET",
        path="/maybe",
        title="Maybe",
        result=lambda: models.Bolt | models.Nut | models.UnknownItem | None,
        authorized=False,
    )
)
"""Maybe."""

THINGS_EVERY: Operation[list[models.Bolt | models.Nut | models.UnknownItem]] = (
    Operation(
        name="things.every",
        method="GET",
        path="/list",
        title="List",
        result=lambda: list[models.Bolt | models.Nut | models.UnknownItem],
        authorized=False,
    )
)
"""List."""

THINGS_ROWS: Operation[
    list[list[models.Bolt | models.Nut | models.UnknownItem | None]]
] = Operation(
    name="things.rows",
    method="GET",
    path="/rows",
    title="Rows",
    result=lambda: list[list[models.Bolt | models.Nut | models.UnknownItem | None]],
    authorized=False,
)
"""Rows."""

THINGS_NAMED: Operation[dict[str, models.Bolt | models.Nut | models.UnknownItem]] = (
    Operation(
        name="things.named",
        method="GET",
        path="/named",
        title="Named",
        result=lambda: dict[str, models.Bolt | models.Nut | models.UnknownItem],
        authorized=False,
    )
)
"""Named."""
