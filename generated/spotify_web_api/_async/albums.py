"""Albums, their tracks, and the albums in the user's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime import AsyncPager


class Albums(AsyncResource):
    """Albums, their tracks, and the albums in the user's library."""

    async def get(self, id: str, *, market: str | None = None) -> models.Album:
        """Get Album.

        One album with its tracks. The page in `tracks` holds the first 50; iterating
        over it fetches the rest. With a market, tracks that are not licensed there are
        swapped for ones that are.

        Args:
            id: The album, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        https://developer.spotify.com/documentation/web-api/reference/get-an-album
        """
        return await self._one(
            "GET /albums/{id}", models.Album, path={"id": id}, query={"market": market}
        )

    @deprecated("Deprecated since 2026-02-11; use albums.get.", category=None)
    async def get_several(
        self, ids: Sequence[str], *, market: str | None = None
    ) -> list[models.Album | None]:
        """Get Several Albums.

        Albums in the order of their ids, null for an id that Spotify does not know. One
        request takes 20 ids. Apps in development mode ask for one album at a time
        instead.

        Args:
            ids: The albums, each by its Spotify id; 1 to 20 in a request. URIs and
                links will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Removed in development mode; `on_unavailable="route"` calls albums.get.

        https://developer.spotify.com/documentation/web-api/reference/get-multiple-albums
        """
        return await self._batch(
            "GET /albums",
            list[models.Album | None],
            query={"ids": ids, "market": market},
        )

    def tracks(
        self,
        id: str,
        *,
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedTrack | None]:
        """Get Album Tracks.

        The tracks of one album, disc by disc, in the order they are played. The tracks
        come without album, popularity and ISRC; `tracks.get` knows those.

        Args:
            id: The album, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks
        """
        return self._pages(
            "GET /albums/{id}/tracks",
            models.AlbumTrackPage,
            path={"id": id},
            query={"market": market, "limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    def saved(
        self,
        *,
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SavedAlbum | None]:
        """Get User's Saved Albums.

        The albums in the user's library, mostly newest first, each with the time it was
        saved. An entry is null where Spotify withholds an album.

        Args:
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-library-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-saved-albums
        """
        return self._pages(
            "GET /me/albums",
            models.SavedAlbumPage,
            query={"market": market, "limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use library.save.", category=None)
    async def save(self, ids: Sequence[str]) -> None:
        """Save Albums for Current User.

        Put albums into the user's library. Albums that are already there stay as they
        are. One request takes 20 ids.

        Args:
            ids: The albums, each by its Spotify id; 1 to 20 in a request. URIs and
                links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.save.

        https://developer.spotify.com/documentation/web-api/reference/save-albums-user
        """
        return await self._batch_none("PUT /me/albums", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.remove.", category=None)
    async def unsave(self, ids: Sequence[str]) -> None:
        """Remove Users' Saved Albums.

        Take albums out of the user's library. Albums that are not there are passed
        over. One request takes 20 ids.

        Args:
            ids: The albums, each by its Spotify id; 1 to 20 in a request. URIs and
                links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.remove.

        https://developer.spotify.com/documentation/web-api/reference/remove-albums-user
        """
        return await self._batch_none("DELETE /me/albums", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.contains.", category=None)
    async def are_saved(self, ids: Sequence[str]) -> list[bool]:
        """Check User's Saved Albums.

        Say for each album whether it is in the user's library: one boolean per id, in
        the order of the ids. One request takes 20 ids.

        Args:
            ids: The albums, each by its Spotify id; 1 to 20 in a request. URIs and
                links will do.

        Scopes: `user-library-read`.

        Removed in development mode; `on_unavailable="route"` calls library.contains.

        https://developer.spotify.com/documentation/web-api/reference/check-users-saved-albums
        """
        return await self._batch(
            "GET /me/albums/contains", list[bool], query={"ids": ids}
        )

    @deprecated("Deprecated since 2026-02-11.", category=None)
    def new_releases(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedAlbum]:
        """Get New Releases.

        New albums, singles and EPs that Spotify promotes. Here `album_type` may also be
        `ep`.

        Args:
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Removed in development mode.

        https://developer.spotify.com/documentation/web-api/reference/get-new-releases
        """
        return self._pages(
            "GET /browse/new-releases",
            models.NewReleasePage,
            query={"limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )
