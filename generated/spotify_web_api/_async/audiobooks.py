"""Audiobooks and their chapters. Available in the United States, the United Kingdom,
Canada, Ireland, New Zealand and Australia.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime import AsyncPager


class Audiobooks(AsyncResource):
    """Audiobooks and their chapters. Available in the United States, the United
    Kingdom, Canada, Ireland, New Zealand and Australia.
    """

    async def get(self, id: str, *, market: str | None = None) -> models.Audiobook:
        """Get an Audiobook.

        One audiobook with its chapters. The page in `chapters` holds the first 50;
        `audiobooks.chapters` has all of them. Spotify offers audiobooks in the United
        States, the United Kingdom, Canada, Ireland, New Zealand and Australia only;
        elsewhere the answer is 404.

        Args:
            id: The audiobook, by its Spotify id; Spotify writes its URIs and links as
                those of a show. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        https://developer.spotify.com/documentation/web-api/reference/get-an-audiobook
        """
        return await self._one(
            "GET /audiobooks/{id}",
            models.Audiobook,
            path={"id": id},
            query={"market": market},
        )

    @deprecated("Deprecated since 2026-02-11; use audiobooks.get.", category=None)
    async def get_several(
        self, ids: Sequence[str], *, market: str | None = None
    ) -> list[models.Audiobook | None]:
        """Get Several Audiobooks.

        Audiobooks in the order of their ids, null for an id that Spotify does not know
        or does not offer in the market (audiobooks exist in the United States, the
        United Kingdom, Canada, Ireland, New Zealand and Australia only). One request
        takes 50 ids. Apps in development mode ask for one audiobook at a time instead.

        Args:
            ids: The audiobooks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Removed in development mode; `on_unavailable="route"` calls audiobooks.get.

        https://developer.spotify.com/documentation/web-api/reference/get-multiple-audiobooks
        """
        return await self._batch(
            "GET /audiobooks",
            list[models.Audiobook | None],
            query={"ids": ids, "market": market},
        )

    def chapters(
        self,
        id: str,
        *,
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedChapter]:
        """Get Audiobook Chapters.

        The chapters of one audiobook, from the first. Audiobooks exist in the United
        States, the United Kingdom, Canada, Ireland, New Zealand and Australia only.

        Args:
            id: The audiobook, by its Spotify id; Spotify writes its URIs and links as
                those of a show. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        https://developer.spotify.com/documentation/web-api/reference/get-audiobook-chapters
        """
        return self._pages(
            "GET /audiobooks/{id}/chapters",
            models.AudiobookChapterPage,
            path={"id": id},
            query={"market": market, "limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    def saved(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedAudiobook | None]:
        """Get User's Saved Audiobooks.

        The audiobooks in the user's library. Unlike other saved things they come bare,
        without the time of saving. An audiobook that is no longer offered leaves a
        null.

        Args:
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-library-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-saved-audiobooks
        """
        return self._pages(
            "GET /me/audiobooks",
            models.SavedAudiobookPage,
            query={"limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use library.save.", category=None)
    async def save(self, ids: Sequence[str]) -> None:
        """Save Audiobooks for Current User.

        Put audiobooks into the user's library. Audiobooks that are already there stay
        as they are. One request takes 50 ids.

        Args:
            ids: The audiobooks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.save.

        https://developer.spotify.com/documentation/web-api/reference/save-audiobooks-user
        """
        return await self._batch_none("PUT /me/audiobooks", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.remove.", category=None)
    async def unsave(self, ids: Sequence[str]) -> None:
        """Remove User's Saved Audiobooks.

        Take audiobooks out of the user's library. Audiobooks that are not there do no
        harm. One request takes 50 ids.

        Args:
            ids: The audiobooks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.remove.

        https://developer.spotify.com/documentation/web-api/reference/remove-audiobooks-user
        """
        return await self._batch_none("DELETE /me/audiobooks", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.contains.", category=None)
    async def are_saved(self, ids: Sequence[str]) -> list[bool]:
        """Check User's Saved Audiobooks.

        Whether audiobooks are in the user's library, one boolean per id, in the order
        of the ids. One request takes 50 ids.

        Args:
            ids: The audiobooks, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Scopes: `user-library-read`.

        Removed in development mode; `on_unavailable="route"` calls library.contains.

        https://developer.spotify.com/documentation/web-api/reference/check-users-saved-audiobooks
        """
        return await self._batch(
            "GET /me/audiobooks/contains", list[bool], query={"ids": ids}
        )
