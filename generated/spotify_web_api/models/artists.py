"""Models: artists."""

from typing import ClassVar, Literal

from .._runtime import Model, OffsetPage, Page
from .common import ExternalUrls, Followers, Image


class Artist(Model, frozen=True, kw_only=True):
    """An artist."""

    id: str
    """The artist's Spotify id, 22 characters."""

    uri: str
    """The artist's Spotify URI."""

    name: str
    """The artist's name."""

    type: Literal["artist"] | str
    """The kind of object."""

    genres: list[str] | None = None
    """The genres the artist is known for; empty where Spotify has not sorted them yet.
    Not sent to development apps. Deprecated.
    """

    popularity: int | None = None
    """How much the artist's tracks are played at present, from 0 to 100. Not sent to
    development apps. Deprecated.
    """

    followers: Followers | None = None
    """How many people follow the artist. Not sent to development apps. Deprecated."""

    images: list[Image]
    """Portraits of the artist in several sizes, the widest first."""

    href: str
    """The request that answers with this artist."""

    external_urls: ExternalUrls
    """Links to the artist."""


class FollowedArtistPage(Page[Artist], frozen=True, kw_only=True):
    """A page of the artists the user follows. Its `after` key is the id of its last
    artist.
    """

    href: str  # pyright: ignore[reportGeneralTypeIssues]
    """The request this page answers."""

    limit: int  # pyright: ignore[reportGeneralTypeIssues]
    """The largest number of items this page could hold."""

    total: int  # pyright: ignore[reportGeneralTypeIssues]
    """The length of the whole list. Not every list tells."""

    operation: ClassVar[str] = "GET /me/following"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/artists"
    """Where the page lies in that operation's answer."""


class SearchArtistPage(OffsetPage[Artist], frozen=True, kw_only=True):
    """A page of the artists a search has found."""

    operation: ClassVar[str] = "GET /search"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/artists"
    """Where the page lies in that operation's answer."""


class TopArtistPage(OffsetPage[Artist], frozen=True, kw_only=True):
    """A page of the artists the user listens to most."""

    operation: ClassVar[str] = "GET /me/top/{type}"
    """The operation this page belongs to."""
