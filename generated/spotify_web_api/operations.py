"""The 96 operations of Spotify Web API, as data.

Pass one to `raw` or `explain`, or read what it says of a call.
"""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime import (
    Availability,
    Batch,
    InvalidArgumentError,
    Operation,
    OperationTable,
    Pagination,
    Parameter,
    Reference,
    Route,
    Translation,
)

_ADDITIONAL_TYPES = Parameter(
    "additional_types",
    where="query",
    many=True,
    choices=("track", "episode"),
    client_default=True,
)
_ALBUM_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:album:{id}",
        url="https://open.spotify.com/{locale}/album/{id}",
        optional=("locale",),
    ),
)
_ALBUM_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=20,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:album:{id}",
        url="https://open.spotify.com/{locale}/album/{id}",
        optional=("locale",),
    ),
)
_ARTIST_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:artist:{id}",
        url="https://open.spotify.com/{locale}/artist/{id}",
        optional=("locale",),
    ),
)
_ARTIST_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:artist:{id}",
        url="https://open.spotify.com/{locale}/artist/{id}",
        optional=("locale",),
    ),
)
_AUDIOBOOK_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:show:{id}",
        url="https://open.spotify.com/{locale}/show/{id}",
        optional=("locale",),
    ),
)
_AUDIOBOOK_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:show:{id}",
        url="https://open.spotify.com/{locale}/show/{id}",
        optional=("locale",),
    ),
)
_CATEGORY_ID = Parameter("category_id", where="path", required=True, min_length=1)
_CHAPTER_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:episode:{id}",
        url="https://open.spotify.com/{locale}/episode/{id}",
        optional=("locale",),
    ),
)
_CHAPTER_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:episode:{id}",
        url="https://open.spotify.com/{locale}/episode/{id}",
        optional=("locale",),
    ),
)
_DEVICE_ID = Parameter("device_id", where="query", min_length=1)
_DISCOGRAPHY_LIMIT = Parameter(
    "limit",
    where="query",
    type="integer",
    minimum=1,
    maximum=50,
    quota_maxima=(("development", 10),),
)
_EPISODE_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:episode:{id}",
        url="https://open.spotify.com/{locale}/episode/{id}",
        optional=("locale",),
    ),
)
_EPISODE_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:episode:{id}",
        url="https://open.spotify.com/{locale}/episode/{id}",
        optional=("locale",),
    ),
)
_FEATURE_TRACK_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=100,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:track:{id}",
        url="https://open.spotify.com/{locale}/track/{id}",
        optional=("locale",),
    ),
)
_FIELDS = Parameter("fields", where="query", partial_response=True)
_FOLLOWED_TYPE = Parameter("type", where="query", required=True, fixed="artist")
_INCLUDE_EXTERNAL = Parameter("include_external", where="query", choices=("audio",))
_LIBRARY_URIS = Parameter(
    "uris",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=40,
    pattern="^spotify:(album|artist|audiobook|episode|playlist|show|track|user):[^:]+$",
)
_LIMIT = Parameter("limit", where="query", type="integer", minimum=1, maximum=50)
_LOCALE = Parameter("locale", where="query", pattern="^[a-z]{2}_[A-Z]{2}$")
_MARKET = Parameter(
    "market", where="query", pattern="^([A-Z]{2}|from_token)$", client_default=True
)
_OFFSET = Parameter("offset", where="query", type="integer", minimum=0)
_PLAYLIST_ID = Parameter(
    "playlist_id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:playlist:{id}",
        url="https://open.spotify.com/{locale}/playlist/{id}",
        optional=("locale",),
    ),
)
_PLAYLIST_ITEMS_LIMIT = Parameter(
    "limit", where="query", type="integer", minimum=1, maximum=100
)
_PLAYLISTS_OFFSET = Parameter(
    "offset", where="query", type="integer", minimum=0, maximum=100000
)
_SEARCH_LIMIT = Parameter(
    "limit",
    where="query",
    type="integer",
    minimum=1,
    maximum=50,
    quota_maxima=(("development", 10),),
)
_SEARCH_OFFSET = Parameter(
    "offset", where="query", type="integer", minimum=0, maximum=1000
)
_SHOW_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:show:{id}",
        url="https://open.spotify.com/{locale}/show/{id}",
        optional=("locale",),
    ),
)
_SHOW_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:show:{id}",
        url="https://open.spotify.com/{locale}/show/{id}",
        optional=("locale",),
    ),
)
_TIME_RANGE = Parameter(
    "time_range", where="query", choices=("long_term", "medium_term", "short_term")
)
_TRACK_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:track:{id}",
        url="https://open.spotify.com/{locale}/track/{id}",
        optional=("locale",),
    ),
)
_TRACK_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(
        uri="spotify:track:{id}",
        url="https://open.spotify.com/{locale}/track/{id}",
        optional=("locale",),
    ),
)
_USER_ID = Parameter(
    "user_id",
    where="path",
    required=True,
    min_length=1,
    reference=Reference(
        uri="spotify:user:{id}",
        url="https://open.spotify.com/{locale}/user/{id}",
        optional=("locale",),
    ),
)

ALBUMS_GET: Operation[models.Album] = Operation(
    name="albums.get",
    method="GET",
    path="/albums/{id}",
    title="Get Album",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-album",
    calls=("albums.get",),
    parameters=(
        _ALBUM_ID,
        _MARKET,
    ),
    result=lambda: models.Album,
    success=(200,),
)
"""Get Album.

Calls: albums.get.
"""

