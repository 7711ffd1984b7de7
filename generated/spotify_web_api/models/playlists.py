"""Models: playlists."""

from typing import ClassVar, Literal, TypeAlias

from .._runtime import Model, OffsetPage, Timestamp, UnknownItem
from .common import ExternalUrls, Followers, Image
from .episodes import Episode
from .tracks import Track


class VideoThumbnail(Model, frozen=True, kw_only=True):
    """The still of a video."""

    url: str | None = None
    """Where the still lies; null in every recording."""


class PlaylistItemToRemove(Model, frozen=True, kw_only=True):
    """Something to be taken out of a playlist, wherever it stands."""

    uri: str
    """The track or the episode, by its Spotify URI."""


class PlaylistItemsReference(Model, frozen=True, kw_only=True):
    """Where the items of a playlist are to be had, and how many there are."""

    href: str
    """The request that answers with the items."""

    total: int | None = None
    """How many items there are; null for some playlists made by Spotify."""


class PlaylistSnapshot(Model, frozen=True, kw_only=True):
    """What a write to a playlist answers."""

    snapshot_id: str | None = None
    """The version of the playlist after the write."""


class PlaylistOwner(Model, frozen=True, kw_only=True):
    """The user a playlist belongs to."""

    id: str
    """The user's Spotify id; empty where Spotify itself added the item."""

    uri: str
    """The user's Spotify URI."""

    type: Literal["user"] | str
    """The kind of object."""

    href: str
    """The request that answers with the user's profile."""

    external_urls: ExternalUrls
    """Links to the user."""

    display_name: str | None = None
    """The name on the owner's profile, if there is one."""


class PlaylistUser(Model, frozen=True, kw_only=True):
    """A user as it stands inside playlists."""

    id: str
    """The user's Spotify id; empty where Spotify itself added the item."""

    uri: str
    """The user's Spotify URI."""

    type: Literal["user"] | str
    """The kind of object."""

    href: str
    """The request that answers with the user's profile."""

    external_urls: ExternalUrls
    """Links to the user."""


class SimplifiedPlaylist(Model, frozen=True, kw_only=True):
    """A playlist as it stands in lists, without its items."""

    uri: str
    """The playlist's Spotify URI. Old recordings spell it spotify:user:…:playlist:…."""

    name: str
    """The playlist's title."""

    type: Literal["playlist"] | str
    """The kind of object."""

    description: str | None = None
    """What its owner says about it, perhaps with HTML entities; null or empty where
    nothing is said.
    """

    owner: PlaylistOwner
    """Who owns it."""

    public: bool | None = None
    """Whether it shows on the owner's profile; null where that means nothing or is
    unknown.
    """

    collaborative: bool
    """Whether others may change it, too."""

    snapshot_id: str
    """The version of its content; changes with every write."""

    primary_color: str | None = None
    """A colour such as #ffffff; null for almost every playlist."""

    href: str
    """The request that answers with the whole playlist."""

    external_urls: ExternalUrls
    """Links to the playlist."""

    id: str | None = None
    """The playlist's Spotify id, 22 characters; null has been seen, if seldom."""

    images: list[Image] | None = None
    """The cover in up to three sizes, the widest first; null or empty where there is
    none.
    """

    items: PlaylistItemsReference | None = None
    """Where its items are to be had. Sent since 2026."""

    tracks: PlaylistItemsReference | None = None
    """The older name of `items`. Not sent to development apps. Deprecated."""

    @property
    def contents(self) -> PlaylistItemsReference | None:
        """Where its items are to be had, whichever name Spotify sends it under."""
        return self.items if self.items is not None else self.tracks


class CategoryPlaylistPage(
    OffsetPage[SimplifiedPlaylist | None], frozen=True, kw_only=True
):
    """A page of the playlists of a category."""

    operation: ClassVar[str] = "GET /browse/categories/{category_id}/playlists"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/playlists"
    """Where the page lies in that operation's answer."""


class FeaturedPlaylistPage(
    OffsetPage[SimplifiedPlaylist | None], frozen=True, kw_only=True
):
    """A page of the playlists that Spotify features."""

    operation: ClassVar[str] = "GET /browse/featured-playlists"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/playlists"
    """Where the page lies in that operation's answer."""


class OwnPlaylistPage(OffsetPage[SimplifiedPlaylist | None], frozen=True, kw_only=True):
    """A page of the playlists that the current user owns or follows."""

    operation: ClassVar[str] = "GET /me/playlists"
    """The operation this page belongs to."""


class SearchPlaylistPage(
    OffsetPage[SimplifiedPlaylist | None], frozen=True, kw_only=True
):
    """A page of the playlists a search has found."""

    operation: ClassVar[str] = "GET /search"
    """The operation this page belongs to."""

    pointer: ClassVar[str] = "/playlists"
    """Where the page lies in that operation's answer."""


class UserPlaylistPage(
    OffsetPage[SimplifiedPlaylist | None], frozen=True, kw_only=True
):
    """A page of the playlists that a user owns or follows."""

    operation: ClassVar[str] = "GET /users/{user_id}/playlists"
    """The operation this page belongs to."""


PlayableItem: TypeAlias = Track | Episode | UnknownItem
"""What can be played, a track or an episode."""


class PlaylistItem(Model, frozen=True, kw_only=True):
    """One entry of a playlist."""

    added_at: Timestamp | None = None
    """When it was added; 1970-01-01T00:00:00Z in playlists made by Spotify, null in
    very old ones.
    """

    added_by: PlaylistUser | None = None
    """Who added it; null in very old playlists."""

    is_local: bool | None = None
    """Whether it is a file on the owner's own device."""

    item: PlayableItem | None = None
    """The track or the episode; null if it is gone. Sent since 2026."""

    track: PlayableItem | None = None
    """The older name of `item`. Deprecated."""

    primary_color: str | None = None
    """A colour such as #ffffff; null in every recording."""

    video_thumbnail: VideoThumbnail | None = None
    """The still of a video entry."""

    @property
    def playable(self) -> PlayableItem | None:
        """The track or the episode, whichever name Spotify sends it under; null if it
        is gone.
        """
        return self.item if self.item is not None else self.track


class PlaylistItemPage(OffsetPage[PlaylistItem], frozen=True, kw_only=True):
    """A page of the items of a playlist."""

    operation: ClassVar[str] = "GET /playlists/{playlist_id}/items"
    """The operation this page belongs to."""


class PlaylistTrackPage(OffsetPage[PlaylistItem], frozen=True, kw_only=True):
    """A page of the items of a playlist, as the older operations name it."""

    operation: ClassVar[str] = "GET /playlists/{playlist_id}/tracks"
    """The operation this page belongs to."""


class Playlist(Model, frozen=True, kw_only=True):
    """A playlist with its items."""

    uri: str
    """The playlist's Spotify URI. Old recordings spell it spotify:user:…:playlist:…."""

    name: str
    """The playlist's title."""

    type: Literal["playlist"] | str
    """The kind of object."""

    description: str | None = None
    """What its owner says about it, perhaps with HTML entities; null or empty where
    nothing is said.
    """

    owner: PlaylistOwner
    """Who owns it."""

    public: bool | None = None
    """Whether it shows on the owner's profile; null where that means nothing or is
    unknown.
    """

    collaborative: bool
    """Whether others may change it, too."""

    snapshot_id: str
    """The version of its content; changes with every write."""

    primary_color: str | None = None
    """A colour such as #ffffff; null for almost every playlist."""

    href: str
    """The request that answers with the whole playlist."""

    external_urls: ExternalUrls
    """Links to the playlist."""

    id: str
    """The playlist's Spotify id, 22 characters."""

    images: list[Image | None] | None = None
    """The cover in up to three sizes, the widest first; null or empty where there is
    none.
    """

    followers: Followers | None = None
    """How many people follow it; null right after it was created."""

    items: PlaylistItemPage | None = None
    """Its first items, up to 100. Sent since 2026; development apps get them only for
    playlists that the user owns or works on.
    """

    tracks: PlaylistTrackPage | None = None
    """The older name of `items`; null right after the playlist was created. Not sent to
    development apps. Deprecated.
    """

    @property
    def contents(self) -> PlaylistItemPage | PlaylistTrackPage | None:
        """Its first items, whichever name Spotify sends them under; null where Spotify
        sends none.
        """
        return self.items if self.items is not None else self.tracks
