"""The shelves of the browse tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, deprecated

if TYPE_CHECKING:
    from .._runtime import AsyncPager


class Categories(AsyncResource):
    """The shelves of the browse tab."""

    @deprecated("Deprecated since 2026-02-11.", category=None)
    def all(
        self,
        *,
        locale: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.Category]:
        """Get Several Browse Categories.

        The categories on the browse pages of the Spotify apps, such as Party or Dinner.
        Their names follow the locale.

        Args:
            locale: The language of names and texts, as language (ISO 639-1) and country
                (ISO 3166-1 alpha-2) joined by an underscore.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Removed in development mode.

        https://developer.spotify.com/documentation/web-api/reference/get-categories
        """
        return self._pages(
            "GET /browse/categories",
            models.CategoryPage,
            query={"locale": locale, "limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11.", category=None)
    async def get(
        self, category_id: str, *, locale: str | None = None
    ) -> models.Category:
        """Get Single Browse Category.

        One browse category: its name in the language of the locale, and its icon.

        Args:
            category_id: The category, by its id; a word such as dinner, or a string
                that starts with 0JQ5. A URI or link will do.
            locale: The language of names and texts, as language (ISO 639-1) and country
                (ISO 3166-1 alpha-2) joined by an underscore.

        Removed in development mode.

        https://developer.spotify.com/documentation/web-api/reference/get-a-category
        """
        return await self._one(
            "GET /browse/categories/{category_id}",
            models.Category,
            path={"category_id": category_id},
            query={"locale": locale},
        )
