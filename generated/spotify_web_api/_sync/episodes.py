"""Episodes of shows, and those in the user's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime import Pager


class Episodes(Resource):
    """Episodes of shows, and those in the user's library."""

    def get(self, id: str, *, market: str | None = None) -> models.Episode:
        """Get Episode.

        One podcast episode with its show. An episode that is not offered in the market
        counts as unknown. The scope is needed for `resume_point` alone.

        Args:
            id: The episode, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Optional scopes: `user-read-playback-position`.

        https://developer.spotify.com/documentation/web-api/reference/get-an-episode
        """
        return self._one(
            "GET /episodes/{id}",
            models.Episode,
            path={"id": id},
            query={"market": market},
        )

    @deprecated("Deprecated since 2026-02-11; use episodes.get.", category=None)
    def get_several(
        self, ids: Sequence[str], *, market: str | None = None
    ) -> list[models.Episode | None]:
        """Get Several Episodes.

        Episodes in the order of their ids, null for an id that Spotify does not know.
        One request takes 50 ids. Apps in development mode ask for one episode at a time
        instead.

        Args:
            ids: The episodes, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Optional scopes: `user-read-playback-position`.

        Removed in development mode; `on_unavailable="route"` calls episodes.get.

        https://developer.spotify.com/documentation/web-api/reference/get-multiple-episodes
        """
        return self._batch(
            "GET /episodes",
            list[models.Episode | None],
            query={"ids": ids, "market": market},
        )

    def saved(
        self,
        *,
        market: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> Pager[models.SavedEpisode | None]:
        """Get User's Saved Episodes.

        The episodes in the user's library, each with the time at which it was saved. An
        episode that has since been withdrawn stays in the list as a shell, with null
        for its id, name and URI.

        Args:
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-library-read` and `user-read-playback-position` or
        `user-library-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-saved-episodes
        """
        return self._pages(
            "GET /me/episodes",
            models.SavedEpisodePage,
            query={"market": market, "limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use library.save.", category=None)
    def save(self, ids: Sequence[str]) -> None:
        """Save Episodes for Current User.

        Put episodes into the user's library. Episodes that are already there stay as
        they are. One request takes 50 ids.

        Args:
            ids: The episodes, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.save.

        https://developer.spotify.com/documentation/web-api/reference/save-episodes-user
        """
        return self._batch_none("PUT /me/episodes", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.remove.", category=None)
    def unsave(self, ids: Sequence[str]) -> None:
        """Remove User's Saved Episodes.

        Take episodes out of the user's library. Episodes that are not there do no harm.
        One request takes 50 ids.

        Args:
            ids: The episodes, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-library-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.remove.

        https://developer.spotify.com/documentation/web-api/reference/remove-episodes-user
        """
        return self._batch_none("DELETE /me/episodes", query={"ids": ids})

    @deprecated("Deprecated since 2026-02-11; use library.contains.", category=None)
    def are_saved(self, ids: Sequence[str]) -> list[bool]:
        """Check User's Saved Episodes.

        Whether episodes are in the user's library, one boolean per id, in the order of
        the ids. One request takes 50 ids.

        Args:
            ids: The episodes, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.

        Scopes: `user-library-read`.

        Removed in development mode; `on_unavailable="route"` calls library.contains.

        https://developer.spotify.com/documentation/web-api/reference/check-users-saved-episodes
        """
        return self._batch("GET /me/episodes/contains", list[bool], query={"ids": ids})
