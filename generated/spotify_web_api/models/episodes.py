"""Models: episodes."""

from typing import ClassVar, Literal

from .._runtime import Model, OffsetPage, PartialDate, Timestamp
from .common import ExternalIds, ExternalUrls, Image, Restrictions, ResumePoint
from .simplified import (
    SimplifiedAlbum,
    SimplifiedArtist,
    SimplifiedEpisode,
    SimplifiedShow,
)


class SearchEpisodePage(
    OffsetPage[SimplifiedEpisode | None], frozen=True, kw_only=True
):
    """A page of the episodes a search has found."""

    operation: ClassVar[str] = "GET /search"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/episodes"
    """Where the page lies in that operation's answer."""


class Episode(Model, frozen=True, kw_only=True, tag_field="type", tag="episode"):
    """An episode of a show. What has been taken down keeps its place as an episode
    whose properties are null. Where `additional_types` does not name episodes, one
    comes in the shape of a track: with `album`, `artists` and what else tracks have,
    without `show`, `description` and `release_date`. Seen in playlists and the
    player (https://github.com/spotify/web-api/issues/1511).
    """

    id: str | None = None
    """The episode's Spotify id, 22 characters; null once it has been taken down."""

    uri: str | None = None
    """The episode's Spotify URI; null once it has been taken down."""

    name: str | None = None
    """The episode's title; null once it has been taken down."""

    description: str | None = None
    """What the episode is about, without markup."""

    html_description: str | None = None
    """What the episode is about, with HTML tags."""

    duration_ms: int | None = None
    """Its length in milliseconds."""

    release_date: PartialDate | None = None
    """When it came out, as a year, a month or a day; 0000 where Spotify does not
    know.
    """

    languages: list[str | None] | None = None
    """The languages spoken in it, as ISO 639 codes, some with a country."""

    is_externally_hosted: bool | None = None
    """Whether it lies on other servers than Spotify's."""

    album: SimplifiedAlbum | None = None
    """The show, dressed up as an album: its name is that of the show. Sent in the shape
    of a track only.
    """

    artists: list[SimplifiedArtist] | None = None
    """The show, dressed up as an artist. Sent in the shape of a track only."""

    disc_number: int | None = None
    """Always 0 or 1; sent in the shape of a track only."""

    track_number: int | None = None
    """Which episode of the show it is; sent in the shape of a track only."""

    external_ids: ExternalIds | None = None
    """Spotify's own link; sent in the shape of a track only."""

    popularity: int | None = None
    """How much it is played at present, from 0 to 100; sent in the shape of a track
    only.
    """

    is_local: bool | None = None
    """Whether it is a file on the user's own device; sent in the shape of a track
    only.
    """

    preview_url: str | None = None
    """A 30 second excerpt as MP3; sent in the shape of a track only. Deprecated."""

    show: SimplifiedShow | None = None
    """The show it belongs to."""

    available_markets: list[str] | None = None
    """The countries (ISO 3166-1 alpha-2) in which it can be played; seldom sent."""

    restriction: Restrictions | None = None
    """The same as `restrictions`, as some answers spell it."""

    track: bool | None = None
    """Whether it is a track; sent only inside playlists."""

    episode: bool | None = None
    """Whether it is an episode; sent only inside playlists."""

    explicit: bool
    """Whether it is marked as explicit; false also where nobody knows."""

    release_date_precision: Literal["year", "month", "day"] | str | None = None
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

    images: list[Image] | None = None
    """The cover in several sizes, the widest first."""

    href: str
    """The request that answers with the whole episode."""

    external_urls: ExternalUrls
    """Links to the episode."""

    @property
    def type(self) -> Literal["episode"]:
        """The kind of object, which tells the members of a union apart."""
        return "episode"


class SavedEpisode(Model, frozen=True, kw_only=True):
    """An episode in the user's library."""

    added_at: Timestamp
    """When the user saved it."""

    episode: Episode
    """The episode."""


class SavedEpisodePage(OffsetPage[SavedEpisode | None], frozen=True, kw_only=True):
    """A page of the episodes in the user's library."""

    operation: ClassVar[str] = "GET /me/episodes"
    """The operation this page belongs to."""
