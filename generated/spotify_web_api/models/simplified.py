"""Models: simplified."""

from typing import Literal

from .._runtime import Model, PartialDate
from .common import (
    Author,
    Copyright,
    ExternalUrls,
    Image,
    Narrator,
    Restrictions,
    ResumePoint,
)


class LinkedTrack(Model, frozen=True, kw_only=True):
    """The track that was asked for, where another recording of it took its place
    because only that one is licensed in the market.
    """

    id: str
    """The Spotify id that was asked for, 22 characters."""

    uri: str
    """The Spotify URI that was asked for."""

    type: Literal["track"] | str
    """The kind of object."""

    href: str
    """The request for the track that was asked for."""

    external_urls: ExternalUrls
    """Links to the track that was asked for."""


class SimplifiedArtist(Model, frozen=True, kw_only=True):
    """An artist as it stands inside albums and tracks."""

    id: str | None = None
    """The artist's Spotify id, 22 characters; null for local files."""

    uri: str | None = None
    """The artist's Spotify URI; null for local files."""

    name: str
    """The artist's name; may be empty."""

    type: Literal["artist"] | str
    """The kind of object."""

    href: str | None = None
    """The request that answers with the whole artist; null for local files."""

    external_urls: ExternalUrls
    """Links to the artist."""


class SimplifiedShow(Model, frozen=True, kw_only=True):
    """A podcast as it stands inside episodes and lists, without its episodes. Where a
    show has been taken down, most of its properties are null.
    """

    id: str | None = None
    """The show's Spotify id, 22 characters."""

    uri: str | None = None
    """The show's Spotify URI."""

    name: str | None = None
    """The show's title."""

    description: str | None = None
    """What the show is about, without markup."""

    html_description: str | None = None
    """What the show is about, with HTML tags; often empty."""

    is_externally_hosted: bool | None = None
    """Whether all of its episodes lie on other servers than Spotify's."""

    languages: list[str | None]
    """The languages spoken in it, as ISO 639 codes, some with a country."""

    media_type: Literal["audio", "video", "mixed"] | str | None = None
    """Whether its episodes are to be heard, seen, or some of each."""

    copyrights: list[Copyright] | None = None
    """Its copyright statements; mostly none."""

    type: Literal["show"] | str
    """The kind of object."""

    publisher: str | None = None
    """Who publishes it. Not sent to development apps. Deprecated."""

    explicit: bool
    """Whether it is marked as explicit; false also where nobody knows."""

    total_episodes: int | None = None
    """How many episodes it has."""

    images: list[Image]
    """The cover in several sizes, the widest first."""

    available_markets: list[str] | None = None
    """The countries (ISO 3166-1 alpha-2) in which it can be played. Not sent to
    development apps. Deprecated.
    """

    href: str
    """The request that answers with the whole show."""

    external_urls: ExternalUrls
    """Links to the show."""


class SimplifiedAudiobook(Model, frozen=True, kw_only=True):
    """An audiobook as it stands inside chapters and lists, without its chapters."""

    id: str
    """The audiobook's Spotify id, 22 characters."""

    uri: str
    """The audiobook's Spotify URI; it reads spotify:show:… as that of a show does."""

    name: str
    """The audiobook's title."""

    type: Literal["audiobook"] | str
    """The kind of object."""

    authors: list[Author]
    """Who wrote it."""

    narrators: list[Narrator]
    """Who reads it aloud."""

    description: str
    """What the book is about, without markup."""

    html_description: str
    """What the book is about, with HTML tags."""

    edition: str | None = None
    """Which edition it is, such as Unabridged."""

    publisher: str | None = None
    """Who publishes it. Not sent to development apps. Deprecated."""

    explicit: bool
    """Whether it is marked as explicit; false also where nobody knows."""

    languages: list[str]
    """The languages it is read in."""

    media_type: Literal["audio"] | str
    """What it consists of; audio so far."""

    total_chapters: int | None = None
    """How many chapters it has."""

    is_externally_hosted: bool | None = None
    """Whether it lies on other servers than Spotify's."""

    copyrights: list[Copyright]
    """Its copyright statements; mostly none."""

    images: list[Image]
    """The cover in several sizes, the widest first."""

    available_markets: list[str] | None = None
    """The countries (ISO 3166-1 alpha-2) in which it can be played. Not sent to
    development apps. Deprecated.
    """

    href: str
    """The request that answers with the whole audiobook."""

    external_urls: ExternalUrls
    """Links to the audiobook."""


