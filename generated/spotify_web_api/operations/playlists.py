"""The operations of playlists."""

from __future__ import annotations

from .. import models
from .._runtime import (
    Availability,
    Batch,
    Operation,
    Pagination,
    Parameter,
    Reference,
    Route,
    Translation,
)
from . import _shared

_FIELDS = Parameter("fields", where="query", partial_response=True)
_PLAYLIST_ID = Parameter(
    "playlist_id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("playlist",), _shared.REFERENCES),
)
_PLAYLIST_ITEMS_LIMIT = Parameter(
    "limit", where="query", type="integer", minimum=1, maximum=100
)
_PLAYLISTS_OFFSET = Parameter(
    "offset", where="query", type="integer", minimum=0, maximum=100000
)

PLAYLISTS_GET: Operation[models.Playlist] = Operation(
    name="playlists.get",
    method="GET",
    path="/playlists/{playlist_id}",
    title="Get Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlist",
    parameters=(_PLAYLIST_ID, _shared.MARKET, _FIELDS, _shared.ADDITIONAL_TYPES),
    result=lambda: models.Playlist,
)
"""Get Playlist."""

PLAYLISTS_CHANGE_DETAILS: Operation[None] = Operation(
    name="playlists.change_details",
    method="PUT",
    path="/playlists/{playlist_id}",
    title="Change Playlist Details",
    docs="https://developer.spotify.com/documentation/web-api/reference/change-playlist-details",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _PLAYLIST_ID,
        Parameter("name", where="json"),
        Parameter("public", where="json", type="boolean"),
        Parameter("collaborative", where="json", type="boolean"),
        Parameter("description", where="json"),
    ),
    media_type="application/json",
    body_required=True,
)
"""Change Playlist Details."""

PLAYLISTS_TRACKS: Operation[models.PlaylistTrackPage] = Operation(
    name="playlists.tracks",
    method="GET",
    path="/playlists/{playlist_id}/tracks",
    title="Get Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlists-tracks",
    scopes=("playlist-read-private",),
    scope_sets=(("playlist-read-private",), ()),
    parameters=(
        _PLAYLIST_ID,
        _shared.MARKET,
        _FIELDS,
        _PLAYLIST_ITEMS_LIMIT,
        _shared.OFFSET,
        _shared.ADDITIONAL_TYPES,
    ),
    result=lambda: models.PlaylistTrackPage,
    pagination=Pagination(style="offset"),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="playlists.items",
        route=Route(operation="GET /playlists/{playlist_id}/items"),
    ),
    deprecated=True,
)
"""Get Playlist Items."""

PLAYLISTS_ADD_TRACKS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.add_tracks",
    method="POST",
    path="/playlists/{playlist_id}/tracks",
    title="Add Items to Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/add-tracks-to-playlist",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _PLAYLIST_ID,
        Parameter(
            "uris",
            where="json",
            many=True,
            required=True,
            min_items=1,
            max_items=100,
            pattern="^spotify:.+$",
            reference=Reference(
                ("track", "episode", "chapter", "local_file"),
                _shared.REFERENCES,
                as_uri=True,
            ),
        ),
        Parameter("position", where="json", type="integer", minimum=0),
    ),
    result=lambda: models.PlaylistSnapshot,
    media_type="application/json",
    batch=Batch(parameter="uris", size=100, advance="position"),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="playlists.add_items",
        route=Route(operation="POST /playlists/{playlist_id}/items"),
    ),
    deprecated=True,
)
"""Add Items to Playlist."""

PLAYLISTS_UPDATE_TRACKS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.update_tracks",
    method="PUT",
    path="/playlists/{playlist_id}/tracks",
    title="Update Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-tracks",
    calls=("playlists.replace_tracks", "playlists.reorder_tracks"),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _PLAYLIST_ID,
        Parameter(
            "uris",
            where="json",
            many=True,
            min_items=0,
            max_items=100,
            reference=Reference(
                ("track", "episode", "chapter", "local_file"),
                _shared.REFERENCES,
                as_uri=True,
            ),
        ),
        Parameter("range_start", where="json", type="integer", minimum=0),
        Parameter("insert_before", where="json", type="integer", minimum=0),
        Parameter("range_length", where="json", type="integer", minimum=1),
        Parameter(
            "snapshot_id",
            where="json",
            reference=Reference(("snapshot",), _shared.REFERENCES),
        ),
    ),
    result=lambda: models.PlaylistSnapshot,
    media_type="application/json",
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="playlists.replace_items or playlists.reorder_items",
        route=Route(operation="PUT /playlists/{playlist_id}/items"),
    ),
    deprecated=True,
    retry="never",
)
"""Update Playlist Items (playlists.replace_tracks, playlists.reorder_tracks)."""

PLAYLISTS_REMOVE_TRACKS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.remove_tracks",
    method="DELETE",
    path="/playlists/{playlist_id}/tracks",
    title="Remove Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-tracks-playlist",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _PLAYLIST_ID,
        Parameter(
            "tracks",
            where="json",
            type="object",
            many=True,
            required=True,
            min_items=1,
            max_items=100,
            shape=_shared.PLAYLIST_ITEM_TO_REMOVE_SHAPE,
        ),
        Parameter(
            "snapshot_id",
            where="json",
            reference=Reference(("snapshot",), _shared.REFERENCES),
        ),
    ),
    result=lambda: models.PlaylistSnapshot,
    media_type="application/json",
    batch=Batch(parameter="tracks", size=100, chain="snapshot_id"),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="playlists.remove_items",
        route=Route(
            operation="DELETE /playlists/{playlist_id}/items",
            arguments=(Translation(name="items", source="tracks"),),
        ),
    ),
    deprecated=True,
)
"""Remove Playlist Items."""

PLAYLISTS_ITEMS: Operation[models.PlaylistItemPage] = Operation(
    name="playlists.items",
    method="GET",
    path="/playlists/{playlist_id}/items",
    title="Get Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlists-items",
    scopes=("playlist-read-private",),
    scope_sets=(("playlist-read-private",), ()),
    parameters=(
        _PLAYLIST_ID,
        _shared.MARKET,
        _FIELDS,
        _PLAYLIST_ITEMS_LIMIT,
        _shared.OFFSET,
        _shared.ADDITIONAL_TYPES,
    ),
    result=lambda: models.PlaylistItemPage,
    pagination=Pagination(style="offset"),
)
"""Get Playlist Items."""

PLAYLISTS_ADD_ITEMS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.add_items",
    method="POST",
    path="/playlists/{playlist_id}/items",
    title="Add Items to Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _PLAYLIST_ID,
        Parameter(
            "uris",
            where="json",
            many=True,
            required=True,
            min_items=1,
            max_items=100,
            pattern="^spotify:.+$",
            reference=Reference(
                ("track", "episode", "chapter", "local_file"),
                _shared.REFERENCES,
                as_uri=True,
            ),
        ),
        Parameter("position", where="json", type="integer", minimum=0),
    ),
    result=lambda: models.PlaylistSnapshot,
    media_type="application/json",
    batch=Batch(parameter="uris", size=100, advance="position"),
)
"""Add Items to Playlist."""

PLAYLISTS_UPDATE_ITEMS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.update_items",
    method="PUT",
    path="/playlists/{playlist_id}/items",
    title="Update Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-items",
    calls=("playlists.replace_items", "playlists.reorder_items"),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _PLAYLIST_ID,
        Parameter(
            "uris",
            where="json",
            many=True,
            min_items=0,
            max_items=100,
            reference=Reference(
                ("track", "episode", "chapter", "local_file"),
                _shared.REFERENCES,
                as_uri=True,
            ),
        ),
        Parameter("range_start", where="json", type="integer", minimum=0),
        Parameter("insert_before", where="json", type="integer", minimum=0),
        Parameter("range_length", where="json", type="integer", minimum=1),
        Parameter(
            "snapshot_id",
            where="json",
            reference=Reference(("snapshot",), _shared.REFERENCES),
        ),
    ),
    result=lambda: models.PlaylistSnapshot,
    media_type="application/json",
    retry="never",
)
"""Update Playlist Items (playlists.replace_items, playlists.reorder_items)."""

PLAYLISTS_REMOVE_ITEMS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.remove_items",
    method="DELETE",
    path="/playlists/{playlist_id}/items",
    title="Remove Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-items-playlist",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _PLAYLIST_ID,
        Parameter(
            "items",
            where="json",
            type="object",
            many=True,
            required=True,
            min_items=1,
            max_items=100,
            shape=_shared.PLAYLIST_ITEM_TO_REMOVE_SHAPE,
        ),
        Parameter(
            "snapshot_id",
            where="json",
            reference=Reference(("snapshot",), _shared.REFERENCES),
        ),
    ),
    result=lambda: models.PlaylistSnapshot,
    media_type="application/json",
    batch=Batch(parameter="items", size=100, chain="snapshot_id"),
)
"""Remove Playlist Items."""

PLAYLISTS_MINE: Operation[models.OwnPlaylistPage] = Operation(
    name="playlists.mine",
    method="GET",
    path="/me/playlists",
    title="Get Current User's Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists",
    scopes=("playlist-read-private", "playlist-read-collaborative"),
    scope_sets=(("playlist-read-private", "playlist-read-collaborative"), ()),
    parameters=(_shared.LIMIT, _PLAYLISTS_OFFSET),
    result=lambda: models.OwnPlaylistPage,
    pagination=Pagination(style="offset"),
)
"""Get Current User's Playlists."""

PLAYLISTS_CREATE: Operation[models.Playlist] = Operation(
    name="playlists.create",
    method="POST",
    path="/me/playlists",
    title="Create Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/create-playlist",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        Parameter("name", where="json", required=True),
        Parameter("public", where="json", type="boolean"),
        Parameter("collaborative", where="json", type="boolean"),
        Parameter("description", where="json"),
    ),
    result=lambda: models.Playlist,
    media_type="application/json",
)
"""Create Playlist."""

