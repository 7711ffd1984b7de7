"""All the things."""

from __future__ import annotations

from typing import cast

from .. import models
from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def get(self) -> models.Bolt | None:
        """Get Thing.

        The one thing, which may be null, or not be there yet.
        """
        return self._optional(
            "GET /thing", cast(type[models.Bolt | None], models.Bolt | None)
        )
