"""Models: albums."""

from typing import ClassVar, Literal

from .._runtime import Model, OffsetPage, PartialDate, Timestamp
from .common import Copyright, ExternalIds, ExternalUrls, Image, Restrictions
from .simplified import SimplifiedAlbum, SimplifiedArtist, SimplifiedTrack


class ArtistAlbum(Model, frozen=True, kw_only=True):
    """An album as it stands in the discography of an artist."""

    id: str
    """The album's Spotify id, 22 characters."""

    uri: str
    """The album's Spotify URI."""

    album_type: Literal["album", "single", "compilation", "ep"] | str
    """What sort of release it is."""

    artists: list[SimplifiedArtist]
    """Who made the album, the main artist first."""

    release_date: PartialDate
    """When it came out, as a year, a month or a day; 0000 where Spotify does not
    know.
    """

    release_date_precision: Literal["year", "month", "day"] | str
    """How much of the release date is known."""

    total_tracks: int
    """How many tracks the album has."""

    href: str
    """The request that answers with the whole album."""

    name: str
    """The album's title; empty once the album has been taken down."""

    type: Literal["album"] | str
    """The kind of object."""

    images: list[Image]
    """The cover in several sizes, the widest first."""

    available_markets: list[str] | None = None
    """The countries (ISO 3166-1 alpha-2) in which at least one track can be played. Not
    sent to development apps, nor when a market was asked for. Deprecated.
    """

    is_playable: bool | None = None
    """Whether it can be played in the market; sent only where a market applies."""

    restrictions: Restrictions | None = None
    """Why the album cannot be played; sent only if it cannot."""

    external_urls: ExternalUrls
    """Links to the album."""

    album_group: (
        Literal["album", "single", "compilation", "appears_on"] | str | None
    ) = None
    """What the artist has to do with the album; appears_on is a part in someone else's.
    Not sent to development apps. Deprecated.
    """


class ArtistAlbumPage(OffsetPage[ArtistAlbum], frozen=True, kw_only=True):
    """A page of the discography of an artist."""

    operation: ClassVar[str] = "GET /artists/{id}/albums"
    """The operation this page belongs to."""


class NewReleasePage(OffsetPage[SimplifiedAlbum], frozen=True, kw_only=True):
    """A page of new albums that Spotify features."""

    operation: ClassVar[str] = "GET /browse/new-releases"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/albums"
    """Where the page lies in that operation's answer."""


class SearchAlbumPage(OffsetPage[SimplifiedAlbum], frozen=True, kw_only=True):
    """A page of the albums a search has found."""

    operation: ClassVar[str] = "GET /search"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/albums"
    """Where the page lies in that operation's answer."""


class AlbumTrackPage(OffsetPage[SimplifiedTrack | None], frozen=True, kw_only=True):
    """A page of the tracks of an album."""

    operation: ClassVar[str] = "GET /albums/{id}/tracks"
    """The operation this page belongs to."""


class Album(Model, frozen=True, kw_only=True):
    """An album with its tracks."""

    id: str
    """The album's Spotify id, 22 characters."""

    uri: str
    """The album's Spotify URI."""

    album_type: Literal["album", "single", "compilation", "ep"] | str
    """What sort of release it is."""

    artists: list[SimplifiedArtist]
    """Who made the album, the main artist first."""

    release_date: PartialDate
    """When it came out, as a year, a month or a day; 0000 where Spotify does not
    know.
    """

    release_date_precision: Literal["year", "month", "day"] | str
    """How much of the release date is known."""

    total_tracks: int
    """How many tracks the album has."""

    href: str
    """The request that answers with the whole album."""

    name: str
    """The album's title; empty once the album has been taken down."""

    type: Literal["album"] | str
    """The kind of object."""

    images: list[Image]
    """The cover in several sizes, the widest first."""

    available_markets: list[str] | None = None
    """The countries (ISO 3166-1 alpha-2) in which at least one track can be played. Not
    sent to development apps, nor when a market was asked for. Deprecated.
    """

    is_playable: bool | None = None
    """Whether it can be played in the market; sent only where a market applies."""

    restrictions: Restrictions | None = None
    """Why the album cannot be played; sent only if it cannot."""

    external_urls: ExternalUrls
    """Links to the album."""

    tracks: AlbumTrackPage
    """The first tracks of the album, up to 50."""

    copyrights: list[Copyright]
    """The album's copyright statements."""

    external_ids: ExternalIds
    """The identifiers of the release, mostly a UPC."""

    genres: list[str]
    """The album's genres; empty in almost every answer. Deprecated."""

    label: str | None = None
    """The label that released it. Not sent to development apps. Deprecated."""

    popularity: int | None = None
    """How much its tracks are played at present, from 0 to 100. Not sent to development
    apps. Deprecated.
    """


class SavedAlbum(Model, frozen=True, kw_only=True):
    """An album in the user's library."""

    added_at: Timestamp
    """When the user saved it."""

    album: Album
    """The album."""


class SavedAlbumPage(OffsetPage[SavedAlbum | None], frozen=True, kw_only=True):
    """A page of the albums in the user's library."""

    operation: ClassVar[str] = "GET /me/albums"
    """The operation this page belongs to."""
