"""The current user, other users, and whom one follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime import AsyncPager


class Users(AsyncResource):
    """The current user, other users, and whom one follows."""

    async def me(self) -> models.PrivateUser:
        """Get Current User's Profile.

        The profile of the user whose token it is. `country`, `product` and
        `explicit_content` need the scope `user-read-private`, `email` needs
        `user-read-email`; apps in development mode get none of these four, nor
        `followers`. The mail address is as the user typed it, unverified.

        Optional scopes: `user-read-private` and `user-read-email`.

        https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
        """
        return await self._one("GET /me", models.PrivateUser)

    def top_artists(
        self,
        *,
        time_range: Literal["long_term", "medium_term", "short_term"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.Artist]:
        """Get User's Top Artists.

        The artists the user hears most, the favourite first. `time_range` chooses the
        weeks, months or years that count.

        Args:
            time_range: The time looked at, about a year (long_term), six months
                (medium_term) or four weeks (short_term); medium_term if not given.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-top-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
        """
        return self._pages(
            "GET /me/top/{type}",
            models.TopArtistPage,
            path={"type": "artists"},
            query={"time_range": time_range, "limit": limit, "offset": offset},
            call="users.top_artists",
            prefetch=prefetch,
            cursor=cursor,
        )

    def top_tracks(
        self,
        *,
        time_range: Literal["long_term", "medium_term", "short_term"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.Track]:
        """Get User's Top Tracks.

        The tracks the user hears most, the favourite first. `time_range` chooses the
        weeks, months or years that count. The album type may come in upper case here.

        Args:
            time_range: The time looked at, about a year (long_term), six months
                (medium_term) or four weeks (short_term); medium_term if not given.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-top-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
        """
        return self._pages(
            "GET /me/top/{type}",
            models.TopTrackPage,
            path={"type": "tracks"},
            query={"time_range": time_range, "limit": limit, "offset": offset},
            call="users.top_tracks",
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use users.me.", category=None)
    async def get(self, user_id: str) -> models.PublicUser:
        """Get User's Profile.

        What everybody may see of a user: name, pictures and the number of followers.
        The id is the user name, which may hold any character.

        Args:
            user_id: The user, by its Spotify id. A URI or link will do.

        Removed in development mode.

        https://developer.spotify.com/documentation/web-api/reference/get-users-profile
        """
        return await self._one(
            "GET /users/{user_id}", models.PublicUser, path={"user_id": user_id}
        )

    def followed_artists(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.Artist]:
        """Get Followed Artists.

        The artists the user follows. A cursor leads from page to page; `total` can be
        too large for a while after artists were followed again.

        Args:
            after: Begin after this artist, by its Spotify id; without it, at the start.
                A URI or link will do.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Scopes: `user-follow-read`.

        https://developer.spotify.com/documentation/web-api/reference/get-followed
        """
        return self._pages(
            "GET /me/following",
            models.FollowedArtistPage,
            query={"after": after, "limit": limit},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use library.save.", category=None)
    async def follow(
        self, type: Literal["artist", "user"], *, ids: Sequence[str]
    ) -> None:
        """Follow Artists or Users.

        Follow artists or users. Those already followed stay so. One request takes 50
        ids. The replacement takes URIs, `spotify:artist:…` or `spotify:user:…`.

        Args:
            type: What the ids stand for.
            ids: Artists or users, all of the one kind that `type` says, each by its
                Spotify id; 1 to 50 in a request. URIs and links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-follow-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.save.

        https://developer.spotify.com/documentation/web-api/reference/follow-artists-users
        """
        return await self._batch_none(
            "PUT /me/following", query={"type": type, "ids": ids}
        )

    @deprecated("Deprecated since 2026-02-11; use library.remove.", category=None)
    async def unfollow(
        self, type: Literal["artist", "user"], *, ids: Sequence[str]
    ) -> None:
        """Unfollow Artists or Users.

        Stop following artists or users. Those not followed do no harm. One request
        takes 50 ids. The replacement takes URIs, `spotify:artist:…` or
        `spotify:user:…`.

        Args:
            type: What the ids stand for.
            ids: Artists or users, all of the one kind that `type` says, each by its
                Spotify id; 1 to 50 in a request. URIs and links will do.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `user-follow-modify`.

        Removed in development mode; `on_unavailable="route"` calls library.remove.

        https://developer.spotify.com/documentation/web-api/reference/unfollow-artists-users
        """
        return await self._batch_none(
            "DELETE /me/following", query={"type": type, "ids": ids}
        )

    @deprecated("Deprecated since 2026-02-11; use library.contains.", category=None)
    async def are_followed(
        self, type: Literal["artist", "user"], *, ids: Sequence[str]
    ) -> list[bool]:
        """Check If User Follows Artists or Users.

        Whether the user follows artists or users, one boolean per id, in the order of
        the ids. One request takes 50 ids. The replacement takes URIs,
        `spotify:artist:…` or `spotify:user:…`.

        Args:
            type: What the ids stand for.
            ids: Artists or users, all of the one kind that `type` says, each by its
                Spotify id; 1 to 50 in a request. URIs and links will do.

        Scopes: `user-follow-read`.

        Removed in development mode; `on_unavailable="route"` calls library.contains.

        https://developer.spotify.com/documentation/web-api/reference/check-current-user-follows
        """
        return await self._batch(
            "GET /me/following/contains", list[bool], query={"type": type, "ids": ids}
        )
