"""Filling a shelf anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .._runtime.calls.arguments import Arguments
from .._runtime.session import batches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models
    from .._runtime.engine.steps import Steps
    from .._runtime.session.session import Session

__all__ = ["Refilled"]

_ITEMS = "/shelves/{shelf}/items"


@dataclass(frozen=True)
class Refilled:
    """What stands on the shelf now."""

    ids: tuple[str, ...]
    state: models.ShelfState


class ShelfCalls:
    """What shelves offer beside the operations of the API."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def refill(
        self, shelf: str, ids: Sequence[str], *, side: Literal["left", "right"] = "left"
    ) -> Steps[Refilled]:
        """Clear a shelf and fill it anew.

        Two kinds of requests, "one after the other"\\.

        Args:
            shelf: The shelf.
            ids: What shall stand on it.
            side: Where to begin.
        """
        row = list(ids) if side == "left" else [*reversed(ids)]
        state = yield from self.clear(shelf)
        yield from batches.chain(
            self._session,
            f"POST {_ITEMS}",
            None,
            Arguments(path={"shelf": shelf}, json={"ids": row, "position": 0}),
        )
        return Refilled(tuple(row), state)

    def clear(self, shelf: str) -> Steps[models.ShelfState]:
        """Clear a shelf."""
        route = f"PUT {_ITEMS}"
        result = self._session.operation(route).result
        assert result is not None
        state: models.ShelfState = yield from self._session.one(
            route, result(), Arguments(path={"shelf": shelf}, json={"ids": []})
        )
        return state
