"""The operations of tracks."""

from __future__ import annotations

from .. import models
from .._runtime import (
    Availability,
    Batch,
    Group,
    Operation,
    Pagination,
    Parameter,
    Reference,
    Route,
    Translation,
)
from . import _shared

_FEATURE_TRACK_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=100,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("track",), _shared.REFERENCES),
)
_TRACK_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("track",), _shared.REFERENCES),
)
_TRACK_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("track",), _shared.REFERENCES),
)

TRACKS_GET: Operation[models.Track] = Operation(
    name="tracks.get",
    method="GET",
    path="/tracks/{id}",
    title="Get Track",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-track",
    parameters=(_TRACK_ID, _shared.MARKET),
    result=lambda: models.Track,
)
"""Get Track."""

TRACKS_GET_SEVERAL: Operation[list[models.Track | None]] = Operation(
    name="tracks.get_several",
    method="GET",
    path="/tracks",
    title="Get Several Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-several-tracks",
    parameters=(_TRACK_IDS, _shared.MARKET),
    result=lambda: list[models.Track | None],
    result_pointer="/tracks",
    batch=Batch(parameter="ids", size=50, items="/tracks", unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="tracks.get",
        route=Route(
            operation="GET /tracks/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Tracks."""

TRACKS_SAVED: Operation[models.SavedTrackPage] = Operation(
    name="tracks.saved",
    method="GET",
    path="/me/tracks",
    title="Get User's Saved Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-tracks",
    scopes=("user-library-read",),
    parameters=(_shared.MARKET, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.SavedTrackPage,
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Tracks."""

TRACKS_SAVE: Operation[None] = Operation(
    name="tracks.save",
    method="PUT",
    path="/me/tracks",
    title="Save Tracks for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-tracks-user",
    scopes=("user-library-modify",),
    parameters=(
        Parameter(
            "ids",
            where="json",
            many=True,
            min_items=1,
            max_items=50,
            pattern="^[0-9A-Za-z]{22}$",
            reference=Reference(("track",), _shared.REFERENCES),
        ),
        Parameter(
            "timestamped_ids",
            where="json",
            type="object",
            many=True,
            min_items=1,
            max_items=50,
            shape=_shared.TIMESTAMPED_ID_SHAPE,
        ),
    ),
    groups=(Group(of=("ids", "timestamped_ids"), at_least=1, at_most=1),),
    media_type="application/json",
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
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
"""Save Tracks for Current User."""

TRACKS_UNSAVE: Operation[None] = Operation(
    name="tracks.unsave",
    method="DELETE",
    path="/me/tracks",
    title="Remove User's Saved Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-tracks-user",
    scopes=("user-library-modify",),
    parameters=(_TRACK_IDS,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
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
"""Remove User's Saved Tracks."""

TRACKS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="tracks.are_saved",
    method="GET",
    path="/me/tracks/contains",
    title="Check User's Saved Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-tracks",
    scopes=("user-library-read",),
    parameters=(_TRACK_IDS,),
    result=lambda: list[bool],
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
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
"""Check User's Saved Tracks."""

TRACKS_SEVERAL_AUDIO_FEATURES: Operation[list[models.AudioFeatures | None]] = Operation(
    name="tracks.several_audio_features",
    method="GET",
    path="/audio-features",
    title="Get Several Tracks' Audio Features",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-several-audio-features",
    parameters=(_FEATURE_TRACK_IDS,),
    result=lambda: list[models.AudioFeatures | None],
    result_pointer="/audio_features",
    batch=Batch(parameter="ids", size=100, items="/audio_features", unique=True),
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Several Tracks' Audio Features."""

TRACKS_AUDIO_FEATURES: Operation[models.AudioFeatures] = Operation(
    name="tracks.audio_features",
    method="GET",
    path="/audio-features/{id}",
    title="Get Track's Audio Features",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-audio-features",
    parameters=(_TRACK_ID,),
    result=lambda: models.AudioFeatures,
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Track's Audio Features."""

TRACKS_AUDIO_ANALYSIS: Operation[models.AudioAnalysis] = Operation(
    name="tracks.audio_analysis",
    method="GET",
    path="/audio-analysis/{id}",
    title="Get Track's Audio Analysis",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-audio-analysis",
    parameters=(_TRACK_ID,),
    result=lambda: models.AudioAnalysis,
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Track's Audio Analysis."""

TRACKS_RECOMMENDATIONS: Operation[models.Recommendations] = Operation(
    name="tracks.recommendations",
    method="GET",
    path="/recommendations",
    title="Get Recommendations",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-recommendations",
    parameters=(
        Parameter(
            "seed_artists",
            where="query",
            many=True,
            min_items=1,
            max_items=5,
            pattern="^[0-9A-Za-z]{22}$",
            reference=Reference(("artist",), _shared.REFERENCES),
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
            reference=Reference(("track",), _shared.REFERENCES),
        ),
        Parameter("limit", where="query", type="integer", minimum=1, maximum=100),
        _shared.MARKET,
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
        Parameter("min_time_signature", where="query", type="integer"),
        Parameter("max_time_signature", where="query", type="integer"),
        Parameter("target_time_signature", where="query", type="integer"),
        Parameter("min_valence", where="query", type="number", minimum=0, maximum=1),
        Parameter("max_valence", where="query", type="number", minimum=0, maximum=1),
        Parameter("target_valence", where="query", type="number", minimum=0, maximum=1),
    ),
    groups=(Group(of=("seed_artists", "seed_genres", "seed_tracks"), at_least=1),),
    result=lambda: models.Recommendations,
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Recommendations."""