class SimplifiedChapter(Model, frozen=True, kw_only=True):
    """A chapter as it stands in the list of an audiobook, without the audiobook."""

    id: str
    """The chapter's Spotify id, 22 characters."""

    uri: str
    """The chapter's Spotify URI; it reads spotify:episode:… as that of an episode
    does.
    """

    name: str
    """The chapter's title."""

    type: Literal["chapter", "episode"] | str
    """The kind of object. Every recording says chapter, Spotify's reference says
    episode.
    """

    chapter_number: int
    """Its place in the audiobook, counted from 0."""

    description: str
    """What the chapter is about, without markup; always empty so far."""

    html_description: str
    """What the chapter is about, with HTML tags; mostly empty."""

    duration_ms: int
    """Its length in milliseconds."""

    explicit: bool
    """Whether it is marked as explicit; false also where nobody knows."""

    release_date: PartialDate
    """When it came out, as a year, a month or a day; 0000 where Spotify does not
    know.
    """

    release_date_precision: Literal["year", "month", "day"] | str
    """How much of the release date is known."""

    languages: list[str]
    """The languages it is read in."""

    resume_point: ResumePoint | None = None
    """How far the user has listened; needs a user's token with the scope
    user-read-playback-position.
    """

    audio_preview_url: str | None = None
    """A 30 second excerpt as MP3; null in every recording. Deprecated."""

    is_playable: bool | None = None
    """Whether it can be played in the market; many answers leave it out."""

    restrictions: Restrictions | None = None
    """Why the chapter cannot be played; sent only if it cannot."""

    restriction: Restrictions | None = None
    """The same as `restrictions`, as some answers spell it."""

    images: list[Image]
    """The cover in several sizes, the widest first."""

    available_markets: list[str] | None = None
    """The countries (ISO 3166-1 alpha-2) in which it can be played. Not sent to
    development apps. Deprecated.
    """

    href: str
    """The request that answers with the whole chapter."""

    external_urls: ExternalUrls
    """Links to the chapter."""


class SimplifiedEpisode(Model, frozen=True, kw_only=True):
    """An episode as it stands in the list of a show, without the show."""

    id: str
    """The episode's Spotify id, 22 characters."""

    uri: str
    """The episode's Spotify URI."""

    name: str
    """The episode's title."""

    type: Literal["episode"] | str
    """The kind of object."""

    description: str
    """What the episode is about, without markup."""

    html_description: str | None = None
    """What the episode is about, with HTML tags."""

    duration_ms: int
    """Its length in milliseconds."""

    release_date: PartialDate
    """When it came out, as a year, a month or a day; 0000 where Spotify does not
    know.
    """

    languages: list[str] | None = None
    """The languages spoken in it, as ISO 639 codes, some with a country."""

    is_externally_hosted: bool
    """Whether it lies on other servers than Spotify's."""

    explicit: bool | None = None
    """Whether it is marked as explicit; false also where nobody knows."""

    release_date_precision: Literal["year", "month", "day"] | str
    """How much of the release date is known."""

    language: str | None = None
    """One language spoken in it; `languages` has them all. Deprecated."""

    audio_preview_url: str | None = None
    """A 30 second excerpt as MP3, if there is one. Deprecated."""

    is_playable: bool | None = None
    """Whether it can be played in the market."""

    resume_point: ResumePoint | None = None
    """How far the user has listened; sent only with the scope
    user-read-playback-position.
    """

    restrictions: Restrictions | None = None
    """Why the episode cannot be played; sent only if it cannot."""

    images: list[Image]
    """The cover in several sizes, the widest first."""

    href: str
    """The request that answers with the whole episode."""

    external_urls: ExternalUrls
    """Links to the episode."""


class SimplifiedAlbum(Model, frozen=True, kw_only=True):
    """An album as it stands inside tracks and lists, without its tracks."""

    id: str | None = None
    """The album's Spotify id, 22 characters; null for local files."""

    uri: str | None = None
    """The album's Spotify URI; null for local files."""

    album_type: Literal["album", "single", "compilation", "ep"] | str | None = None
    """What sort of release it is; null for local files. Before 2019 recommendations,
    new releases and the user's top tracks wrote it in upper case.
    """

    artists: list[SimplifiedArtist] | None = None
    """Who made the album. Not sent before 2017."""

    release_date: PartialDate | None = None
    """When it came out, as a year, a month or a day; 0000 where Spotify does not know,
    null for local files.
    """

    release_date_precision: Literal["year", "month", "day"] | str | None = None
    """How much of the release date is known."""

    total_tracks: int | None = None
    """How many tracks the album has."""

    href: str | None = None
    """The request that answers with the whole album; null for local files."""

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


class SimplifiedTrack(Model, frozen=True, kw_only=True):
    """A track as it stands in the list of an album, without album, popularity and
    ISRC.
    """

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

    is_local: bool
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

    id: str
    """The track's Spotify id, 22 characters."""

    type: Literal["track"] | str
    """The kind of object."""

    href: str
    """The request that answers with the whole track."""
