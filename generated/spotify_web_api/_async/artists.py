"""Artists, their albums and most played tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime import AsyncPager


class Artists(AsyncResource):
    """Artists, their albums and most played tracks."""

    async def get(self, id: str) -> models.Artist:
        """Get Artist.

        One artist. Apps in development mode get no followers and no popularity;
        `genres` is often empty.

        Args:
            id: The artist, by its Spotify id. A URI or link will do.

        https://developer.spotify.com/documentation/web-api/reference/get-an-artist
        """
        return await self._one("GET /artists/{id}", models.Artist, path={"id": id})

    @deprecated("Deprecated since 2026-02-11; use artists.get.", category=None)
    async def get_several(self, ids: Sequence[str]) -> list[models.Artist | None]:
        """Get Several Artists.

        Artists in the order of their ids, null for an id that Spotify does not know.
        One request takes 50 ids. Apps in development mode ask for one artist at a time
        instead.

        Args:
            ids: The artists, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Removed in development mode; `on_unavailable="route"` calls artists.get.

        https://developer.spotify.com/documentation/web-api/reference/get-multiple-artists
        """
        return await self._batch(
            "GET /artists", list[models.Artist | None], query={"ids": ids}
        )

    def albums(
        self,
        id: str,
        *,
        include_groups: (
            Sequence[Literal["album", "single", "appears_on", "compilation"]] | None
        ) = None,
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.ArtistAlbum]:
        """Get Artist's Albums.

        The releases of one artist: group by group, the newest first within a group.
        Without a market the same release may come several times, once per edition. Apps
        in development mode get at most 10 a page.

        Args:
            id: The artist, by its Spotify id. A URI or link will do.
            include_groups: Kinds of releases to list.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many albums a page holds, 1 to 50; 20 if not given. In quota mode
                "development" more than 10 becomes 10.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
        """
        return self._pages(
            "GET /artists/{id}/albums",
            models.ArtistAlbumPage,
            path={"id": id},
            query={
                "include_groups": include_groups,
                "market": market,
                "limit": limit,
                "offset": offset,
            },
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11.", category=None)
    async def top_tracks(
        self, id: str, *, market: str | None = None
    ) -> list[models.Track]:
        """Get Artist's Top Tracks.

        The artist's most popular tracks in one market, ten at most. Pass a market when
        the token belongs to no user.

        Args:
            id: The artist, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Removed in development mode.

        https://developer.spotify.com/documentation/web-api/reference/get-an-artists-top-tracks
        """
        return await self._one(
            "GET /artists/{id}/top-tracks",
            list[models.Track],
            path={"id": id},
            query={"market": market},
        )

    @deprecated("Deprecated since 2024-11-27.", category=None)
    async def related(self, id: str) -> list[models.Artist]:
        """Get Artist's Related Artists.

        Artists whose listeners also listen to this one, 20 at most. Open only to apps
        that had extended access on 2024-11-27.

        Args:
            id: The artist, by its Spotify id. A URI or link will do.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-an-artists-related-artists
        """
        return await self._one(
            "GET /artists/{id}/related-artists", list[models.Artist], path={"id": id}
        )
