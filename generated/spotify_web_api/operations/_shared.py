"""What operations of several resources take."""

from __future__ import annotations

from .._runtime import Parameter, Reference

SPOTIFY_ARTIST = Reference(
    uri="spotify:artist:{id}",
    url="https://open.spotify.com/{locale}/artist/{id}",
    optional=("locale",),
)
SPOTIFY_EPISODE = Reference(
    uri="spotify:episode:{id}",
    url="https://open.spotify.com/{locale}/episode/{id}",
    optional=("locale",),
)
SPOTIFY_SHOW = Reference(
    uri="spotify:show:{id}",
    url="https://open.spotify.com/{locale}/show/{id}",
    optional=("locale",),
)
ADDITIONAL_TYPES = Parameter(
    "additional_types",
    where="query",
    many=True,
    choices=("track", "episode"),
    client_default=True,
)
CATEGORY_ID = Parameter("category_id", where="path", required=True, min_length=1)
LIMIT = Parameter("limit", where="query", type="integer", minimum=1, maximum=50)
LOCALE = Parameter("locale", where="query", pattern="^[a-z]{2}_[A-Z]{2}$")
MARKET = Parameter(
    "market", where="query", pattern="^([A-Z]{2}|from_token)$", client_default=True
)
OFFSET = Parameter("offset", where="query", type="integer", minimum=0)
USER_ID = Parameter(
    "user_id",
    where="path",
    required=True,
    min_length=1,
    reference=Reference(
        uri="spotify:user:{id}",
        url="https://open.spotify.com/{locale}/user/{id}",
        optional=("locale",),
    ),
)
