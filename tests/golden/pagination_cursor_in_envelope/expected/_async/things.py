"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource

if TYPE_CHECKING:
    from .._runtime import AsyncPager


class Things(AsyncResource):
    """All the things."""

    def followed(
        self, *, after: str | None = None, prefetch: int = 1, cursor: str | None = None
    ) -> AsyncPager[str]:
        """List Followed Things.

        Iterate over the names of the things you follow.

        Args:
            after: The last one seen.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.
        """
        return self._pages(
            "GET /things/followed",
            models.NamePage,
            query={"after": after},
            prefetch=prefetch,
            cursor=cursor,
        )
