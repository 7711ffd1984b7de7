"""Models: tracks."""

from typing import ClassVar, Literal

from .._runtime import Model, OffsetPage, Timestamp
from .common import ExternalIds, ExternalUrls, Restrictions
from .simplified import LinkedTrack, SimplifiedAlbum, SimplifiedArtist


class TimestampedId(Model, frozen=True, kw_only=True):
    """A track to save, and the time to save it under."""

    id: str
    """The track, by its Spotify id."""

    added_at: Timestamp
    """When it counts as saved; the library is sorted by it."""


class Track(Model, frozen=True, kw_only=True, tag_field="type", tag="track"):
    """A track with its album."""

    uri: str
    """The track's Spotify URI; spotify:local:… for local files."""

    name: str
    """The track's title; may be empty."""

    artists: list[SimplifiedArtist]
    """Who performs, the main artist first."""

    disc_number: int
    """The disc it is on, counted from 1; 0 for local files."""

    track_number: int
    """Its place on that disc, counted from 1; 0 for local files."""

    duration_ms: int
    """Its length in milliseconds."""

    explicit: bool
    """Whether its lyrics are marked as explicit; false also where nobody knows."""

    preview_url: str | None = None
    """A 30 second excerpt as MP3; null for most apps since November 2024.
    Deprecated.
    """

    is_local: bool | None = None
    """Whether it is a file on the user's own device."""

    is_playable: bool | None = None
    """Whether it can be played in the market; sent only where a market applies."""

    linked_from: LinkedTrack | None = None
    """The track that was asked for, if this one stands in for it. Not sent to
    development apps. Deprecated.
    """

    restrictions: Restrictions | None = None
    """Why the track cannot be played; sent only if it cannot."""

    available_markets: list[str] | None = None
    """The countries (ISO 3166-1 alpha-2) in which it can be played. Not sent to
    development apps, nor when a market was asked for. Deprecated.
    """

    external_urls: ExternalUrls
    """Links to the track."""

    id: str | None = None
    """The track's Spotify id, 22 characters; null for local files."""

    album: SimplifiedAlbum
    """The album it is on. The list of recently played tracks left it out in 2017."""

    popularity: int | None = None
    """How much it is played at present, from 0 to 100; 0 for local files. Not sent to
    development apps. Deprecated.
    """

    external_ids: ExternalIds | None = None
    """The identifiers of the recording, mostly an ISRC."""

    track: bool | None = None
    """Whether it is a track; sent only inside playlists."""

    episode: bool | None = None
    """Whether it is an episode dressed up as a track; sent only inside playlists."""

    href: str | None = None
    """The request that answers with this track; null for local files."""

    @property
    def type(self) -> Literal["track"]:
        """The kind of object, which tells the members of a union apart."""
        return "track"


class SavedTrack(Model, frozen=True, kw_only=True):
    """A track in the user's library."""

    added_at: Timestamp
    """When the user saved it."""

    track: Track
    """The track."""


class SearchTrackPage(OffsetPage[Track], frozen=True, kw_only=True):
    """A page of the tracks a search has found."""

    operation: ClassVar[str] = "GET /search"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/tracks"
    """Where the page lies in that operation's answer."""


class TopTrackPage(OffsetPage[Track], frozen=True, kw_only=True):
    """A page of the tracks the user listens to most."""

    operation: ClassVar[str] = "GET /me/top/{type}"
    """The operation this page belongs to."""


class SavedTrackPage(OffsetPage[SavedTrack | None], frozen=True, kw_only=True):
    """A page of the tracks in the user's library."""

    operation: ClassVar[str] = "GET /me/tracks"
    """The operation this page belongs to."""
