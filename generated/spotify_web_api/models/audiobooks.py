"""Models: audiobooks."""

from typing import ClassVar, Literal

from .._runtime import Model, OffsetPage
from .common import Author, Copyright, ExternalUrls, Image, Narrator
from .simplified import SimplifiedAudiobook, SimplifiedChapter


class SavedAudiobookPage(
    OffsetPage[SimplifiedAudiobook | None], frozen=True, kw_only=True
):
    """A page of the audiobooks in the user's library. Unlike albums and tracks they
    come without the time they were saved at.
    """

    operation: ClassVar[str] = "GET /me/audiobooks"
    """The operation this page belongs to."""


class SearchAudiobookPage(
    OffsetPage[SimplifiedAudiobook | None], frozen=True, kw_only=True
):
    """A page of the audiobooks a search has found."""

    operation: ClassVar[str] = "GET /search"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/audiobooks"
    """Where the page lies in that operation's answer."""


class AudiobookChapterPage(OffsetPage[SimplifiedChapter], frozen=True, kw_only=True):
    """A page of the chapters of an audiobook."""

    operation: ClassVar[str] = "GET /audiobooks/{id}/chapters"
    """The operation this page belongs to."""


class Audiobook(Model, frozen=True, kw_only=True):
    """An audiobook with its chapters."""

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

    chapters: AudiobookChapterPage
    """The first chapters of the audiobook, up to 50."""
