"""The operations of albums."""

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

_ALBUM_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("album",), _shared.REFERENCES),
)
_ALBUM_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=20,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("album",), _shared.REFERENCES),
)

ALBUMS_GET: Operation[models.Album] = Operation(
    name="albums.get",
    method="GET",
    path="/albums/{id}",
    title="Get Album",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-album",
    parameters=(_ALBUM_ID, _shared.MARKET),
    result=lambda: models.Album,
)
"""Get Album."""

ALBUMS_GET_SEVERAL: Operation[list[models.Album | None]] = Operation(
    name="albums.get_several",
    method="GET",
    path="/albums",
    title="Get Several Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-albums",
    parameters=(_ALBUM_IDS, _shared.MARKET),
    result=lambda: list[models.Album | None],
    result_pointer="/albums",
    batch=Batch(parameter="ids", size=20, items="/albums", unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="albums.get",
        route=Route(
            operation="GET /albums/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Albums."""

ALBUMS_TRACKS: Operation[models.AlbumTrackPage] = Operation(
    name="albums.tracks",
    method="GET",
    path="/albums/{id}/tracks",
    title="Get Album Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks",
    parameters=(_ALBUM_ID, _shared.MARKET, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.AlbumTrackPage,
    pagination=Pagination(style="offset"),
)
"""Get Album Tracks."""

ALBUMS_SAVED: Operation[models.SavedAlbumPage] = Operation(
    name="albums.saved",
    method="GET",
    path="/me/albums",
    title="Get User's Saved Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-albums",
    scopes=("user-library-read",),
    parameters=(_shared.MARKET, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.SavedAlbumPage,
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Albums."""

ALBUMS_SAVE: Operation[None] = Operation(
    name="albums.save",
    method="PUT",
    path="/me/albums",
    title="Save Albums for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-albums-user",
    scopes=("user-library-modify",),
    parameters=(_ALBUM_IDS,),
    batch=Batch(parameter="ids", size=20),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:album:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Save Albums for Current User."""

ALBUMS_UNSAVE: Operation[None] = Operation(
    name="albums.unsave",
    method="DELETE",
    path="/me/albums",
    title="Remove Users' Saved Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-albums-user",
    scopes=("user-library-modify",),
    parameters=(_ALBUM_IDS,),
    batch=Batch(parameter="ids", size=20),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:album:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Remove Users' Saved Albums."""

ALBUMS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="albums.are_saved",
    method="GET",
    path="/me/albums/contains",
    title="Check User's Saved Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-albums",
    scopes=("user-library-read",),
    parameters=(_ALBUM_IDS,),
    result=lambda: list[bool],
    batch=Batch(parameter="ids", size=20, unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:album:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check User's Saved Albums."""

ALBUMS_NEW_RELEASES: Operation[models.NewReleasePage] = Operation(
    name="albums.new_releases",
    method="GET",
    path="/browse/new-releases",
    title="Get New Releases",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-new-releases",
    parameters=(_shared.LIMIT, _shared.OFFSET),
    result=lambda: models.NewReleasePage,
    result_pointer="/albums",
    pagination=Pagination(style="offset", pointer="/albums"),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get New Releases."""
