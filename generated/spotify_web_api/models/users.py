"""Models: users."""

from typing import Literal

from .._runtime import Model
from .common import ExternalUrls, Followers, Image


class ExplicitContentSettings(Model, frozen=True, kw_only=True):
    """What the user has decided about explicit content."""

    filter_enabled: bool
    """Whether explicit content is kept from being played."""

    filter_locked: bool
    """Whether that setting is out of the user's reach."""


class PublicUser(Model, frozen=True, kw_only=True):
    """What everybody may know about a user."""

    id: str
    """The user's Spotify id; any text, not always letters and digits."""

    uri: str
    """The user's Spotify URI."""

    display_name: str | None = None
    """The name on the user's profile, if there is one."""

    type: Literal["user"] | str
    """The kind of object."""

    images: list[Image]
    """The user's picture in several sizes; empty where there is none."""

    followers: Followers | None = None
    """How many people follow the user. Deprecated by Spotify on 2026-02-08.
    Deprecated.
    """

    href: str
    """The request that answers with this profile."""

    external_urls: ExternalUrls
    """Links to the user."""


class PrivateUser(Model, frozen=True, kw_only=True):
    """What the current user has let the app know. Development apps get less of it."""

    id: str
    """The user's Spotify id; any text, not always letters and digits."""

    account_id: str | None = None
    """An opaque key of the account that never changes. Sent since May 2026."""

    uri: str
    """The user's Spotify URI."""

    display_name: str | None = None
    """The name on the user's profile, if there is one."""

    type: Literal["user"] | str
    """The kind of object."""

    email: str | None = None
    """The user's mail address, which nobody has verified; needs the scope
    user-read-email. Not sent to development apps. Deprecated.
    """

    country: str | None = None
    """The country of the account (ISO 3166-1 alpha-2); needs the scope
    user-read-private. Not sent to development apps. Deprecated.
    """

    product: Literal["premium", "free", "open"] | str | None = None
    """The user's subscription, open being an old name of free; needs the scope
    user-read-private. Not sent to development apps. Deprecated.
    """

    explicit_content: ExplicitContentSettings | None = None
    """What the user has decided about explicit content; needs the scope
    user-read-private. Not sent to development apps. Deprecated.
    """

    followers: Followers | None = None
    """How many people follow the user. Not sent to development apps. Deprecated."""

    images: list[Image]
    """The user's picture in several sizes; empty where there is none."""

    href: str
    """The request that answers with this profile."""

    external_urls: ExternalUrls
    """Links to the user."""
