"""All the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence


class Lists(Resource):
    """All the lists."""

    def add_items(
        self, id: str, *, uris: Sequence[str], position: int | None = None
    ) -> None:
        """Add Items.

        Put any number of items into a list.

        Args:
            id: The list.
            uris: The items.
            position: Where to put the first one.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.
        """
        return self._batch_none(
            "POST /lists/{id}/items",
            path={"id": id},
            json={"uris": uris, "position": position},
        )
