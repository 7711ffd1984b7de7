"""The operations of player."""

from __future__ import annotations

from .. import models
from .._runtime import Group, Operation, Pagination, Parameter, Reference
from . import _shared

_DEVICE_ID = Parameter(
    "device_id",
    where="query",
    min_length=1,
    reference=Reference(("device",), _shared.REFERENCES),
)

PLAYER_STATE: Operation[models.PlaybackState | None] = Operation(
    name="player.state",
    method="GET",
    path="/me/player",
    title="Get Playback State",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-information-about-the-users-current-playback",
    scopes=("user-read-playback-state",),
    parameters=(_shared.MARKET, _shared.ADDITIONAL_TYPES),
    result=lambda: models.PlaybackState,
    optional=True,
)
"""Get Playback State."""

PLAYER_TRANSFER: Operation[None] = Operation(
    name="player.transfer",
    method="PUT",
    path="/me/player",
    title="Transfer Playback",
    docs="https://developer.spotify.com/documentation/web-api/reference/transfer-a-users-playback",
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
            reference=Reference(("device",), _shared.REFERENCES),
        ),
        Parameter("play", where="json", type="boolean"),
    ),
    media_type="application/json",
)
"""Transfer Playback."""

PLAYER_DEVICES: Operation[list[models.Device]] = Operation(
    name="player.devices",
    method="GET",
    path="/me/player/devices",
    title="Get Available Devices",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices",
    scopes=("user-read-playback-state",),
    result=lambda: list[models.Device],
    result_pointer="/devices",
)
"""Get Available Devices."""

PLAYER_CURRENTLY_PLAYING: Operation[models.CurrentlyPlaying | None] = Operation(
    name="player.currently_playing",
    method="GET",
    path="/me/player/currently-playing",
    title="Get Currently Playing Track",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track",
    scopes=("user-read-currently-playing", "user-read-playback-state"),
    scope_sets=(("user-read-currently-playing",), ("user-read-playback-state",)),
    parameters=(_shared.MARKET, _shared.ADDITIONAL_TYPES),
    result=lambda: models.CurrentlyPlaying,
    optional=True,
)
"""Get Currently Playing Track."""

PLAYER_PLAY: Operation[None] = Operation(
    name="player.play",
    method="PUT",
    path="/me/player/play",
    title="Start/Resume Playback",
    docs="https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback",
    scopes=("user-modify-playback-state",),
    parameters=(
        _DEVICE_ID,
        Parameter(
            "context_uri",
            where="json",
            pattern="^spotify:.+$",
            reference=Reference(
                ("album", "artist", "playlist", "show", "audiobook", "collection"),
                _shared.REFERENCES,
                as_uri=True,
            ),
        ),
        Parameter(
            "uris",
            where="json",
            many=True,
            min_items=1,
            pattern="^spotify:.+$",
            reference=Reference(
                ("track", "episode", "chapter", "local_file"),
                _shared.REFERENCES,
                as_uri=True,
            ),
        ),
        Parameter(
            "offset", where="json", type="object", shape=_shared.PLAYBACK_OFFSET_SHAPE
        ),
        Parameter("position_ms", where="json", type="integer", minimum=0),
    ),
    groups=(Group(of=("context_uri", "uris"), at_most=1),),
    media_type="application/json",
)
"""Start/Resume Playback."""

PLAYER_PAUSE: Operation[None] = Operation(
    name="player.pause",
    method="PUT",
    path="/me/player/pause",
    title="Pause Playback",
    docs="https://developer.spotify.com/documentation/web-api/reference/pause-a-users-playback",
    scopes=("user-modify-playback-state",),
    parameters=(_DEVICE_ID,),
)
"""Pause Playback."""

PLAYER_NEXT: Operation[None] = Operation(
    name="player.next",
    method="POST",
    path="/me/player/next",
    title="Skip To Next",
    docs="https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-next-track",
    scopes=("user-modify-playback-state",),
    parameters=(_DEVICE_ID,),
)
"""Skip To Next."""

PLAYER_PREVIOUS: Operation[None] = Operation(
    name="player.previous",
    method="POST",
    path="/me/player/previous",
    title="Skip To Previous",
    docs="https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-previous-track",
    scopes=("user-modify-playback-state",),
    parameters=(_DEVICE_ID,),
)
"""Skip To Previous."""

PLAYER_SEEK: Operation[None] = Operation(
    name="player.seek",
    method="PUT",
    path="/me/player/seek",
    title="Seek To Position",
    docs="https://developer.spotify.com/documentation/web-api/reference/seek-to-position-in-currently-playing-track",
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter(
            "position_ms", where="query", type="integer", required=True, minimum=0
        ),
        _DEVICE_ID,
    ),
)
"""Seek To Position."""

PLAYER_REPEAT: Operation[None] = Operation(
    name="player.repeat",
    method="PUT",
    path="/me/player/repeat",
    title="Set Repeat Mode",
    docs="https://developer.spotify.com/documentation/web-api/reference/set-repeat-mode-on-users-playback",
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter(
            "state", where="query", required=True, choices=("track", "context", "off")
        ),
        _DEVICE_ID,
    ),
)
"""Set Repeat Mode."""

PLAYER_VOLUME: Operation[None] = Operation(
    name="player.volume",
    method="PUT",
    path="/me/player/volume",
    title="Set Playback Volume",
    docs="https://developer.spotify.com/documentation/web-api/reference/set-volume-for-users-playback",
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
)
"""Set Playback Volume."""

PLAYER_SHUFFLE: Operation[None] = Operation(
    name="player.shuffle",
    method="PUT",
    path="/me/player/shuffle",
    title="Toggle Playback Shuffle",
    docs="https://developer.spotify.com/documentation/web-api/reference/toggle-shuffle-for-users-playback",
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter("state", where="query", type="boolean", required=True),
        _DEVICE_ID,
    ),
)
"""Toggle Playback Shuffle."""

PLAYER_RECENTLY_PLAYED: Operation[models.PlayHistoryPage] = Operation(
    name="player.recently_played",
    method="GET",
    path="/me/player/recently-played",
    title="Get Recently Played Tracks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-recently-played",
    scopes=("user-read-recently-played",),
    parameters=(
        _shared.LIMIT,
        Parameter("after", where="query", type="integer", minimum=0),
        Parameter("before", where="query", type="integer", minimum=0),
    ),
    groups=(Group(of=("after", "before"), at_most=1),),
    result=lambda: models.PlayHistoryPage,
    pagination=Pagination(style="cursor"),
)
"""Get Recently Played Tracks."""

PLAYER_QUEUE: Operation[models.Queue] = Operation(
    name="player.queue",
    method="GET",
    path="/me/player/queue",
    title="Get the User's Queue",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-queue",
    scopes=("user-read-currently-playing", "user-read-playback-state"),
    scope_sets=(("user-read-currently-playing",), ("user-read-playback-state",)),
    result=lambda: models.Queue,
)
"""Get the User's Queue."""

PLAYER_ADD_TO_QUEUE: Operation[None] = Operation(
    name="player.add_to_queue",
    method="POST",
    path="/me/player/queue",
    title="Add Item to Playback Queue",
    docs="https://developer.spotify.com/documentation/web-api/reference/add-to-queue",
    scopes=("user-modify-playback-state",),
    parameters=(
        Parameter(
            "uri",
            where="query",
            required=True,
            pattern="^spotify:.+$",
            reference=Reference(
                ("track", "episode", "chapter", "local_file"),
                _shared.REFERENCES,
                as_uri=True,
            ),
        ),
        _DEVICE_ID,
    ),
)
"""Add Item to Playback Queue."""
