"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource

if TYPE_CHECKING:
    from typing import Literal


class Things(Resource):
    """All the things."""

    def first(
        self, size: Literal["big", "small"], *, grade: Literal[1, 2] | None = None
    ) -> models.Thing:
        """Get First Thing.

        The first thing of a size.

        Args:
            size: The size.
            grade: The grade.
        """
        return self._one(
            "GET /things", models.Thing, query={"size": size, "grade": grade}
        )
