"""Models: player."""

from typing import ClassVar, Literal

from .._runtime import Model, Page, Timestamp
from .common import ExternalUrls
from .playlists import PlayableItem
from .tracks import Track


class Disallows(Model, frozen=True, kw_only=True):
    """What cannot be done at the moment. Only what is true is sent."""

    interrupting_playback: bool | None = None
    """Whether playback must not be interrupted."""

    pausing: bool | None = None
    """Whether it cannot be paused."""

    resuming: bool | None = None
    """Whether it cannot be resumed, mostly because it is playing."""

    seeking: bool | None = None
    """Whether there is no moving within the item."""

    skipping_next: bool | None = None
    """Whether there is no going to the next item."""

    skipping_prev: bool | None = None
    """Whether there is no going back to the previous item."""

    toggling_repeat_context: bool | None = None
    """Whether repeating the context cannot be switched."""

    toggling_shuffle: bool | None = None
    """Whether shuffling cannot be switched."""

    toggling_repeat_track: bool | None = None
    """Whether repeating the item cannot be switched."""

    transferring_playback: bool | None = None
    """Whether playback cannot move to another device."""


class Device(Model, frozen=True, kw_only=True):
    """Something that plays Spotify for the user."""

    id: str | None = None
    """The device's id, good for a while; null for restricted devices."""

    name: str
    """What its owner calls it."""

    type: (
        Literal[
            "Computer",
            "Tablet",
            "Smartphone",
            "Speaker",
            "TV",
            "AVR",
            "STB",
            "AudioDongle",
            "GameConsole",
            "CastVideo",
            "CastAudio",
            "Automobile",
            "Unknown",
        ]
        | str
    )
    """What sort of device it is."""

    is_active: bool
    """Whether it is the one that commands go to."""

    is_private_session: bool
    """Whether what it plays is kept from the user's followers."""

    is_restricted: bool
    """Whether it takes no commands from the Web API."""

    volume_percent: int | None = None
    """Its volume from 0 to 100; null where it cannot be told."""

    supports_volume: bool | None = None
    """Whether its volume can be set. Sent since 2023; false on phones."""


class PlaybackOffset(Model, frozen=True, kw_only=True):
    """Where in a context to start, given by position or by item."""

    position: int | None = None
    """The position in the context, counted from 0."""

    uri: str | None = None
    """The item in the context, by its Spotify URI."""


class Actions(Model, frozen=True, kw_only=True):
    """What can be done at the moment, said by what cannot."""

    disallows: Disallows
    """What cannot be done."""


class PlayContext(Model, frozen=True, kw_only=True):
    """What something is played from, such as an album or a playlist."""

    type: (
        Literal[
            "album",
            "artist",
            "playlist",
            "show",
            "collection",
            "collectionyourepisodes",
        ]
        | str
    )
    """The kind of context; collection is the user's liked songs."""

    uri: str
    """The context's Spotify URI."""

    href: str
    """The request that answers with the context."""

    external_urls: ExternalUrls
    """Links to the context."""


class PlayHistory(Model, frozen=True, kw_only=True):
    """A track the user has listened to."""

    track: Track
    """The track."""

    played_at: Timestamp
    """When it was played."""

    context: PlayContext | None = None
    """What it was played from; null where it stood for itself."""


class PlayHistoryPage(Page[PlayHistory], frozen=True, kw_only=True):
    """A page of the tracks the user has listened to. Its keys are times in milliseconds
    since 1970.
    """

    href: str  # pyright: ignore[reportGeneralTypeIssues]
    """The request this page answers."""

    limit: int  # pyright: ignore[reportGeneralTypeIssues]
    """The largest number of items this page could hold."""

    operation: ClassVar[str] = "GET /me/player/recently-played"
    """The operation this page belongs to."""


class CurrentlyPlaying(Model, frozen=True, kw_only=True):
    """What the user is listening to."""

    is_playing: bool
    """Whether something is playing; false while it is paused."""

    item: PlayableItem | None = None
    """The track or the episode; null when idle, during advertisements and for unknown
    items.
    """

    currently_playing_type: Literal["track", "episode", "ad", "unknown"] | str
    """What sort of item is playing."""

    progress_ms: int | None = None
    """How far the item has been played, in milliseconds."""

    context: PlayContext | None = None
    """What the item is played from; null where it stands for itself."""

    timestamp: int
    """When the state last changed, in milliseconds since 1970."""

    actions: Actions
    """What can be done at the moment."""


class PlaybackState(Model, frozen=True, kw_only=True):
    """What the user is listening to, on which device, and how."""

    is_playing: bool
    """Whether something is playing; false while it is paused."""

    item: PlayableItem | None = None
    """The track or the episode; null when idle, during advertisements and for unknown
    items.
    """

    currently_playing_type: Literal["track", "episode", "ad", "unknown"] | str
    """What sort of item is playing."""

    progress_ms: int | None = None
    """How far the item has been played, in milliseconds."""

    context: PlayContext | None = None
    """What the item is played from; null where it stands for itself."""

    timestamp: int
    """When the state last changed, in milliseconds since 1970."""

    actions: Actions
    """What can be done at the moment."""

    device: Device
    """The device that plays."""

    repeat_state: Literal["off", "track", "context"] | str
    """What is repeated, nothing, the item or the context."""

    shuffle_state: bool
    """Whether the order is random."""

    smart_shuffle: bool | None = None
    """Whether Spotify mixes its own suggestions in."""


class Queue(Model, frozen=True, kw_only=True):
    """What is playing and what comes next."""

    currently_playing: PlayableItem | None = None
    """The track or the episode; null when nothing plays."""

    queue: list[PlayableItem]
    """What comes next, in its order; may be empty."""
