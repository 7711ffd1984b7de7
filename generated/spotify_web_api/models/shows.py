"""Models: shows."""

from typing import ClassVar, Literal

from .._runtime import Model, OffsetPage, Timestamp
from .common import Copyright, ExternalUrls, Image
from .simplified import SimplifiedEpisode, SimplifiedShow


class SavedShow(Model, frozen=True, kw_only=True):
    """A show in the user's library."""

    added_at: Timestamp
    """When the user saved it."""

    show: SimplifiedShow
    """The show."""


class SearchShowPage(OffsetPage[SimplifiedShow], frozen=True, kw_only=True):
    """A page of the shows a search has found."""

    operation: ClassVar[str] = "GET /search"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/shows"
    """Where the page lies in that operation's answer."""


class ShowEpisodePage(OffsetPage[SimplifiedEpisode | None], frozen=True, kw_only=True):
    """A page of the episodes of a show."""

    operation: ClassVar[str] = "GET /shows/{id}/episodes"
    """The operation this page belongs to."""


class SavedShowPage(OffsetPage[SavedShow | None], frozen=True, kw_only=True):
    """A page of the shows in the user's library."""

    operation: ClassVar[str] = "GET /me/shows"
    """The operation this page belongs to."""


class Show(Model, frozen=True, kw_only=True):
    """A podcast with its episodes."""

    id: str
    """The show's Spotify id, 22 characters."""

    uri: str
    """The show's Spotify URI."""

    name: str
    """The show's title."""

    description: str
    """What the show is about, without markup."""

    html_description: str | None = None
    """What the show is about, with HTML tags; often empty."""

    is_externally_hosted: bool
    """Whether all of its episodes lie on other servers than Spotify's."""

    languages: list[str]
    """The languages spoken in it, as ISO 639 codes, some with a country."""

    media_type: Literal["audio", "video", "mixed"] | str
    """Whether its episodes are to be heard, seen, or some of each."""

    copyrights: list[Copyright]
    """Its copyright statements; mostly none."""

    episodes: ShowEpisodePage
    """The newest episodes of the show, up to 50."""

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
