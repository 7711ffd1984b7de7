"""All the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Sequence


class Lists(AsyncResource):
    """All the lists."""

    async def remove_items(
        self, id: str, *, uris: Sequence[str], snapshot_id: str | None = None
    ) -> models.Snapshot:
        """Remove Items.

        Take any number of items out of a list.

        Args:
            id: The list.
            uris: The items.
            snapshot_id: The state of the list that is meant.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.
        """
        return await self._chain(
            "DELETE /lists/{id}/items",
            models.Snapshot,
            path={"id": id},
            json={"uris": uris, "snapshot_id": snapshot_id},
        )
