"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource

if TYPE_CHECKING:
    from .._runtime import Pager


class Things(Resource):
    """All the things."""

    def all(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> Pager[models.Thing]:
        """List Things.

        Iterate over all things.

        Args:
            limit: How many in a page.
            offset: The first one.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.
        """
        return self._pages(
            "GET /things",
            models.ThingPage,
            query={"limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )
