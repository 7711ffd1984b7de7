"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource

if TYPE_CHECKING:
    from .._runtime import Pager


class Things(Resource):
    """All the things."""

    def names(
        self, *, offset: int | None = None, prefetch: int = 1, cursor: str | None = None
    ) -> Pager[str]:
        """List Names.

        Iterate over the names of all things.

        Args:
            offset: The first one.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.
        """
        return self._pages(
            "GET /things",
            models.NamePage,
            query={"offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    def remove(self, id: str) -> None:
        """Remove Thing.

        Throw a thing away.

        Args:
            id: The thing.
        """
        return self._none("DELETE /things/{id}", path={"id": id})