PLAYLISTS_OF_USER: Operation[models.UserPlaylistPage] = Operation(
    name="playlists.of_user",
    method="GET",
    path="/users/{user_id}/playlists",
    title="Get User's Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-list-users-playlists",
    scopes=("playlist-read-private", "playlist-read-collaborative"),
    scope_sets=(("playlist-read-private", "playlist-read-collaborative"), ()),
    parameters=(_shared.USER_ID, _shared.LIMIT, _PLAYLISTS_OFFSET),
    result=lambda: models.UserPlaylistPage,
    pagination=Pagination(style="offset"),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="playlists.mine",
    ),
    deprecated=True,
)
"""Get User's Playlists."""

PLAYLISTS_CREATE_FOR_USER: Operation[models.Playlist] = Operation(
    name="playlists.create_for_user",
    method="POST",
    path="/users/{user_id}/playlists",
    title="Create Playlist for user",
    docs="https://developer.spotify.com/documentation/web-api/reference/create-playlist-for-user",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(
        _shared.USER_ID,
        Parameter("name", where="json", required=True),
        Parameter("public", where="json", type="boolean"),
        Parameter("collaborative", where="json", type="boolean"),
        Parameter("description", where="json"),
    ),
    result=lambda: models.Playlist,
    media_type="application/json",
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="playlists.create",
        route=Route(operation="POST /me/playlists", dropped=("user_id",)),
    ),
    deprecated=True,
)
"""Create Playlist for user."""

PLAYLISTS_FOLLOW: Operation[None] = Operation(
    name="playlists.follow",
    method="PUT",
    path="/playlists/{playlist_id}/followers",
    title="Follow Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/follow-playlist",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(_PLAYLIST_ID, Parameter("public", where="json", type="boolean")),
    media_type="application/json",
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(
                    name="uris", source="playlist_id", uri="spotify:playlist:{id}"
                ),
            ),
        ),
    ),
    deprecated=True,
)
"""Follow Playlist."""

PLAYLISTS_UNFOLLOW: Operation[None] = Operation(
    name="playlists.unfollow",
    method="DELETE",
    path="/playlists/{playlist_id}/followers",
    title="Unfollow Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/unfollow-playlist",
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(("playlist-modify-public",), ("playlist-modify-private",)),
    parameters=(_PLAYLIST_ID,),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(
                    name="uris", source="playlist_id", uri="spotify:playlist:{id}"
                ),
            ),
        ),
    ),
    deprecated=True,
)
"""Unfollow Playlist."""

PLAYLISTS_FEATURED: Operation[models.FeaturedPlaylistPage] = Operation(
    name="playlists.featured",
    method="GET",
    path="/browse/featured-playlists",
    title="Get Featured Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-featured-playlists",
    parameters=(_shared.LOCALE, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.FeaturedPlaylistPage,
    result_pointer="/playlists",
    pagination=Pagination(style="offset", pointer="/playlists"),
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Featured Playlists."""

PLAYLISTS_OF_CATEGORY: Operation[models.CategoryPlaylistPage] = Operation(
    name="playlists.of_category",
    method="GET",
    path="/browse/categories/{category_id}/playlists",
    title="Get Category's Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-categories-playlists",
    parameters=(_shared.CATEGORY_ID, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.CategoryPlaylistPage,
    result_pointer="/playlists",
    pagination=Pagination(style="offset", pointer="/playlists"),
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Category's Playlists."""

PLAYLISTS_COVER_IMAGES: Operation[list[models.Image]] = Operation(
    name="playlists.cover_images",
    method="GET",
    path="/playlists/{playlist_id}/images",
    title="Get Playlist Cover Image",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlist-cover",
    parameters=(_PLAYLIST_ID,),
    result=lambda: list[models.Image],
)
"""Get Playlist Cover Image."""

PLAYLISTS_UPLOAD_COVER_IMAGE: Operation[None] = Operation(
    name="playlists.upload_cover_image",
    method="PUT",
    path="/playlists/{playlist_id}/images",
    title="Add Custom Playlist Cover Image",
    docs="https://developer.spotify.com/documentation/web-api/reference/upload-custom-playlist-cover",
    scopes=("ugc-image-upload", "playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("ugc-image-upload", "playlist-modify-public"),
        ("ugc-image-upload", "playlist-modify-private"),
    ),
    parameters=(
        _PLAYLIST_ID,
        Parameter("image", where="body", required=True, max_length=262144),
    ),
    media_type="image/jpeg",
)
"""Add Custom Playlist Cover Image."""

PLAYLISTS_IS_FOLLOWED: Operation[bool] = Operation(
    name="playlists.is_followed",
    method="GET",
    path="/playlists/{playlist_id}/followers/contains",
    title="Check if Current User Follows Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-if-user-follows-playlist",
    parameters=(_PLAYLIST_ID,),
    result=lambda: bool,
    result_pointer="/0",
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(
                    name="uris", source="playlist_id", uri="spotify:playlist:{id}"
                ),
            ),
        ),
    ),
    deprecated=True,
)
"""Check if Current User Follows Playlist."""
