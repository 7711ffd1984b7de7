"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence


class Things(Resource):
    """All the things."""

    def get_several(self, ids: Sequence[str]) -> list[models.Thing | None]:
        """Get Several Things.

        Things in the order of their ids, `None` for one that is not known.

        Args:
            ids: The things.
        """
        return self._batch("GET /things", list[models.Thing | None], query={"ids": ids})
