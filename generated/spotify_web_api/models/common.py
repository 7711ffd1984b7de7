"""Models: common."""

from typing import Literal

from .._runtime import Model


class Copyright(Model, frozen=True, kw_only=True):
    """One copyright statement of an album, a show or an audiobook."""

    text: str
    """The statement itself."""

    type: Literal["C", "P"] | str
    """What is protected. C is the work and its artwork, P the sound recording."""


class ExternalIds(Model, frozen=True, kw_only=True):
    """Identifiers under which the industry knows a recording or a release."""

    isrc: str | None = None
    """International Standard Recording Code of a recording."""

    ean: str | None = None
    """International Article Number of a release."""

    upc: str | None = None
    """Universal Product Code of a release."""

    spotify: str | None = None
    """Spotify's own link, sent for episodes that are dressed up as tracks."""


class ExternalUrls(Model, frozen=True, kw_only=True):
    """Links to the same thing outside the API. Empty for local files."""

    spotify: str | None = None
    """Where the Spotify web player shows it, on open.spotify.com."""


class Image(Model, frozen=True, kw_only=True):
    """A cover, a portrait or an icon in one size."""

    url: str
    """Where the image lies. Links of playlist covers expire within a day."""

    height: int | None = None
    """Height in pixels; null for images that users uploaded and for mosaics."""

    width: int | None = None
    """Width in pixels; null for images that users uploaded and for mosaics."""


class Restrictions(Model, frozen=True, kw_only=True):
    """Why something cannot be played."""

    reason: Literal["market", "product", "explicit", "payment_required"] | str
    """market: not licensed in that country. product: not part of the user's
    subscription. explicit: the user blocks explicit content. payment_required: has
    to be bought first. Others may follow.
    """


class Followers(Model, frozen=True, kw_only=True):
    """How many people follow an artist, a playlist or a user."""

    href: str | None = None
    """Reserved for a list of the followers; always null so far."""

    total: int | None = None
    """The number of followers."""


class Author(Model, frozen=True, kw_only=True):
    """Someone who wrote an audiobook."""

    name: str
    """The author's name."""


class Narrator(Model, frozen=True, kw_only=True):
    """Someone who reads an audiobook aloud."""

    name: str
    """The narrator's name."""


class ResumePoint(Model, frozen=True, kw_only=True):
    """How far the current user has listened to an episode or a chapter."""

    fully_played: bool
    """Whether the user has heard it to the end."""

    resume_position_ms: int | None = None
    """Where to go on, in milliseconds from the start. Negative values have been
    seen.
    """
