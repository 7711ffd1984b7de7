"""Playlists, their items, covers and followers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._playlists.calls import PlaylistCalls
from .._runtime import AsyncResource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._playlists.edits import PlaylistSync
    from .._runtime import AsyncPager


class Playlists(AsyncResource):
    """Playlists, their items, covers and followers."""

    async def get(
        self,
        playlist_id: str,
        *,
        market: str | None = None,
        fields: str | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
    ) -> models.Playlist:
        """Get Playlist.

        One playlist with the first page of its items. `items` holds it for playlists
        the user owns or shares; apps in extended quota mode find it in `tracks` as
        well. `fields` trims the answer. Playlists made by Spotify's editors or
        algorithms are closed to apps that had no extended access on 2024-11-27.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            fields: The properties to answer, separated by commas; all of them if not
                given.
            additional_types: The kinds of items the program can handle.

        https://developer.spotify.com/documentation/web-api/reference/get-playlist
        """
        return await self._one(
            "GET /playlists/{playlist_id}",
            models.Playlist,
            path={"playlist_id": playlist_id},
            query={
                "market": market,
                "fields": fields,
                "additional_types": additional_types,
            },
        )

    async def change_details(
        self,
        playlist_id: str,
        *,
        name: str | None = None,
        public: bool | None = None,
        collaborative: bool | None = None,
        description: str | None = None,
    ) -> None:
        """Change Playlist Details.

        Change name, description or visibility of a playlist the user owns. What is not
        given stays as it is. Which scope is needed depends on the playlist:
        `playlist-modify-public` or `playlist-modify-private`.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            name: The new name.
            public: Whether the playlist is shown on the profile of the user.
            collaborative: True lets others change the items.
            description: Text shown under the name.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        https://developer.spotify.com/documentation/web-api/reference/change-playlist-details
        """
        return await self._none(
            "PUT /playlists/{playlist_id}",
            path={"playlist_id": playlist_id},
            json={
                "name": name,
                "public": public,
                "collaborative": collaborative,
                "description": description,
            },
        )

    @deprecated("Deprecated since 2026-02-11; use playlists.items.", category=None)
    def tracks(
        self,
        playlist_id: str,
        *,
        market: str | None = None,
        fields: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.PlaylistItem]:
        """Get Playlist Items.

        The tracks and episodes of one playlist, in its order. The thing itself is in
        `track`, which is null for what is no longer available; episodes come as
        episodes only when `additional_types` names them. The older form of
        `playlists.items`.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            fields: The properties to answer, separated by commas; all of them if not
                given.
            limit: How many items a page holds, 1 to 100; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            additional_types: The kinds of items the program can handle.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Optional scopes: `playlist-read-private`.

        Removed in development mode; `on_unavailable="route"` calls playlists.items.

        https://developer.spotify.com/documentation/web-api/reference/get-playlists-tracks
        """
        return self._pages(
            "GET /playlists/{playlist_id}/tracks",
            models.PlaylistTrackPage,
            path={"playlist_id": playlist_id},
            query={
                "market": market,
                "fields": fields,
                "limit": limit,
                "offset": offset,
                "additional_types": additional_types,
            },
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use playlists.add_items.", category=None)
    async def add_tracks(
        self, playlist_id: str, *, uris: Sequence[str], position: int | None = None
    ) -> models.PlaylistSnapshot:
        """Add Items to Playlist.

        Insert tracks and episodes, at the end or at a position. An item may stand in a
        playlist more than once. One request takes 100 URIs; more go out one request
        after the other, each further down, so that the order is kept. The answer is the
        snapshot after the last one. The older form of `playlists.add_items`.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            uris: Tracks and episodes, each by its Spotify URI, in their order, at most
                100 a request. Links will do.
            position: Position of the first new item, counted from 0.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        Removed in development mode; `on_unavailable="route"` calls playlists.add_items.

        https://developer.spotify.com/documentation/web-api/reference/add-tracks-to-playlist
        """
        return await self._chain(
            "POST /playlists/{playlist_id}/tracks",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={"uris": uris, "position": position},
        )

    @deprecated(
        "Deprecated since 2026-02-11; use playlists.replace_items.", category=None
    )
    async def replace_tracks(
        self, playlist_id: str, *, uris: Sequence[str]
    ) -> models.PlaylistSnapshot:
        """Replace Playlist Items.

        Throw away all items of a playlist and put others in their place, at most 100;
        an empty list leaves the playlist empty. Add the rest of a longer list with
        `playlists.add_tracks`.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            uris: Tracks and episodes, each by its Spotify URI, at most 100, in their
                order. Links will do.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        Removed in development mode; `on_unavailable="route"` calls
        playlists.replace_items or playlists.reorder_items.

        https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-tracks
        """
        return await self._one(
            "PUT /playlists/{playlist_id}/tracks",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={"uris": uris},
            call="playlists.replace_tracks",
        )

    @deprecated(
        "Deprecated since 2026-02-11; use playlists.reorder_items.", category=None
    )
    async def reorder_tracks(
        self,
        playlist_id: str,
        *,
        range_start: int,
        insert_before: int,
        range_length: int | None = None,
        snapshot_id: str | None = None,
    ) -> models.PlaylistSnapshot:
        """Reorder Playlist Items.

        Move a range of items to another place in the playlist; the others close up.
        Positions are counted from 0, as they are before the move.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            range_start: The position of the first item to move, counted from 0.
            insert_before: The position of the item before which the stretch goes,
                counted from 0 and before anything has moved.
            range_length: How many items move; 1 if not given.
            snapshot_id: The version of the playlist the positions are meant for; the
                newest if not given.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        Removed in development mode; `on_unavailable="route"` calls
        playlists.replace_items or playlists.reorder_items.

        https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-tracks
        """
        return await self._one(
            "PUT /playlists/{playlist_id}/tracks",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={
                "range_start": range_start,
                "insert_before": insert_before,
                "range_length": range_length,
                "snapshot_id": snapshot_id,
            },
            call="playlists.reorder_tracks",
        )

    @deprecated(
        "Deprecated since 2026-02-11; use playlists.remove_items.", category=None
    )
    async def remove_tracks(
        self,
        playlist_id: str,
        *,
        tracks: Sequence[models.PlaylistItemToRemove],
        snapshot_id: str | None = None,
    ) -> models.PlaylistSnapshot:
        """Remove Playlist Items.

        Take tracks and episodes out of a playlist. Every occurrence of an item goes,
        wherever it stands. One request takes 100 items; more go out one request after
        the other, each against the snapshot of the one before. The older form of
        `playlists.remove_items`.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            tracks: The items, by URI, at most 100 a request.
            snapshot_id: The version of the playlist the change is meant for.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        Removed in development mode; `on_unavailable="route"` calls
        playlists.remove_items.

        https://developer.spotify.com/documentation/web-api/reference/remove-tracks-playlist
        """
        return await self._chain(
            "DELETE /playlists/{playlist_id}/tracks",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={"tracks": tracks, "snapshot_id": snapshot_id},
        )

    def items(
        self,
        playlist_id: str,
        *,
        market: str | None = None,
        fields: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        additional_types: Sequence[Literal["track", "episode"]] | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.PlaylistItem]:
        """Get Playlist Items.

        The tracks and episodes of one playlist, in its order. The thing itself is in
        `item`, which is null for what is no longer available; episodes come as episodes
        only when `additional_types` names them. Of a playlist the user neither owns nor
        shares the items are refused (403) to apps in development mode.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.
            fields: The properties to answer, separated by commas; all of them if not
                given.
            limit: How many items a page holds, 1 to 100; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            additional_types: The kinds of items the program can handle.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Optional scopes: `playlist-read-private`.

        https://developer.spotify.com/documentation/web-api/reference/get-playlists-items
        """
        return self._pages(
            "GET /playlists/{playlist_id}/items",
            models.PlaylistItemPage,
            path={"playlist_id": playlist_id},
            query={
                "market": market,
                "fields": fields,
                "limit": limit,
                "offset": offset,
                "additional_types": additional_types,
            },
            prefetch=prefetch,
            cursor=cursor,
        )

    async def add_items(
        self, playlist_id: str, *, uris: Sequence[str], position: int | None = None
    ) -> models.PlaylistSnapshot:
        """Add Items to Playlist.

        Insert tracks and episodes, at the end or at a position. An item may stand in a
        playlist more than once. One request takes 100 URIs; more go out one request
        after the other, each further down, so that the order is kept. The answer is the
        snapshot after the last one.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            uris: Tracks and episodes, each by its Spotify URI, in their order, at most
                100 a request. Links will do.
            position: Position of the first new item, counted from 0.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist
        """
        return await self._chain(
            "POST /playlists/{playlist_id}/items",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={"uris": uris, "position": position},
        )

    async def replace_items(
        self, playlist_id: str, *, uris: Sequence[str]
    ) -> models.PlaylistSnapshot:
        """Replace Playlist Items.

        Throw away all items of a playlist and put others in their place, at most 100;
        an empty list leaves the playlist empty. Add the rest of a longer list with
        `playlists.add_items`.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            uris: Tracks and episodes, each by its Spotify URI, at most 100, in their
                order. Links will do.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-items
        """
        return await self._one(
            "PUT /playlists/{playlist_id}/items",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={"uris": uris},
            call="playlists.replace_items",
        )

    async def reorder_items(
        self,
        playlist_id: str,
        *,
        range_start: int,
        insert_before: int,
        range_length: int | None = None,
        snapshot_id: str | None = None,
    ) -> models.PlaylistSnapshot:
        """Reorder Playlist Items.

        Move a range of items to another place in the playlist; the others close up.
        Positions are counted from 0, as they are before the move.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            range_start: The position of the first item to move, counted from 0.
            insert_before: The position of the item before which the stretch goes,
                counted from 0 and before anything has moved.
            range_length: How many items move; 1 if not given.
            snapshot_id: The version of the playlist the positions are meant for; the
                newest if not given.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-items
        """
        return await self._one(
            "PUT /playlists/{playlist_id}/items",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={
                "range_start": range_start,
                "insert_before": insert_before,
                "range_length": range_length,
                "snapshot_id": snapshot_id,
            },
            call="playlists.reorder_items",
        )

    async def remove_items(
        self,
        playlist_id: str,
        *,
        items: Sequence[models.PlaylistItemToRemove],
        snapshot_id: str | None = None,
    ) -> models.PlaylistSnapshot:
        """Remove Playlist Items.

        Take tracks and episodes out of a playlist. Every occurrence of an item goes,
        wherever it stands. A track that another recording stands in for, in some
        market, is named by its `linked_from`. One request takes 100 items; more go out
        one request after the other, each against the snapshot of the one before.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            items: The items, by URI, at most 100 a request.
            snapshot_id: The version of the playlist the change is meant for.

        Raises:
            BatchError: A later chunk failed; `done` and `remaining` say what was
                written.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        https://developer.spotify.com/documentation/web-api/reference/remove-items-playlist
        """
        return await self._chain(
            "DELETE /playlists/{playlist_id}/items",
            models.PlaylistSnapshot,
            path={"playlist_id": playlist_id},
            json={"items": items, "snapshot_id": snapshot_id},
        )

    def mine(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedPlaylist | None]:
        """Get Current User's Playlists.

        The playlists the user owns or follows. Without `playlist-read-private` private
        ones are left out, and without `playlist-read-collaborative` those that others
        share with the user; nothing in the answer says so. A playlist that Spotify
        hides from the app is null.

        Args:
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many playlists to skip before the first page, 0 to 100000; 0 if
                not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Optional scopes: `playlist-read-private` and `playlist-read-collaborative`.

        https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists
        """
        return self._pages(
            "GET /me/playlists",
            models.OwnPlaylistPage,
            query={"limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    async def create(
        self,
        name: str,
        *,
        public: bool | None = None,
        collaborative: bool | None = None,
        description: str | None = None,
    ) -> models.Playlist:
        """Create Playlist.

        Make an empty playlist. A user can have about 11,000. It is public unless
        `public` is false. Needs `playlist-modify-public` or, with `public` false,
        `playlist-modify-private`.

        Args:
            name: The name; it need not be unique.
            public: Whether the playlist is shown on the profile of the user.
            collaborative: True lets others change the items.
            description: Text shown under the name.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        https://developer.spotify.com/documentation/web-api/reference/create-playlist
        """
        return await self._one(
            "POST /me/playlists",
            models.Playlist,
            json={
                "name": name,
                "public": public,
                "collaborative": collaborative,
                "description": description,
            },
        )

    @deprecated("Deprecated since 2026-02-11; use playlists.mine.", category=None)
    def of_user(
        self,
        user_id: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedPlaylist | None]:
        """Get User's Playlists.

        The public playlists of a user; with the scopes, and for the user of the token,
        private and shared ones too. A playlist that Spotify hides from the app is null.
        The replacement knows the own playlists only.

        Args:
            user_id: The user, by its Spotify id. A URI or link will do.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many playlists to skip before the first page, 0 to 100000; 0 if
                not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Optional scopes: `playlist-read-private` and `playlist-read-collaborative`.

        Removed in development mode.

        https://developer.spotify.com/documentation/web-api/reference/get-list-users-playlists
        """
        return self._pages(
            "GET /users/{user_id}/playlists",
            models.UserPlaylistPage,
            path={"user_id": user_id},
            query={"limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2026-02-11; use playlists.create.", category=None)
    async def create_for_user(
        self,
        user_id: str,
        *,
        name: str,
        public: bool | None = None,
        collaborative: bool | None = None,
        description: str | None = None,
    ) -> models.Playlist:
        """Create Playlist for user.

        Make an empty playlist. A user can have about 11,000. It is public unless
        `public` is false. Needs `playlist-modify-public` or, with `public` false,
        `playlist-modify-private`. The id has to be that of the token's user.

        Args:
            user_id: The user, by its Spotify id. A URI or link will do.
            name: The name; it need not be unique.
            public: Whether the playlist is shown on the profile of the user.
            collaborative: True lets others change the items.
            description: Text shown under the name.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        Removed in development mode; `on_unavailable="route"` calls playlists.create.

        https://developer.spotify.com/documentation/web-api/reference/create-playlist-for-user
        """
        return await self._one(
            "POST /users/{user_id}/playlists",
            models.Playlist,
            path={"user_id": user_id},
            json={
                "name": name,
                "public": public,
                "collaborative": collaborative,
                "description": description,
            },
        )

    @deprecated("Deprecated since 2026-02-11; use library.save.", category=None)
    async def follow(self, playlist_id: str, *, public: bool | None = None) -> None:
        """Follow Playlist.

        Put a playlist into the user's library. `public` says whether others see it
        there; a private one needs `playlist-modify-private`.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            public: Whether the playlist is shown on the profile of the user.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        Removed in development mode; `on_unavailable="route"` calls library.save.

        https://developer.spotify.com/documentation/web-api/reference/follow-playlist
        """
        return await self._none(
            "PUT /playlists/{playlist_id}/followers",
            path={"playlist_id": playlist_id},
            json={"public": public},
        )

    @deprecated("Deprecated since 2026-02-11; use library.remove.", category=None)
    async def unfollow(self, playlist_id: str) -> None:
        """Unfollow Playlist.

        Take a playlist out of the user's library. For an own playlist this is what the
        apps call deleting; followers keep it.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.

        Scopes: `playlist-modify-public` or `playlist-modify-private`.

        Removed in development mode; `on_unavailable="route"` calls library.remove.

        https://developer.spotify.com/documentation/web-api/reference/unfollow-playlist
        """
        return await self._none(
            "DELETE /playlists/{playlist_id}/followers",
            path={"playlist_id": playlist_id},
        )

    @deprecated("Deprecated since 2024-11-27.", category=None)
    def featured(
        self,
        *,
        locale: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedPlaylist | None]:
        """Get Featured Playlists.

        The playlists that Spotify's editors put forward at the moment. Open only to
        apps that had access before 2024-11-27.

        Args:
            locale: The language of names and texts, as language (ISO 639-1) and country
                (ISO 3166-1 alpha-2) joined by an underscore.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-featured-playlists
        """
        return self._pages(
            "GET /browse/featured-playlists",
            models.FeaturedPlaylistPage,
            query={"locale": locale, "limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    @deprecated("Deprecated since 2024-11-27.", category=None)
    def of_category(
        self,
        category_id: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        prefetch: int = 1,
        cursor: str | None = None,
    ) -> AsyncPager[models.SimplifiedPlaylist | None]:
        """Get Category's Playlists.

        The playlists of one browse category. A playlist that Spotify hides from the app
        is null. Open only to apps that had access before 2024-11-27.

        Args:
            category_id: The category, by its id; a word such as dinner, or a string
                that starts with 0JQ5. A URI or link will do.
            limit: How many items a page holds, 1 to 50; 20 if not given.
            offset: How many items to skip before the first page; 0 if not given.
            prefetch: How many pages to fetch ahead at once; 1 fetches each as needed.
            cursor: Where to resume: the `cursor` of an earlier run.

        Iterate over what it returns: pages are fetched as they are needed.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-a-categories-playlists
        """
        return self._pages(
            "GET /browse/categories/{category_id}/playlists",
            models.CategoryPlaylistPage,
            path={"category_id": category_id},
            query={"limit": limit, "offset": offset},
            prefetch=prefetch,
            cursor=cursor,
        )

    async def cover_images(self, playlist_id: str) -> list[models.Image]:
        """Get Playlist Cover Image.

        The cover of a playlist in up to three sizes, the largest first. A list without
        entries means there is none. The addresses expire, in less than a day.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.

        https://developer.spotify.com/documentation/web-api/reference/get-playlist-cover
        """
        return await self._one(
            "GET /playlists/{playlist_id}/images",
            list[models.Image],
            path={"playlist_id": playlist_id},
        )

    async def upload_cover_image(self, playlist_id: str, *, image: bytes) -> None:
        """Add Custom Playlist Cover Image.

        Give a playlist a cover of its own. Takes the bytes of a JPEG file, which travel
        as base64 text of at most 256 KiB, so about 190 KiB of image. The cover appears
        a little later. Needs `ugc-image-upload` and the scope that fits the playlist;
        uploads have a rate limit of their own.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.
            image: The JPEG file.

        Scopes: `ugc-image-upload` and `playlist-modify-public` or `ugc-image-upload`
        and `playlist-modify-private`.

        https://developer.spotify.com/documentation/web-api/reference/upload-custom-playlist-cover
        """
        return await self._none(
            "PUT /playlists/{playlist_id}/images",
            path={"playlist_id": playlist_id},
            body=image,
        )

    @deprecated("Deprecated since 2026-02-11; use library.contains.", category=None)
    async def is_followed(self, playlist_id: str) -> bool:
        """Check if Current User Follows Playlist.

        Whether the user of the token follows a playlist. Other users can no longer be
        asked about; Spotify has ignored a list of them since June 2024.

        Args:
            playlist_id: The playlist, by its Spotify id. A URI or link will do.

        Removed in development mode; `on_unavailable="route"` calls library.contains.

        https://developer.spotify.com/documentation/web-api/reference/check-if-user-follows-playlist
        """
        return await self._one(
            "GET /playlists/{playlist_id}/followers/contains",
            bool,
            path={"playlist_id": playlist_id},
        )

    async def item_uris(self, playlist_id: str) -> list[str | None]:
        """Read what stands in a playlist, by the URIs that can be written back.

        No market applies, so that no other recording stands for one that is there.

        Args:
            playlist_id: The playlist, given by Spotify id, URI or link.

        Returns:
            The URIs in their order; `None` for an entry that has none.

        Raises:
            DecodeError: If an answer does not tell what stands there.

        Scopes: `playlist-read-private`.

        See https://developer.spotify.com/documentation/web-api/concepts/playlists
        """
        return await self._run(
            "playlists.item_uris",
            PlaylistCalls(self._caller.session).item_uris(playlist_id),
        )

    async def sync_to(
        self, playlist_id: str, uris: Sequence[str], *, dry_run: bool = False
    ) -> PlaylistSync:
        """Give a playlist exactly these items, in this order, by the fewest edits.

        What is there already is kept or moved, so that it stays added when it was and
        by whom, unless writing it anew saves more than nine requests. The content is
        read first and, after the edits, once more to verify it. Called again after a
        failure, it goes on from what is there then. An empty list empties the playlist.
        Local files can be kept and moved only; entries without a URI are removed.

        Args:
            playlist_id: The playlist, given by Spotify id, URI or link.
            uris: The tracks and episodes, given by URI or link, as often as they shall
                be there. What is there already is named by `own_uri` of its entry, or
                by `item_uris`.
            dry_run: True plans the edits and writes nothing.

        Raises:
            InvalidArgumentError: If an item is no track or episode, or no edits lead
                there because of a local file. Nothing was written.
            BatchError: If an edit failed after others took effect; `done` and
                `remaining` hold the edits, `cause` the error. If the first one failed,
                its own error is raised.
            PlaylistChangedError: If the playlist has another content afterwards;
                `found` holds it.

        Scopes: `playlist-read-private`, `playlist-modify-public`,
        `playlist-modify-private`.

        See https://developer.spotify.com/documentation/web-api/concepts/playlists
        """
        return await self._run(
            "playlists.sync_to",
            PlaylistCalls(self._caller.session).sync_to(
                playlist_id, uris, dry_run=dry_run
            ),
        )
