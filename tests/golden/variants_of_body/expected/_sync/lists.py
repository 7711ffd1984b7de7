"""All the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence


class Lists(Resource):
    """All the lists."""

    def replace(self, uris: Sequence[str]) -> None:
        """Replace.

        Replace what is in the list.

        Args:
            uris: The items.
        """
        return self._none("PUT /list", json={"uris": uris}, call="lists.replace")

    def reorder(self, start: int, *, before: int) -> None:
        """Reorder.

        Move an item.

        Args:
            start: The item that is moved.
            before: Where it is put.
        """
        return self._none(
            "PUT /list", json={"start": start, "before": before}, call="lists.reorder"
        )
