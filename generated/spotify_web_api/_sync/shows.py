"""Podcasts, their episodes, and the shows in the user's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime import Pager


class Shows(Resource):
    """Podcasts, their episodes, and the shows in the user's library."""

    def get(self, id: str, *, market: str | None = None) -> models.Show:
        """Get Show.

        One show with its episodes. The page in `episodes` holds the first 50;
        `shows.episodes` has all of them. A show that is not offered in the market
        counts as unknown. The scope is needed for the `resume_point` of the episodes
        alone.

        Args:
            id: The show, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Optional scopes: `user-read-playback-position`.

        https://developer.spotify.com/documentation/web-api/reference/get-a-show
        """
        return self._one(
            "GET /shows/{id}", models.Show, path={"id": id}, query={"market": market}
        )

    @deprecated("Deprecated since 2026-02-11; use shows.get.", category=None)
    def get_several(
        self, ids: Sequence[str], *, market: str | None = None
    ) -> list[models.SimplifiedShow | None]:
        """Get Several Shows.

        Shows in the order of their ids, without their episodes, null for an id that
        Spotify does not know. One request takes 50 ids. Apps in development mode ask
        for one show at a time instead.

        Args:
            ids: The shows, each by its Spotify id; 1 to 50 in a request. URIs and links
                will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Removed in development mode; `on_unavailable="route"` calls shows.get.

        https://developer.spotify.com/documentation/web-api/reference/get-multiple-shows
        """
        return self._batch(
            "GET /shows",
            list[models.SimplifiedShow | None],
            query={"ids": ids, "market": market},
        )

    def episodes(
        self,
        id: str,
        *,
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> Pager[models.SimplifiedEpisode | None]:
        """Get Show Episodes.

        The episodes of one show, the newest first. Entries may be null. The scope is
        needed for `resume_point` alone.

        Args:
            id: The show, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Optional scopes: `user-read-playback-position`.

        https://developer.spotify.com/documentation/web-api/reference/get-a-shows-episodes
        """
        return self._pages(
            "GET /shows/{id}/episodes",
            models.ShowEpisodePage,
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
    ) -> Pager[models.SavedShow | None]:
        """Get User's Saved Shows.

        The shows in the user's library, each with the time at which it was saved.

        Args:
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-library-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-saved-shows
        """
        return self._pages(
            "GET /me/shows",
            models.SavedShowPage,
            query={"limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use library.save.", category=None)
    def save(self, ids: Sequence[str]) -> None:
        """Save Shows for Current User.

        Put shows into the user's library. Shows that are already there stay as they
        are. One request takes 50 ids.

        Args:
            ids: The shows, each by its Spotify id; 1 to 50 in a request. URIs and links
                will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.save.

        https://developer.spotify.com/documentation/web-api/reference/save-shows-user
        """
        return self._batch_none("PUT /me/shows", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.remove.", category=None)
    def unsave(self, ids: Sequence[str], *, market: str | None = None) -> None:
        """Remove User's Saved Shows.

        Take shows out of the user's library. Shows that are not there do no harm. One
        request takes 50 ids.

        Args:
            ids: The shows, each by its Spotify id; 1 to 50 in a request. URIs and links
                will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.remove.

        https://developer.spotify.com/documentation/web-api/reference/remove-shows-user
        """
        return self._batch_none(
            "DELETE /me/shows", query={"ids": ids, "market": market}
        )

    @deprecated("Deprecated since 2026-02-11; use library.contains.", category=None)
    def are_saved(self, ids: Sequence[str]) -> list[bool]:
        """Check User's Saved Shows.

        Whether shows are in the user's library, one boolean per id, in the order of the
        ids. One request takes 50 ids.

        Args:
            ids: The shows, each by its Spotify id; 1 to 50 in a request. URIs and links
                will do.

        Scopes: `user-library-read`.

        Removed in development mode; `on_unavailable="route"` calls library.contains.

        https://developer.spotify.com/documentation/web-api/reference/check-users-saved-shows
        """
        return self._batch("GET /me/shows/contains", list[bool], query={"ids": ids})
