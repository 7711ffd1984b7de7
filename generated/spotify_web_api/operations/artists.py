"""The operations of artists."""

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

_ARTIST_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("artist",), _shared.REFERENCES),
)
_ARTIST_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("artist",), _shared.REFERENCES),
)
_DISCOGRAPHY_LIMIT = Parameter(
    "limit",
    where="query",
    type="integer",
    minimum=1,
    maximum=50,
    quota_maxima=(("development", 10),),
)

ARTISTS_GET: Operation[models.Artist] = Operation(
    name="artists.get",
    method="GET",
    path="/artists/{id}",
    title="Get Artist",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artist",
    parameters=(_ARTIST_ID,),
    result=lambda: models.Artist,
)
"""Get Artist."""

ARTISTS_GET_SEVERAL: Operation[list[models.Artist | None]] = Operation(
    name="artists.get_several",
    method="GET",
    path="/artists",
    title="Get Several Artists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-artists",
    parameters=(_ARTIST_IDS,),
    result=lambda: list[models.Artist | None],
    result_pointer="/artists",
    batch=Batch(parameter="ids", size=50, items="/artists", unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="artists.get",
        route=Route(
            operation="GET /artists/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Artists."""

ARTISTS_ALBUMS: Operation[models.ArtistAlbumPage] = Operation(
    name="artists.albums",
    method="GET",
    path="/artists/{id}/albums",
    title="Get Artist's Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums",
    parameters=(
        _ARTIST_ID,
        Parameter(
            "include_groups",
            where="query",
            many=True,
            choices=("album", "single", "appears_on", "compilation"),
            min_items=1,
        ),
        _shared.MARKET,
        _DISCOGRAPHY_LIMIT,
        _shared.OFFSET,
    ),
    result=lambda: models.ArtistAlbumPage,
    pagination=Pagination(style="offset"),
)
"""Get Artist's Albums."""

ARTISTS_TOP_TRACKS: Operation[list[models.Track]] = Operation(
    name="artists.top_tracks",
    method="GET",
    path="/artists/{id}/top-tracks",
    title="Get Artist's Top Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artists-top-tracks",
    parameters=(_ARTIST_ID, _shared.MARKET),
    result=lambda: list[models.Track],
    result_pointer="/tracks",
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Artist's Top Tracks."""

ARTISTS_RELATED: Operation[list[models.Artist]] = Operation(
    name="artists.related",
    method="GET",
    path="/artists/{id}/related-artists",
    title="Get Artist's Related Artists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artists-related-artists",
    parameters=(_ARTIST_ID,),
    result=lambda: list[models.Artist],
    result_pointer="/artists",
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Artist's Related Artists."""
