"""All the things."""

from __future__ import annotations

from .. import models
from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def sold(
        self, from_: str, *, sort_by: str | None = None, sale_id: str | None = None
    ) -> models.Thing:
        """Get Sold Thing.

        The thing sold last.

        Args:
            from_: The first day.
            sort_by: The order.
            sale_id: The sale.
        """
        return self._one(
            "GET /things",
            models.Thing,
            query={"from": from_, "sortBy": sort_by, "sale-id": sale_id},
        )