ALBUMS_GET_SEVERAL: Operation[list[models.Album | None]] = Operation(
    name="albums.get_several",
    method="GET",
    path="/albums",
    title="Get Several Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-albums",
    calls=("albums.get_several",),
    parameters=(
        _ALBUM_IDS,
        _MARKET,
    ),
    result=lambda: list[models.Album | None],
    result_pointer="/albums",
    success=(200,),
    batch=Batch(parameter="ids", size=20, items="/albums", unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="albums.get",
        route=Route(
            operation="GET /albums/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Albums.

Calls: albums.get_several.
"""

ALBUMS_TRACKS: Operation[models.AlbumTrackPage] = Operation(
    name="albums.tracks",
    method="GET",
    path="/albums/{id}/tracks",
    title="Get Album Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks",
    calls=("albums.tracks",),
    parameters=(
        _ALBUM_ID,
        _MARKET,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.AlbumTrackPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get Album Tracks.

Calls: albums.tracks.
"""

ALBUMS_SAVED: Operation[models.SavedAlbumPage] = Operation(
    name="albums.saved",
    method="GET",
    path="/me/albums",
    title="Get User's Saved Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-albums",
    calls=("albums.saved",),
    scopes=("user-library-read",),
    parameters=(
        _MARKET,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.SavedAlbumPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Albums.

Calls: albums.saved.
"""

ALBUMS_SAVE: Operation[None] = Operation(
    name="albums.save",
    method="PUT",
    path="/me/albums",
    title="Save Albums for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-albums-user",
    calls=("albums.save",),
    scopes=("user-library-modify",),
    parameters=(_ALBUM_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=20),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
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
"""Save Albums for Current User.

Calls: albums.save.
"""

ALBUMS_UNSAVE: Operation[None] = Operation(
    name="albums.unsave",
    method="DELETE",
    path="/me/albums",
    title="Remove Users' Saved Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-albums-user",
    calls=("albums.unsave",),
    scopes=("user-library-modify",),
    parameters=(_ALBUM_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=20),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
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
"""Remove Users' Saved Albums.

Calls: albums.unsave.
"""

ALBUMS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="albums.are_saved",
    method="GET",
    path="/me/albums/contains",
    title="Check User's Saved Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-albums",
    calls=("albums.are_saved",),
    scopes=("user-library-read",),
    parameters=(_ALBUM_IDS,),
    result=lambda: list[bool],
    success=(200,),
    batch=Batch(parameter="ids", size=20, unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
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
"""Check User's Saved Albums.

Calls: albums.are_saved.
"""

ALBUMS_NEW_RELEASES: Operation[models.NewReleasePage] = Operation(
    name="albums.new_releases",
    method="GET",
    path="/browse/new-releases",
    title="Get New Releases",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-new-releases",
    calls=("albums.new_releases",),
    parameters=(
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.NewReleasePage,
    result_pointer="/albums",
    success=(200,),
    pagination=Pagination(style="offset", pointer="/albums"),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get New Releases.

Calls: albums.new_releases.
"""

ARTISTS_GET: Operation[models.Artist] = Operation(
    name="artists.get",
    method="GET",
    path="/artists/{id}",
    title="Get Artist",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artist",
    calls=("artists.get",),
    parameters=(_ARTIST_ID,),
    result=lambda: models.Artist,
    success=(200,),
)
"""Get Artist.

Calls: artists.get.
"""

ARTISTS_GET_SEVERAL: Operation[list[models.Artist | None]] = Operation(
    name="artists.get_several",
    method="GET",
    path="/artists",
    title="Get Several Artists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-artists",
    calls=("artists.get_several",),
    parameters=(_ARTIST_IDS,),
    result=lambda: list[models.Artist | None],
    result_pointer="/artists",
    success=(200,),
    batch=Batch(parameter="ids", size=50, items="/artists", unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="artists.get",
        route=Route(
            operation="GET /artists/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Artists.

Calls: artists.get_several.
"""

ARTISTS_ALBUMS: Operation[models.ArtistAlbumPage] = Operation(
    name="artists.albums",
    method="GET",
    path="/artists/{id}/albums",
    title="Get Artist's Albums",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums",
    calls=("artists.albums",),
    parameters=(
        _ARTIST_ID,
        Parameter(
            "include_groups",
            where="query",
            many=True,
            choices=("album", "single", "appears_on", "compilation"),
            min_items=1,
        ),
        _MARKET,
        _DISCOGRAPHY_LIMIT,
        _OFFSET,
    ),
    result=lambda: models.ArtistAlbumPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get Artist's Albums.

Calls: artists.albums.
"""

ARTISTS_TOP_TRACKS: Operation[list[models.Track]] = Operation(
    name="artists.top_tracks",
    method="GET",
    path="/artists/{id}/top-tracks",
    title="Get Artist's Top Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artists-top-tracks",
    calls=("artists.top_tracks",),
    parameters=(
        _ARTIST_ID,
        _MARKET,
    ),
    result=lambda: list[models.Track],
    result_pointer="/tracks",
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Artist's Top Tracks.

Calls: artists.top_tracks.
"""

ARTISTS_RELATED: Operation[list[models.Artist]] = Operation(
    name="artists.related",
    method="GET",
    path="/artists/{id}/related-artists",
    title="Get Artist's Related Artists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-artists-related-artists",
    calls=("artists.related",),
    parameters=(_ARTIST_ID,),
    result=lambda: list[models.Artist],
    result_pointer="/artists",
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "legacy_only"),
            ("extended", "legacy_only"),
        ),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Artist's Related Artists.

Calls: artists.related.
"""

AUDIOBOOKS_GET: Operation[models.Audiobook] = Operation(
    name="audiobooks.get",
    method="GET",
    path="/audiobooks/{id}",
    title="Get an Audiobook",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-audiobook",
    calls=("audiobooks.get",),
    parameters=(
        _AUDIOBOOK_ID,
        _MARKET,
    ),
    result=lambda: models.Audiobook,
    success=(200,),
)
"""Get an Audiobook.

Calls: audiobooks.get.
"""

AUDIOBOOKS_GET_SEVERAL: Operation[list[models.Audiobook | None]] = Operation(
    name="audiobooks.get_several",
    method="GET",
    path="/audiobooks",
    title="Get Several Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-audiobooks",
    calls=("audiobooks.get_several",),
    parameters=(
        _AUDIOBOOK_IDS,
        _MARKET,
    ),
    result=lambda: list[models.Audiobook | None],
    result_pointer="/audiobooks",
    success=(200,),
    batch=Batch(parameter="ids", size=50, items="/audiobooks", unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="audiobooks.get",
        route=Route(
            operation="GET /audiobooks/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Audiobooks.

Calls: audiobooks.get_several.
"""

AUDIOBOOKS_CHAPTERS: Operation[models.AudiobookChapterPage] = Operation(
    name="audiobooks.chapters",
    method="GET",
    path="/audiobooks/{id}/chapters",
    title="Get Audiobook Chapters",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-audiobook-chapters",
    calls=("audiobooks.chapters",),
    parameters=(
        _AUDIOBOOK_ID,
        _MARKET,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.AudiobookChapterPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get Audiobook Chapters.

Calls: audiobooks.chapters.
"""

AUDIOBOOKS_SAVED: Operation[models.SavedAudiobookPage] = Operation(
    name="audiobooks.saved",
    method="GET",
    path="/me/audiobooks",
    title="Get User's Saved Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-audiobooks",
    calls=("audiobooks.saved",),
    scopes=("user-library-read",),
    parameters=(
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.SavedAudiobookPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Audiobooks.

Calls: audiobooks.saved.
"""

AUDIOBOOKS_SAVE: Operation[None] = Operation(
    name="audiobooks.save",
    method="PUT",
    path="/me/audiobooks",
    title="Save Audiobooks for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-audiobooks-user",
    calls=("audiobooks.save",),
    scopes=("user-library-modify",),
    parameters=(_AUDIOBOOK_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Save Audiobooks for Current User.

Calls: audiobooks.save.
"""

AUDIOBOOKS_UNSAVE: Operation[None] = Operation(
    name="audiobooks.unsave",
    method="DELETE",
    path="/me/audiobooks",
    title="Remove User's Saved Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-audiobooks-user",
    calls=("audiobooks.unsave",),
    scopes=("user-library-modify",),
    parameters=(_AUDIOBOOK_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Remove User's Saved Audiobooks.

Calls: audiobooks.unsave.
"""

AUDIOBOOKS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="audiobooks.are_saved",
    method="GET",
    path="/me/audiobooks/contains",
    title="Check User's Saved Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-audiobooks",
    calls=("audiobooks.are_saved",),
    scopes=("user-library-read",),
    parameters=(_AUDIOBOOK_IDS,),
    result=lambda: list[bool],
    success=(200,),
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check User's Saved Audiobooks.

Calls: audiobooks.are_saved.
"""

CATEGORIES_ALL: Operation[models.CategoryPage] = Operation(
    name="categories.all",
    method="GET",
    path="/browse/categories",
    title="Get Several Browse Categories",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-categories",
    calls=("categories.all",),
    parameters=(
        _LOCALE,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.CategoryPage,
    result_pointer="/categories",
    success=(200,),
    pagination=Pagination(style="offset", pointer="/categories"),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Several Browse Categories.

Calls: categories.all.
"""

CATEGORIES_GET: Operation[models.Category] = Operation(
    name="categories.get",
    method="GET",
    path="/browse/categories/{category_id}",
    title="Get Single Browse Category",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-category",
    calls=("categories.get",),
    parameters=(
        _CATEGORY_ID,
        _LOCALE,
    ),
    result=lambda: models.Category,
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Single Browse Category.

Calls: categories.get.
"""

CHAPTERS_GET: Operation[models.Chapter] = Operation(
    name="chapters.get",
    method="GET",
    path="/chapters/{id}",
    title="Get a Chapter",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-chapter",
    calls=("chapters.get",),
    parameters=(
        _CHAPTER_ID,
        _MARKET,
    ),
    result=lambda: models.Chapter,
    success=(200,),
)
"""Get a Chapter.

Calls: chapters.get.
"""

CHAPTERS_GET_SEVERAL: Operation[list[models.Chapter | None]] = Operation(
    name="chapters.get_several",
    method="GET",
    path="/chapters",
    title="Get Several Chapters",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-several-chapters",
    calls=("chapters.get_several",),
    parameters=(
        _CHAPTER_IDS,
        _MARKET,
    ),
    result=lambda: list[models.Chapter | None],
    result_pointer="/chapters",
    success=(200,),
    batch=Batch(parameter="ids", size=50, items="/chapters", unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="chapters.get",
        route=Route(
            operation="GET /chapters/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Chapters.

Calls: chapters.get_several.
"""

EPISODES_GET: Operation[models.Episode] = Operation(
    name="episodes.get",
    method="GET",
    path="/episodes/{id}",
    title="Get Episode",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-episode",
    calls=("episodes.get",),
    scopes=("user-read-playback-position",),
    scope_sets=(
        ("user-read-playback-position",),
        (),
    ),
    parameters=(
        _EPISODE_ID,
        _MARKET,
    ),
    result=lambda: models.Episode,
    success=(200,),
)
"""Get Episode.

Calls: episodes.get.
"""

EPISODES_GET_SEVERAL: Operation[list[models.Episode | None]] = Operation(
    name="episodes.get_several",
    method="GET",
    path="/episodes",
    title="Get Several Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-episodes",
    calls=("episodes.get_several",),
    scopes=("user-read-playback-position",),
    scope_sets=(
        ("user-read-playback-position",),
        (),
    ),
    parameters=(
        _EPISODE_IDS,
        _MARKET,
    ),
    result=lambda: list[models.Episode | None],
    result_pointer="/episodes",
    success=(200,),
    batch=Batch(parameter="ids", size=50, items="/episodes", unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="episodes.get",
        route=Route(
            operation="GET /episodes/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Episodes.

Calls: episodes.get_several.
"""

EPISODES_SAVED: Operation[models.SavedEpisodePage] = Operation(
    name="episodes.saved",
    method="GET",
    path="/me/episodes",
    title="Get User's Saved Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-episodes",
    calls=("episodes.saved",),
    scopes=("user-library-read", "user-read-playback-position"),
    scope_sets=(
        ("user-library-read", "user-read-playback-position"),
        ("user-library-read",),
    ),
    parameters=(
        _MARKET,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.SavedEpisodePage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Episodes.

Calls: episodes.saved.
"""

EPISODES_SAVE: Operation[None] = Operation(
    name="episodes.save",
    method="PUT",
    path="/me/episodes",
    title="Save Episodes for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-episodes-user",
    calls=("episodes.save",),
    scopes=("user-library-modify",),
    parameters=(_EPISODE_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:episode:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Save Episodes for Current User.

Calls: episodes.save.
"""

EPISODES_UNSAVE: Operation[None] = Operation(
    name="episodes.unsave",
    method="DELETE",
    path="/me/episodes",
    title="Remove User's Saved Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-episodes-user",
    calls=("episodes.unsave",),
    scopes=("user-library-modify",),
    parameters=(_EPISODE_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:episode:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Remove User's Saved Episodes.

Calls: episodes.unsave.
"""

EPISODES_ARE_SAVED: Operation[list[bool]] = Operation(
    name="episodes.are_saved",
    method="GET",
    path="/me/episodes/contains",
    title="Check User's Saved Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-episodes",
    calls=("episodes.are_saved",),
    scopes=("user-library-read",),
    parameters=(_EPISODE_IDS,),
    result=lambda: list[bool],
    success=(200,),
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:episode:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check User's Saved Episodes.

Calls: episodes.are_saved.
"""

GENRES_SEEDS: Operation[list[str]] = Operation(
    name="genres.seeds",
    method="GET",
    path="/recommendations/available-genre-seeds",
    title="Get Available Genre Seeds",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-recommendation-genres",
    calls=("genres.seeds",),
    result=lambda: list[str],
    result_pointer="/genres",
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "available"),
            ("extended", "available"),
        ),
        since="2024-12-23",
    ),
    deprecated=True,
)
"""Get Available Genre Seeds.

Calls: genres.seeds.
"""

LIBRARY_SAVE: Operation[None] = Operation(
    name="library.save",
    method="PUT",
    path="/me/library",
    title="Save Items to Library",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-library-items",
    calls=("library.save",),
    scopes=("user-library-modify", "user-follow-modify", "playlist-modify-public"),
    scope_sets=(
        ("user-library-modify",),
        ("user-follow-modify",),
        ("playlist-modify-public",),
    ),
    parameters=(_LIBRARY_URIS,),
    success=(200,),
    batch=Batch(parameter="uris", size=40),
)
"""Save Items to Library.

Calls: library.save.
"""

LIBRARY_REMOVE: Operation[None] = Operation(
    name="library.remove",
    method="DELETE",
    path="/me/library",
    title="Remove Items from Library",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-library-items",
    calls=("library.remove",),
    scopes=("user-library-modify", "user-follow-modify", "playlist-modify-public"),
    scope_sets=(
        ("user-library-modify",),
        ("user-follow-modify",),
        ("playlist-modify-public",),
    ),
    parameters=(_LIBRARY_URIS,),
    success=(200,),
    batch=Batch(parameter="uris", size=40),
)
"""Remove Items from Library.

Calls: library.remove.
"""

LIBRARY_CONTAINS: Operation[list[bool]] = Operation(
    name="library.contains",
    method="GET",
    path="/me/library/contains",
    title="Check User's Saved Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-library-contains",
    calls=("library.contains",),
    scopes=("user-library-read", "user-follow-read", "playlist-read-private"),
    scope_sets=(
        ("user-library-read",),
        ("user-follow-read",),
        ("playlist-read-private",),
    ),
    parameters=(_LIBRARY_URIS,),
    result=lambda: list[bool],
    success=(200,),
    batch=Batch(parameter="uris", size=40, unique=True),
)
"""Check User's Saved Items.

Calls: library.contains.
"""

MARKETS_ALL: Operation[list[str]] = Operation(
    name="markets.all",
    method="GET",
    path="/markets",
    title="Get Available Markets",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-available-markets",
    calls=("markets.all",),
    result=lambda: list[str],
    result_pointer="/markets",
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Available Markets.

Calls: markets.all.
"""

PLAYER_STATE: Operation[models.PlaybackState | None] = Operation(
    name="player.state",
    method="GET",
    path="/me/player",
    title="Get Playback State",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-information-about-the-users-current-playback",
    calls=("player.state",),
    scopes=("user-read-playback-state",),
    parameters=(
        _MARKET,
        _ADDITIONAL_TYPES,
    ),
    result=lambda: models.PlaybackState,
    optional=True,
    success=(200, 204),
)
"""Get Playback State.

Calls: player.state.
"""

PLAYER_TRANSFER: Operation[None] = Operation(
    name="player.transfer",
    method="PUT",
    path="/me/player",
    title="Transfer Playback",
    docs="https://developer.spotify.com/documentation/web-api/reference/transfer-a-users-playback",
    calls=("player.transfer",),
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter(
            "device_ids",
            where="json",
            many=True,
            required=True,
            min_items=1,
            max_items=1,
            min_length=1,
        ),
        Parameter("play", where="json", type="boolean"),
    ),
    success=(200, 202, 204),
    media_type="application/json",
)
"""Transfer Playback.

Calls: player.transfer.
"""

PLAYER_DEVICES: Operation[list[models.Device]] = Operation(
    name="player.devices",
    method="GET",
    path="/me/player/devices",
    title="Get Available Devices",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices",
    calls=("player.devices",),
    scopes=("user-read-playback-state",),
    result=lambda: list[models.Device],
    result_pointer="/devices",
    success=(200,),
)
"""Get Available Devices.

Calls: player.devices.
"""

PLAYER_CURRENTLY_PLAYING: Operation[models.CurrentlyPlaying | None] = Operation(
    name="player.currently_playing",
    method="GET",
    path="/me/player/currently-playing",
    title="Get Currently Playing Track",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track",
    calls=("player.currently_playing",),
    scopes=("user-read-currently-playing",),
    parameters=(
        _MARKET,
        _ADDITIONAL_TYPES,
    ),
    result=lambda: models.CurrentlyPlaying,
    optional=True,
    success=(200, 204),
)
"""Get Currently Playing Track.

Calls: player.currently_playing.
"""

PLAYER_PLAY: Operation[None] = Operation(
    name="player.play",
    method="PUT",
    path="/me/player/play",
    title="Start/Resume Playback",
    docs="https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback",
    calls=("player.play",),
    scopes=("user-modify-playback-state",),
    parameters=(
        _DEVICE_ID,
        Parameter("context_uri", where="json", pattern="^spotify:.+$"),
        Parameter("uris", where="json", many=True, min_items=1, pattern="^spotify:.+$"),
        Parameter("offset", where="json", type="object"),
        Parameter("position_ms", where="json", type="integer", minimum=0),
    ),
    success=(200, 202, 204),
    media_type="application/json",
)
"""Start/Resume Playback.

Calls: player.play.
"""

PLAYER_PAUSE: Operation[None] = Operation(
    name="player.pause",
    method="PUT",
    path="/me/player/pause",
    title="Pause Playback",
    docs="https://developer.spotify.com/documentation/web-api/reference/pause-a-users-playback",
    calls=("player.pause",),
    scopes=("user-modify-playback-state",),
    parameters=(_DEVICE_ID,),
    success=(200, 202, 204),
)
"""Pause Playback.

Calls: player.pause.
"""

PLAYER_NEXT: Operation[None] = Operation(
    name="player.next",
    method="POST",
    path="/me/player/next",
    title="Skip To Next",
    docs="https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-next-track",
    calls=("player.next",),
    scopes=("user-modify-playback-state",),
    parameters=(_DEVICE_ID,),
    success=(200, 202, 204),
)
"""Skip To Next.

Calls: player.next.
"""

PLAYER_PREVIOUS: Operation[None] = Operation(
    name="player.previous",
    method="POST",
    path="/me/player/previous",
    title="Skip To Previous",
    docs="https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-previous-track",
    calls=("player.previous",),
    scopes=("user-modify-playback-state",),
    parameters=(_DEVICE_ID,),
    success=(200, 202, 204),
)
"""Skip To Previous.

Calls: player.previous.
"""

PLAYER_SEEK: Operation[None] = Operation(
    name="player.seek",
    method="PUT",
    path="/me/player/seek",
    title="Seek To Position",
    docs="https://developer.spotify.com/documentation/web-api/reference/seek-to-position-in-currently-playing-track",
    calls=("player.seek",),
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter(
            "position_ms", where="query", type="integer", required=True, minimum=0
        ),
        _DEVICE_ID,
    ),
    success=(200, 202, 204),
)
"""Seek To Position.

Calls: player.seek.
"""

PLAYER_REPEAT: Operation[None] = Operation(
    name="player.repeat",
    method="PUT",
    path="/me/player/repeat",
    title="Set Repeat Mode",
    docs="https://developer.spotify.com/documentation/web-api/reference/set-repeat-mode-on-users-playback",
    calls=("player.repeat",),
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter(
            "state", where="query", required=True, choices=("track", "context", "off")
        ),
        _DEVICE_ID,
    ),
    success=(200, 202, 204),
)
"""Set Repeat Mode.

Calls: player.repeat.
"""

PLAYER_VOLUME: Operation[None] = Operation(
    name="player.volume",
    method="PUT",
    path="/me/player/volume",
    title="Set Playback Volume",
    docs="https://developer.spotify.com/documentation/web-api/reference/set-volume-for-users-playback",
    calls=("player.volume",),
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter(
            "volume_percent",
            where="query",
            type="integer",
            required=True,
            minimum=0,
            maximum=100,
        ),
        _DEVICE_ID,
    ),
    success=(200, 202, 204),
)
"""Set Playback Volume.

Calls: player.volume.
"""

PLAYER_SHUFFLE: Operation[None] = Operation(
    name="player.shuffle",
    method="PUT",
    path="/me/player/shuffle",
    title="Toggle Playback Shuffle",
    docs="https://developer.spotify.com/documentation/web-api/reference/toggle-shuffle-for-users-playback",
    calls=("player.shuffle",),
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter("state", where="query", type="boolean", required=True),
        _DEVICE_ID,
    ),
    success=(200, 202, 204),
)
"""Toggle Playback Shuffle.

Calls: player.shuffle.
"""

PLAYER_RECENTLY_PLAYED: Operation[models.PlayHistoryPage] = Operation(
    name="player.recently_played",
    method="GET",
    path="/me/player/recently-played",
    title="Get Recently Played Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-recently-played",
    calls=("player.recently_played",),
    scopes=("user-read-recently-played",),
    parameters=(
        _LIMIT,
        Parameter("after", where="query", type="integer", minimum=0),
        Parameter("before", where="query", type="integer", minimum=0),
    ),
    result=lambda: models.PlayHistoryPage,
    success=(200,),
    pagination=Pagination(style="cursor"),
)
"""Get Recently Played Tracks.

Calls: player.recently_played.
"""

PLAYER_QUEUE: Operation[models.Queue] = Operation(
    name="player.queue",
    method="GET",
    path="/me/player/queue",
    title="Get the User's Queue",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-queue",
    calls=("player.queue",),
    scopes=("user-read-currently-playing", "user-read-playback-state"),
    scope_sets=(
        ("user-read-currently-playing",),
        ("user-read-playback-state",),
    ),
    result=lambda: models.Queue,
    success=(200,),
)
"""Get the User's Queue.

Calls: player.queue.
"""

PLAYER_ADD_TO_QUEUE: Operation[None] = Operation(
    name="player.add_to_queue",
    method="POST",
    path="/me/player/queue",
    title="Add Item to Playback Queue",
    docs="https://developer.spotify.com/documentation/web-api/reference/add-to-queue",
    calls=("player.add_to_queue",),
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter("uri", where="query", required=True, pattern="^spotify:.+$"),
        _DEVICE_ID,
    ),
    success=(200, 202, 204),
)
"""Add Item to Playback Queue.

Calls: player.add_to_queue.
"""

PLAYLISTS_GET: Operation[models.Playlist] = Operation(
    name="playlists.get",
    method="GET",
    path="/playlists/{playlist_id}",
    title="Get Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlist",
    calls=("playlists.get",),
    parameters=(
        _PLAYLIST_ID,
        _MARKET,
        _FIELDS,
        _ADDITIONAL_TYPES,
    ),
    result=lambda: models.Playlist,
    success=(200,),
)
"""Get Playlist.

Calls: playlists.get.
"""

PLAYLISTS_CHANGE_DETAILS: Operation[None] = Operation(
    name="playlists.change_details",
    method="PUT",
    path="/playlists/{playlist_id}",
    title="Change Playlist Details",
    docs="https://developer.spotify.com/documentation/web-api/reference/change-playlist-details",
    calls=("playlists.change_details",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
    parameters=(
        _PLAYLIST_ID,
        Parameter("name", where="json"),
        Parameter("public", where="json", type="boolean"),
        Parameter("collaborative", where="json", type="boolean"),
        Parameter("description", where="json"),
    ),
    success=(200,),
    media_type="application/json",
)
"""Change Playlist Details.

Calls: playlists.change_details.
"""

PLAYLISTS_TRACKS: Operation[models.PlaylistTrackPage] = Operation(
    name="playlists.tracks",
    method="GET",
    path="/playlists/{playlist_id}/tracks",
    title="Get Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlists-tracks",
    calls=("playlists.tracks",),
    scopes=("playlist-read-private",),
    scope_sets=(
        ("playlist-read-private",),
        (),
    ),
    parameters=(
        _PLAYLIST_ID,
        _MARKET,
        _FIELDS,
        _PLAYLIST_ITEMS_LIMIT,
        _OFFSET,
        _ADDITIONAL_TYPES,
    ),
    result=lambda: models.PlaylistTrackPage,
    success=(200,),
    pagination=Pagination(style="offset"),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="playlists.items",
        route=Route(operation="GET /playlists/{playlist_id}/items"),
    ),
    deprecated=True,
)
"""Get Playlist Items.

Calls: playlists.tracks.
"""

PLAYLISTS_ADD_TRACKS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.add_tracks",
    method="POST",
    path="/playlists/{playlist_id}/tracks",
    title="Add Items to Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/add-tracks-to-playlist",
    calls=("playlists.add_tracks",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
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
        ),
        Parameter("position", where="json", type="integer", minimum=0),
    ),
    result=lambda: models.PlaylistSnapshot,
    success=(200, 201),
    media_type="application/json",
    batch=Batch(parameter="uris", size=100, advance="position"),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="playlists.add_items",
        route=Route(operation="POST /playlists/{playlist_id}/items"),
    ),
    deprecated=True,
)
"""Add Items to Playlist.

Calls: playlists.add_tracks.
"""

PLAYLISTS_UPDATE_TRACKS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.update_tracks",
    method="PUT",
    path="/playlists/{playlist_id}/tracks",
    title="Update Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-tracks",
    calls=("playlists.replace_tracks", "playlists.reorder_tracks"),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
    parameters=(
        _PLAYLIST_ID,
        Parameter("uris", where="json", many=True, min_items=0, max_items=100),
        Parameter("range_start", where="json", type="integer", minimum=0),
        Parameter("insert_before", where="json", type="integer", minimum=0),
        Parameter("range_length", where="json", type="integer", minimum=1),
        Parameter("snapshot_id", where="json"),
    ),
    result=lambda: models.PlaylistSnapshot,
    success=(200,),
    media_type="application/json",
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="playlists.replace_items or playlists.reorder_items",
        route=Route(operation="PUT /playlists/{playlist_id}/items"),
    ),
    deprecated=True,
    retry="never",
)
"""Update Playlist Items.

Calls: playlists.replace_tracks, playlists.reorder_tracks.
"""

PLAYLISTS_REMOVE_TRACKS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.remove_tracks",
    method="DELETE",
    path="/playlists/{playlist_id}/tracks",
    title="Remove Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-tracks-playlist",
    calls=("playlists.remove_tracks",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
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
        ),
        Parameter("snapshot_id", where="json"),
    ),
    result=lambda: models.PlaylistSnapshot,
    success=(200,),
    media_type="application/json",
    batch=Batch(parameter="tracks", size=100, chain="snapshot_id"),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="playlists.remove_items",
        route=Route(
            operation="DELETE /playlists/{playlist_id}/items",
            arguments=(Translation(name="items", source="tracks"),),
        ),
    ),
    deprecated=True,
)
"""Remove Playlist Items.

Calls: playlists.remove_tracks.
"""

PLAYLISTS_ITEMS: Operation[models.PlaylistItemPage] = Operation(
    name="playlists.items",
    method="GET",
    path="/playlists/{playlist_id}/items",
    title="Get Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlists-items",
    calls=("playlists.items",),
    scopes=("playlist-read-private",),
    scope_sets=(
        ("playlist-read-private",),
        (),
    ),
    parameters=(
        _PLAYLIST_ID,
        _MARKET,
        _FIELDS,
        _PLAYLIST_ITEMS_LIMIT,
        _OFFSET,
        _ADDITIONAL_TYPES,
    ),
    result=lambda: models.PlaylistItemPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get Playlist Items.

Calls: playlists.items.
"""

PLAYLISTS_ADD_ITEMS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.add_items",
    method="POST",
    path="/playlists/{playlist_id}/items",
    title="Add Items to Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist",
    calls=("playlists.add_items",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
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
        ),
        Parameter("position", where="json", type="integer", minimum=0),
    ),
    result=lambda: models.PlaylistSnapshot,
    success=(200, 201),
    media_type="application/json",
    batch=Batch(parameter="uris", size=100, advance="position"),
)
"""Add Items to Playlist.

Calls: playlists.add_items.
"""

PLAYLISTS_UPDATE_ITEMS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.update_items",
    method="PUT",
    path="/playlists/{playlist_id}/items",
    title="Update Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/reorder-or-replace-playlists-items",
    calls=("playlists.replace_items", "playlists.reorder_items"),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
    parameters=(
        _PLAYLIST_ID,
        Parameter("uris", where="json", many=True, min_items=0, max_items=100),
        Parameter("range_start", where="json", type="integer", minimum=0),
        Parameter("insert_before", where="json", type="integer", minimum=0),
        Parameter("range_length", where="json", type="integer", minimum=1),
        Parameter("snapshot_id", where="json"),
    ),
    result=lambda: models.PlaylistSnapshot,
    success=(200,),
    media_type="application/json",
    retry="never",
)
"""Update Playlist Items.

Calls: playlists.replace_items, playlists.reorder_items.
"""

PLAYLISTS_REMOVE_ITEMS: Operation[models.PlaylistSnapshot] = Operation(
    name="playlists.remove_items",
    method="DELETE",
    path="/playlists/{playlist_id}/items",
    title="Remove Playlist Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-items-playlist",
    calls=("playlists.remove_items",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
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
        ),
        Parameter("snapshot_id", where="json"),
    ),
    result=lambda: models.PlaylistSnapshot,
    success=(200,),
    media_type="application/json",
    batch=Batch(parameter="items", size=100, chain="snapshot_id"),
)
"""Remove Playlist Items.

Calls: playlists.remove_items.
"""

PLAYLISTS_MINE: Operation[models.OwnPlaylistPage] = Operation(
    name="playlists.mine",
    method="GET",
    path="/me/playlists",
    title="Get Current User's Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists",
    calls=("playlists.mine",),
    scopes=("playlist-read-private",),
    scope_sets=(
        ("playlist-read-private",),
        (),
    ),
    parameters=(
        _LIMIT,
        _PLAYLISTS_OFFSET,
    ),
    result=lambda: models.OwnPlaylistPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get Current User's Playlists.

Calls: playlists.mine.
"""

PLAYLISTS_CREATE: Operation[models.Playlist] = Operation(
    name="playlists.create",
    method="POST",
    path="/me/playlists",
    title="Create Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/create-playlist",
    calls=("playlists.create",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
    parameters=(
        Parameter("name", where="json", required=True),
        Parameter("public", where="json", type="boolean"),
        Parameter("collaborative", where="json", type="boolean"),
        Parameter("description", where="json"),
    ),
    result=lambda: models.Playlist,
    success=(201,),
    media_type="application/json",
)
"""Create Playlist.

Calls: playlists.create.
"""

PLAYLISTS_OF_USER: Operation[models.UserPlaylistPage] = Operation(
    name="playlists.of_user",
    method="GET",
    path="/users/{user_id}/playlists",
    title="Get User's Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-list-users-playlists",
    calls=("playlists.of_user",),
    scopes=("playlist-read-private", "playlist-read-collaborative"),
    scope_sets=(
        ("playlist-read-private", "playlist-read-collaborative"),
        (),
    ),
    parameters=(
        _USER_ID,
        _LIMIT,
        _PLAYLISTS_OFFSET,
    ),
    result=lambda: models.UserPlaylistPage,
    success=(200,),
    pagination=Pagination(style="offset"),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="playlists.mine",
    ),
    deprecated=True,
)
"""Get User's Playlists.

Calls: playlists.of_user.
"""

PLAYLISTS_CREATE_FOR_USER: Operation[models.Playlist] = Operation(
    name="playlists.create_for_user",
    method="POST",
    path="/users/{user_id}/playlists",
    title="Create Playlist for user",
    docs="https://developer.spotify.com/documentation/web-api/reference/create-playlist-for-user",
    calls=("playlists.create_for_user",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
    parameters=(
        _USER_ID,
        Parameter("name", where="json", required=True),
        Parameter("public", where="json", type="boolean"),
        Parameter("collaborative", where="json", type="boolean"),
        Parameter("description", where="json"),
    ),
    result=lambda: models.Playlist,
    success=(201,),
    media_type="application/json",
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="playlists.create",
        route=Route(operation="POST /me/playlists", dropped=("user_id",)),
    ),
    deprecated=True,
)
"""Create Playlist for user.

Calls: playlists.create_for_user.
"""

PLAYLISTS_FOLLOW: Operation[None] = Operation(
    name="playlists.follow",
    method="PUT",
    path="/playlists/{playlist_id}/followers",
    title="Follow Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/follow-playlist",
    calls=("playlists.follow",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
    parameters=(
        _PLAYLIST_ID,
        Parameter("public", where="json", type="boolean"),
    ),
    success=(200,),
    media_type="application/json",
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
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
"""Follow Playlist.

Calls: playlists.follow.
"""

PLAYLISTS_UNFOLLOW: Operation[None] = Operation(
    name="playlists.unfollow",
    method="DELETE",
    path="/playlists/{playlist_id}/followers",
    title="Unfollow Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/unfollow-playlist",
    calls=("playlists.unfollow",),
    scopes=("playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("playlist-modify-public",),
        ("playlist-modify-private",),
    ),
    parameters=(_PLAYLIST_ID,),
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
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
"""Unfollow Playlist.

Calls: playlists.unfollow.
"""

PLAYLISTS_FEATURED: Operation[models.FeaturedPlaylistPage] = Operation(
    name="playlists.featured",
    method="GET",
    path="/browse/featured-playlists",
    title="Get Featured Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-featured-playlists",
    calls=("playlists.featured",),
    parameters=(
        _LOCALE,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.FeaturedPlaylistPage,
    result_pointer="/playlists",
    success=(200,),
    pagination=Pagination(style="offset", pointer="/playlists"),
    availability=Availability(
        modes=(
            ("development", "legacy_only"),
            ("extended", "legacy_only"),
        ),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Featured Playlists.

Calls: playlists.featured.
"""

PLAYLISTS_OF_CATEGORY: Operation[models.CategoryPlaylistPage] = Operation(
    name="playlists.of_category",
    method="GET",
    path="/browse/categories/{category_id}/playlists",
    title="Get Category's Playlists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-categories-playlists",
    calls=("playlists.of_category",),
    parameters=(
        _CATEGORY_ID,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.CategoryPlaylistPage,
    result_pointer="/playlists",
    success=(200,),
    pagination=Pagination(style="offset", pointer="/playlists"),
    availability=Availability(
        modes=(
            ("development", "legacy_only"),
            ("extended", "legacy_only"),
        ),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Category's Playlists.

Calls: playlists.of_category.
"""

PLAYLISTS_COVER_IMAGES: Operation[list[models.Image]] = Operation(
    name="playlists.cover_images",
    method="GET",
    path="/playlists/{playlist_id}/images",
    title="Get Playlist Cover Image",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-playlist-cover",
    calls=("playlists.cover_images",),
    parameters=(_PLAYLIST_ID,),
    result=lambda: list[models.Image],
    success=(200,),
)
"""Get Playlist Cover Image.

Calls: playlists.cover_images.
"""

PLAYLISTS_UPLOAD_COVER_IMAGE: Operation[None] = Operation(
    name="playlists.upload_cover_image",
    method="PUT",
    path="/playlists/{playlist_id}/images",
    title="Add Custom Playlist Cover Image",
    docs="https://developer.spotify.com/documentation/web-api/reference/upload-custom-playlist-cover",
    calls=("playlists.upload_cover_image",),
    scopes=("ugc-image-upload", "playlist-modify-public", "playlist-modify-private"),
    scope_sets=(
        ("ugc-image-upload", "playlist-modify-public"),
        ("ugc-image-upload", "playlist-modify-private"),
    ),
    parameters=(
        _PLAYLIST_ID,
        Parameter("image", where="body", required=True, max_length=262144),
    ),
    success=(202,),
    media_type="image/jpeg",
)
"""Add Custom Playlist Cover Image.

Calls: playlists.upload_cover_image.
"""

PLAYLISTS_IS_FOLLOWED: Operation[bool] = Operation(
    name="playlists.is_followed",
    method="GET",
    path="/playlists/{playlist_id}/followers/contains",
    title="Check if Current User Follows Playlist",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-if-user-follows-playlist",
    calls=("playlists.is_followed",),
    parameters=(_PLAYLIST_ID,),
    result=lambda: bool,
    result_pointer="/0",
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
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
"""Check if Current User Follows Playlist.

Calls: playlists.is_followed.
"""

SEARCH: Operation[models.SearchResult] = Operation(
    name="search",
    method="GET",
    path="/search",
    title="Search for Item",
    docs="https://developer.spotify.com/documentation/web-api/reference/search",
    calls=("search",),
    parameters=(
        Parameter("q", where="query", required=True, min_length=1),
        Parameter(
            "type",
            where="query",
            many=True,
            required=True,
            choices=(
                "album",
                "artist",
                "playlist",
                "track",
                "show",
                "episode",
                "audiobook",
            ),
            min_items=1,
        ),
        _MARKET,
        _SEARCH_LIMIT,
        _SEARCH_OFFSET,
        _INCLUDE_EXTERNAL,
    ),
    result=lambda: models.SearchResult,
    success=(200,),
)
"""Search for Item.

Calls: search.
"""

SHOWS_GET: Operation[models.Show] = Operation(
    name="shows.get",
    method="GET",
    path="/shows/{id}",
    title="Get Show",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-show",
    calls=("shows.get",),
    scopes=("user-read-playback-position",),
    scope_sets=(
        ("user-read-playback-position",),
        (),
    ),
    parameters=(
        _SHOW_ID,
        _MARKET,
    ),
    result=lambda: models.Show,
    success=(200,),
)
"""Get Show.

Calls: shows.get.
"""

SHOWS_GET_SEVERAL: Operation[list[models.SimplifiedShow | None]] = Operation(
    name="shows.get_several",
    method="GET",
    path="/shows",
    title="Get Several Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-shows",
    calls=("shows.get_several",),
    parameters=(
        _SHOW_IDS,
        _MARKET,
    ),
    result=lambda: list[models.SimplifiedShow | None],
    result_pointer="/shows",
    success=(200,),
    batch=Batch(parameter="ids", size=50, items="/shows", unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="shows.get",
        route=Route(
            operation="GET /shows/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Shows.

Calls: shows.get_several.
"""

SHOWS_EPISODES: Operation[models.ShowEpisodePage] = Operation(
    name="shows.episodes",
    method="GET",
    path="/shows/{id}/episodes",
    title="Get Show Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-shows-episodes",
    calls=("shows.episodes",),
    scopes=("user-read-playback-position",),
    scope_sets=(
        ("user-read-playback-position",),
        (),
    ),
    parameters=(
        _SHOW_ID,
        _MARKET,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.ShowEpisodePage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get Show Episodes.

Calls: shows.episodes.
"""

SHOWS_SAVED: Operation[models.SavedShowPage] = Operation(
    name="shows.saved",
    method="GET",
    path="/me/shows",
    title="Get User's Saved Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-shows",
    calls=("shows.saved",),
    scopes=("user-library-read",),
    parameters=(
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.SavedShowPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Shows.

Calls: shows.saved.
"""

SHOWS_SAVE: Operation[None] = Operation(
    name="shows.save",
    method="PUT",
    path="/me/shows",
    title="Save Shows for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-shows-user",
    calls=("shows.save",),
    scopes=("user-library-modify",),
    parameters=(_SHOW_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Save Shows for Current User.

Calls: shows.save.
"""

SHOWS_UNSAVE: Operation[None] = Operation(
    name="shows.unsave",
    method="DELETE",
    path="/me/shows",
    title="Remove User's Saved Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-shows-user",
    calls=("shows.unsave",),
    scopes=("user-library-modify",),
    parameters=(
        _SHOW_IDS,
        _MARKET,
    ),
    success=(200,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
            dropped=("market",),
        ),
    ),
    deprecated=True,
)
"""Remove User's Saved Shows.

Calls: shows.unsave.
"""

SHOWS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="shows.are_saved",
    method="GET",
    path="/me/shows/contains",
    title="Check User's Saved Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-shows",
    calls=("shows.are_saved",),
    scopes=("user-library-read",),
    parameters=(_SHOW_IDS,),
    result=lambda: list[bool],
    success=(200,),
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check User's Saved Shows.

Calls: shows.are_saved.
"""

TRACKS_GET: Operation[models.Track] = Operation(
    name="tracks.get",
    method="GET",
    path="/tracks/{id}",
    title="Get Track",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-track",
    calls=("tracks.get",),
    parameters=(
        _TRACK_ID,
        _MARKET,
    ),
    result=lambda: models.Track,
    success=(200,),
)
"""Get Track.

Calls: tracks.get.
"""

TRACKS_GET_SEVERAL: Operation[list[models.Track | None]] = Operation(
    name="tracks.get_several",
    method="GET",
    path="/tracks",
    title="Get Several Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-several-tracks",
    calls=("tracks.get_several",),
    parameters=(
        _TRACK_IDS,
        _MARKET,
    ),
    result=lambda: list[models.Track | None],
    result_pointer="/tracks",
    success=(200,),
    batch=Batch(parameter="ids", size=50, items="/tracks", unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="tracks.get",
        route=Route(
            operation="GET /tracks/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Tracks.

Calls: tracks.get_several.
"""

TRACKS_SAVED: Operation[models.SavedTrackPage] = Operation(
    name="tracks.saved",
    method="GET",
    path="/me/tracks",
    title="Get User's Saved Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-tracks",
    calls=("tracks.saved",),
    scopes=("user-library-read",),
    parameters=(
        _MARKET,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: models.SavedTrackPage,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Tracks.

Calls: tracks.saved.
"""

TRACKS_SAVE: Operation[None] = Operation(
    name="tracks.save",
    method="PUT",
    path="/me/tracks",
    title="Save Tracks for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-tracks-user",
    calls=("tracks.save",),
    scopes=("user-library-modify",),
    parameters=(
        Parameter(
            "ids",
            where="json",
            many=True,
            min_items=1,
            max_items=50,
            pattern="^[0-9A-Za-z]{22}$",
            reference=Reference(
                uri="spotify:track:{id}",
                url="https://open.spotify.com/{locale}/track/{id}",
                optional=("locale",),
            ),
        ),
        Parameter(
            "timestamped_ids",
            where="json",
            type="object",
            many=True,
            min_items=1,
            max_items=50,
        ),
    ),
    success=(200,),
    media_type="application/json",
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:track:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Save Tracks for Current User.

Calls: tracks.save.
"""

TRACKS_UNSAVE: Operation[None] = Operation(
    name="tracks.unsave",
    method="DELETE",
    path="/me/tracks",
    title="Remove User's Saved Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-tracks-user",
    calls=("tracks.unsave",),
    scopes=("user-library-modify",),
    parameters=(_TRACK_IDS,),
    success=(200,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:track:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Remove User's Saved Tracks.

Calls: tracks.unsave.
"""

TRACKS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="tracks.are_saved",
    method="GET",
    path="/me/tracks/contains",
    title="Check User's Saved Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-tracks",
    calls=("tracks.are_saved",),
    scopes=("user-library-read",),
    parameters=(_TRACK_IDS,),
    result=lambda: list[bool],
    success=(200,),
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:track:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check User's Saved Tracks.

Calls: tracks.are_saved.
"""

TRACKS_SEVERAL_AUDIO_FEATURES: Operation[list[models.AudioFeatures | None]] = Operation(
    name="tracks.several_audio_features",
    method="GET",
    path="/audio-features",
    title="Get Several Tracks' Audio Features",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-several-audio-features",
    calls=("tracks.several_audio_features",),
    parameters=(_FEATURE_TRACK_IDS,),
    result=lambda: list[models.AudioFeatures | None],
    result_pointer="/audio_features",
    success=(200,),
    batch=Batch(parameter="ids", size=100, items="/audio_features", unique=True),
    availability=Availability(
        modes=(
            ("development", "legacy_only"),
            ("extended", "legacy_only"),
        ),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Several Tracks' Audio Features.

Calls: tracks.several_audio_features.
"""

TRACKS_AUDIO_FEATURES: Operation[models.AudioFeatures] = Operation(
    name="tracks.audio_features",
    method="GET",
    path="/audio-features/{id}",
    title="Get Track's Audio Features",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-audio-features",
    calls=("tracks.audio_features",),
    parameters=(_TRACK_ID,),
    result=lambda: models.AudioFeatures,
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "legacy_only"),
            ("extended", "legacy_only"),
        ),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Track's Audio Features.

Calls: tracks.audio_features.
"""

TRACKS_AUDIO_ANALYSIS: Operation[models.AudioAnalysis] = Operation(
    name="tracks.audio_analysis",
    method="GET",
    path="/audio-analysis/{id}",
    title="Get Track's Audio Analysis",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-audio-analysis",
    calls=("tracks.audio_analysis",),
    parameters=(_TRACK_ID,),
    result=lambda: models.AudioAnalysis,
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "legacy_only"),
            ("extended", "legacy_only"),
        ),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Track's Audio Analysis.

Calls: tracks.audio_analysis.
"""

TRACKS_RECOMMENDATIONS: Operation[models.Recommendations] = Operation(
    name="tracks.recommendations",
    method="GET",
    path="/recommendations",
    title="Get Recommendations",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-recommendations",
    calls=("tracks.recommendations",),
    parameters=(
        Parameter(
            "seed_artists",
            where="query",
            many=True,
            min_items=1,
            max_items=5,
            pattern="^[0-9A-Za-z]{22}$",
            reference=Reference(
                uri="spotify:artist:{id}",
                url="https://open.spotify.com/{locale}/artist/{id}",
                optional=("locale",),
            ),
        ),
        Parameter(
            "seed_genres",
            where="query",
            many=True,
            min_items=1,
            max_items=5,
            min_length=1,
        ),
        Parameter(
            "seed_tracks",
            where="query",
            many=True,
            min_items=1,
            max_items=5,
            pattern="^[0-9A-Za-z]{22}$",
            reference=Reference(
                uri="spotify:track:{id}",
                url="https://open.spotify.com/{locale}/track/{id}",
                optional=("locale",),
            ),
        ),
        Parameter("limit", where="query", type="integer", minimum=1, maximum=100),
        _MARKET,
        Parameter(
            "min_acousticness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "max_acousticness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "target_acousticness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "min_danceability", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "max_danceability", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "target_danceability", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter("min_duration_ms", where="query", type="integer"),
        Parameter("max_duration_ms", where="query", type="integer"),
        Parameter("target_duration_ms", where="query", type="integer"),
        Parameter("min_energy", where="query", type="number", minimum=0, maximum=1),
        Parameter("max_energy", where="query", type="number", minimum=0, maximum=1),
        Parameter("target_energy", where="query", type="number", minimum=0, maximum=1),
        Parameter(
            "min_instrumentalness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "max_instrumentalness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "target_instrumentalness",
            where="query",
            type="number",
            minimum=0,
            maximum=1,
        ),
        Parameter("min_key", where="query", type="integer", minimum=0, maximum=11),
        Parameter("max_key", where="query", type="integer", minimum=0, maximum=11),
        Parameter("target_key", where="query", type="integer", minimum=0, maximum=11),
        Parameter("min_liveness", where="query", type="number", minimum=0, maximum=1),
        Parameter("max_liveness", where="query", type="number", minimum=0, maximum=1),
        Parameter(
            "target_liveness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter("min_loudness", where="query", type="number"),
        Parameter("max_loudness", where="query", type="number"),
        Parameter("target_loudness", where="query", type="number"),
        Parameter("min_mode", where="query", type="integer", minimum=0, maximum=1),
        Parameter("max_mode", where="query", type="integer", minimum=0, maximum=1),
        Parameter("target_mode", where="query", type="integer", minimum=0, maximum=1),
        Parameter(
            "min_popularity", where="query", type="integer", minimum=0, maximum=100
        ),
        Parameter(
            "max_popularity", where="query", type="integer", minimum=0, maximum=100
        ),
        Parameter(
            "target_popularity", where="query", type="integer", minimum=0, maximum=100
        ),
        Parameter(
            "min_speechiness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "max_speechiness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter(
            "target_speechiness", where="query", type="number", minimum=0, maximum=1
        ),
        Parameter("min_tempo", where="query", type="number"),
        Parameter("max_tempo", where="query", type="number"),
        Parameter("target_tempo", where="query", type="number"),
        Parameter("min_time_signature", where="query", type="integer", maximum=11),
        Parameter("max_time_signature", where="query", type="integer"),
        Parameter("target_time_signature", where="query", type="integer"),
        Parameter("min_valence", where="query", type="number", minimum=0, maximum=1),
        Parameter("max_valence", where="query", type="number", minimum=0, maximum=1),
        Parameter("target_valence", where="query", type="number", minimum=0, maximum=1),
    ),
    result=lambda: models.Recommendations,
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "legacy_only"),
            ("extended", "legacy_only"),
        ),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Recommendations.

Calls: tracks.recommendations.
"""

USERS_ME: Operation[models.PrivateUser] = Operation(
    name="users.me",
    method="GET",
    path="/me",
    title="Get Current User's Profile",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile",
    calls=("users.me",),
    scopes=("user-read-private", "user-read-email"),
    scope_sets=(
        ("user-read-private", "user-read-email"),
        (),
    ),
    result=lambda: models.PrivateUser,
    success=(200,),
)
"""Get Current User's Profile.

Calls: users.me.
"""

USERS_TOP_ITEMS: Operation[Any] = Operation(
    name="users.top_items",
    method="GET",
    path="/me/top/{type}",
    title="Get User's Top Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks",
    calls=("users.top_artists", "users.top_tracks"),
    scopes=("user-top-read",),
    parameters=(
        Parameter("type", where="path", required=True, choices=("artists", "tracks")),
        _TIME_RANGE,
        _LIMIT,
        _OFFSET,
    ),
    result=lambda: Any,
    success=(200,),
    pagination=Pagination(style="offset"),
)
"""Get User's Top Items.

Calls: users.top_artists, users.top_tracks.
"""

USERS_GET: Operation[models.PublicUser] = Operation(
    name="users.get",
    method="GET",
    path="/users/{user_id}",
    title="Get User's Profile",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-profile",
    calls=("users.get",),
    parameters=(_USER_ID,),
    result=lambda: models.PublicUser,
    success=(200,),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="users.me",
    ),
    deprecated=True,
)
"""Get User's Profile.

Calls: users.get.
"""

USERS_FOLLOWED_ARTISTS: Operation[models.FollowedArtistPage] = Operation(
    name="users.followed_artists",
    method="GET",
    path="/me/following",
    title="Get Followed Artists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-followed",
    calls=("users.followed_artists",),
    scopes=("user-follow-read",),
    parameters=(
        _FOLLOWED_TYPE,
        Parameter("after", where="query", pattern="^[0-9A-Za-z]{22}$"),
        _LIMIT,
    ),
    result=lambda: models.FollowedArtistPage,
    result_pointer="/artists",
    success=(200,),
    pagination=Pagination(style="cursor", pointer="/artists"),
)
"""Get Followed Artists.

Calls: users.followed_artists.
"""

USERS_FOLLOW: Operation[None] = Operation(
    name="users.follow",
    method="PUT",
    path="/me/following",
    title="Follow Artists or Users",
    docs="https://developer.spotify.com/documentation/web-api/reference/follow-artists-users",
    calls=("users.follow",),
    scopes=("user-follow-modify",),
    parameters=(
        Parameter("type", where="query", required=True, choices=("artist", "user")),
        Parameter(
            "ids",
            where="query",
            many=True,
            required=True,
            min_items=1,
            max_items=50,
            min_length=1,
        ),
    ),
    success=(200, 204),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:{type}:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Follow Artists or Users.

Calls: users.follow.
"""

USERS_UNFOLLOW: Operation[None] = Operation(
    name="users.unfollow",
    method="DELETE",
    path="/me/following",
    title="Unfollow Artists or Users",
    docs="https://developer.spotify.com/documentation/web-api/reference/unfollow-artists-users",
    calls=("users.unfollow",),
    scopes=("user-follow-modify",),
    parameters=(
        Parameter("type", where="query", required=True, choices=("artist", "user")),
        Parameter(
            "ids",
            where="query",
            many=True,
            required=True,
            min_items=1,
            max_items=50,
            min_length=1,
        ),
    ),
    success=(200, 204),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:{type}:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Unfollow Artists or Users.

Calls: users.unfollow.
"""

USERS_ARE_FOLLOWED: Operation[list[bool]] = Operation(
    name="users.are_followed",
    method="GET",
    path="/me/following/contains",
    title="Check If User Follows Artists or Users",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-current-user-follows",
    calls=("users.are_followed",),
    scopes=("user-follow-read",),
    parameters=(
        Parameter("type", where="query", required=True, choices=("artist", "user")),
        Parameter(
            "ids",
            where="query",
            many=True,
            required=True,
            min_items=1,
            max_items=50,
            min_length=1,
        ),
    ),
    result=lambda: list[bool],
    success=(200,),
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(
            ("development", "removed"),
            ("extended", "available"),
        ),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:{type}:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check If User Follows Artists or Users.

Calls: users.are_followed.
"""

TOKEN_REQUEST: Operation[models.Token] = Operation(
    name="token.request",
    method="POST",
    path="/api/token",
    title="Request an Access Token",
    docs="https://developer.spotify.com/documentation/web-api/concepts/access-token",
    calls=("token.request",),
    parameters=(
        Parameter(
            "grant_type",
            where="form",
            required=True,
            choices=("client_credentials", "authorization_code", "refresh_token"),
        ),
        Parameter("code", where="form"),
        Parameter("redirect_uri", where="form"),
        Parameter("client_id", where="form"),
        Parameter("code_verifier", where="form", pattern="^[0-9A-Za-z_.~-]{43,128}$"),
        Parameter("refresh_token", where="form"),
    ),
    result=lambda: models.Token,
    success=(200,),
    media_type="application/x-www-form-urlencoded",
    server="https://accounts.spotify.com",
)
"""Request an Access Token.

Calls: token.request.
"""


TABLE = OperationTable(
    (
        ALBUMS_GET,
        ALBUMS_GET_SEVERAL,
        ALBUMS_TRACKS,
        ALBUMS_SAVED,
        ALBUMS_SAVE,
        ALBUMS_UNSAVE,
        ALBUMS_ARE_SAVED,
        ALBUMS_NEW_RELEASES,
        ARTISTS_GET,
        ARTISTS_GET_SEVERAL,
        ARTISTS_ALBUMS,
        ARTISTS_TOP_TRACKS,
        ARTISTS_RELATED,
        AUDIOBOOKS_GET,
        AUDIOBOOKS_GET_SEVERAL,
        AUDIOBOOKS_CHAPTERS,
        AUDIOBOOKS_SAVED,
        AUDIOBOOKS_SAVE,
        AUDIOBOOKS_UNSAVE,
        AUDIOBOOKS_ARE_SAVED,
        CATEGORIES_ALL,
        CATEGORIES_GET,
        CHAPTERS_GET,
        CHAPTERS_GET_SEVERAL,
        EPISODES_GET,
        EPISODES_GET_SEVERAL,
        EPISODES_SAVED,
        EPISODES_SAVE,
        EPISODES_UNSAVE,
        EPISODES_ARE_SAVED,
        GENRES_SEEDS,
        LIBRARY_SAVE,
        LIBRARY_REMOVE,
        LIBRARY_CONTAINS,
        MARKETS_ALL,
        PLAYER_STATE,
        PLAYER_TRANSFER,
        PLAYER_DEVICES,
        PLAYER_CURRENTLY_PLAYING,
        PLAYER_PLAY,
        PLAYER_PAUSE,
        PLAYER_NEXT,
        PLAYER_PREVIOUS,
        PLAYER_SEEK,
        PLAYER_REPEAT,
        PLAYER_VOLUME,
        PLAYER_SHUFFLE,
        PLAYER_RECENTLY_PLAYED,
        PLAYER_QUEUE,
        PLAYER_ADD_TO_QUEUE,
        PLAYLISTS_GET,
        PLAYLISTS_CHANGE_DETAILS,
        PLAYLISTS_TRACKS,
        PLAYLISTS_ADD_TRACKS,
        PLAYLISTS_UPDATE_TRACKS,
        PLAYLISTS_REMOVE_TRACKS,
        PLAYLISTS_ITEMS,
        PLAYLISTS_ADD_ITEMS,
        PLAYLISTS_UPDATE_ITEMS,
        PLAYLISTS_REMOVE_ITEMS,
        PLAYLISTS_MINE,
        PLAYLISTS_CREATE,
        PLAYLISTS_OF_USER,
        PLAYLISTS_CREATE_FOR_USER,
        PLAYLISTS_FOLLOW,
        PLAYLISTS_UNFOLLOW,
        PLAYLISTS_FEATURED,
        PLAYLISTS_OF_CATEGORY,
        PLAYLISTS_COVER_IMAGES,
        PLAYLISTS_UPLOAD_COVER_IMAGE,
        PLAYLISTS_IS_FOLLOWED,
        SEARCH,
        SHOWS_GET,
        SHOWS_GET_SEVERAL,
        SHOWS_EPISODES,
        SHOWS_SAVED,
        SHOWS_SAVE,
        SHOWS_UNSAVE,
        SHOWS_ARE_SAVED,
        TRACKS_GET,
        TRACKS_GET_SEVERAL,
        TRACKS_SAVED,
        TRACKS_SAVE,
        TRACKS_UNSAVE,
        TRACKS_ARE_SAVED,
        TRACKS_SEVERAL_AUDIO_FEATURES,
        TRACKS_AUDIO_FEATURES,
        TRACKS_AUDIO_ANALYSIS,
        TRACKS_RECOMMENDATIONS,
        USERS_ME,
        USERS_TOP_ITEMS,
        USERS_GET,
        USERS_FOLLOWED_ARTISTS,
        USERS_FOLLOW,
        USERS_UNFOLLOW,
        USERS_ARE_FOLLOWED,
    )
)
"""The operations by route and by call."""


def all() -> tuple[Operation[Any], ...]:
    """List the 96 operations."""
    return TABLE.all()


def by_call(name: str) -> Operation[Any]:
    """Find the operation behind a call.

    Args:
        name: A call as it is written after the client, such as `albums.get`.

    Raises:
        InvalidArgumentError: There is no call of that name.
    """
    operation = TABLE.by_call.get(name)
    if operation is None:
        raise InvalidArgumentError(f"there is no call named {name!r}")
    return operation
