"""Models: chapters."""

from typing import Literal

from .._runtime import Model, PartialDate
from .common import ExternalUrls, Image, Restrictions, ResumePoint
from .simplified import SimplifiedAudiobook


class Chapter(Model, frozen=True, kw_only=True):
    """A chapter with the audiobook it belongs to."""

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

    audiobook: SimplifiedAudiobook
    """The audiobook it belongs to."""
