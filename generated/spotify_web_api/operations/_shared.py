"""What operations of several resources take."""

from __future__ import annotations

from .._runtime import Group, Parameter, Reference, ReferenceKind, Shape

REFERENCES = (
    ReferenceKind(
        name="album",
        uri="spotify:album:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/album/{id}",
            "https://open.spotify.com/intl-{locale}/embed/album/{id}",
            "https://play.spotify.com/album/{id}",
            "https://api.spotify.com/v1/albums/{id}",
            "spotify://album/{id}",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="artist",
        uri="spotify:artist:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/artist/{id}",
            "https://open.spotify.com/intl-{locale}/embed/artist/{id}",
            "https://play.spotify.com/artist/{id}",
            "https://api.spotify.com/v1/artists/{id}",
            "spotify://artist/{id}",
            "https://open.spotify.com/intl-{locale}/artist/{id}/{page}",
            "https://open.spotify.com/intl-{locale}/artist/{id}/discography/{page}",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="track",
        uri="spotify:track:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/track/{id}",
            "https://open.spotify.com/intl-{locale}/embed/track/{id}",
            "https://play.spotify.com/track/{id}",
            "https://api.spotify.com/v1/tracks/{id}",
            "spotify://track/{id}",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="playlist",
        uri="spotify:playlist:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/playlist/{id}",
            "https://open.spotify.com/intl-{locale}/embed/playlist/{id}",
            "https://play.spotify.com/playlist/{id}",
            "https://api.spotify.com/v1/playlists/{id}",
            "spotify://playlist/{id}",
            "spotify:user:{user}:playlist:{id}",
            "https://open.spotify.com/intl-{locale}/user/{user}/playlist/{id}",
            "https://open.spotify.com/intl-{locale}/user/{user}/playlists/{id}",
            "https://open.spotify.com/intl-{locale}/embed/user/{user}/playlist/{id}",
            "https://play.spotify.com/user/{user}/playlist/{id}",
            "https://api.spotify.com/v1/users/{user}/playlists/{id}",
            "spotify://user/{user}/playlist/{id}",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="show",
        uri="spotify:show:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/show/{id}",
            "https://open.spotify.com/intl-{locale}/embed/show/{id}",
            "https://play.spotify.com/show/{id}",
            "https://api.spotify.com/v1/shows/{id}",
            "spotify://show/{id}",
            "https://open.spotify.com/intl-{locale}/embed-podcast/show/{id}",
            "https://open.spotify.com/intl-{locale}/embed/show/{id}/video",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="episode",
        uri="spotify:episode:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/episode/{id}",
            "https://open.spotify.com/intl-{locale}/embed/episode/{id}",
            "https://play.spotify.com/episode/{id}",
            "https://api.spotify.com/v1/episodes/{id}",
            "spotify://episode/{id}",
            "https://open.spotify.com/intl-{locale}/embed-podcast/episode/{id}",
            "https://open.spotify.com/intl-{locale}/embed/episode/{id}/video",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="audiobook",
        uri="spotify:show:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/show/{id}",
            "https://open.spotify.com/intl-{locale}/embed/show/{id}",
            "https://play.spotify.com/show/{id}",
            "https://api.spotify.com/v1/audiobooks/{id}",
            "spotify://show/{id}",
            "spotify:audiobook:{id}",
            "https://open.spotify.com/intl-{locale}/audiobook/{id}",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="chapter",
        uri="spotify:episode:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/episode/{id}",
            "https://open.spotify.com/intl-{locale}/embed/episode/{id}",
            "https://play.spotify.com/episode/{id}",
            "https://api.spotify.com/v1/chapters/{id}",
            "spotify://episode/{id}",
            "spotify:chapter:{id}",
            "https://open.spotify.com/intl-{locale}/chapter/{id}",
        ),
        optional=("locale",),
        pattern="^[0-9A-Za-z]{22}$",
    ),
    ReferenceKind(
        name="user",
        uri="spotify:user:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/user/{id}",
            "https://open.spotify.com/intl-{locale}/embed/user/{id}",
            "https://play.spotify.com/user/{id}",
            "https://api.spotify.com/v1/users/{id}",
            "spotify://user/{id}",
        ),
        optional=("locale",),
    ),
    ReferenceKind(
        name="category",
        uri="spotify:genre:{id}",
        forms=(
            "https://open.spotify.com/intl-{locale}/genre/{id}",
            "https://api.spotify.com/v1/browse/categories/{id}",
        ),
        optional=("locale",),
    ),
    ReferenceKind(
        name="collection",
        forms=(
            "spotify:collection",
            "spotify:collection:{part}",
            "spotify:user:{user}:collection",
            "spotify:user:{user}:collection:{part}",
            "https://open.spotify.com/intl-{locale}/collection",
            "https://open.spotify.com/intl-{locale}/collection/{part}",
        ),
        optional=("locale",),
        hint="What a user has saved is listed by calls such as `tracks.saved`.",
    ),
    ReferenceKind(
        name="local_file",
        forms=(
            "spotify:local:{artist}:{album}:{title}:{seconds}",
            "https://open.spotify.com/local/{artist}/{album}/{title}/{seconds}",
        ),
        hint="A local file has no id; the API shows it in playlists only.",
    ),
    ReferenceKind(
        name="short_link",
        forms=(
            "https://spotify.link/{code}",
            "https://spotify.app.link/{code}",
            "https://link.tospotify.com/{code}",
            "https://spoti.fi/{code}",
        ),
        hint="Only following a short link tells what it leads to; open it and give the address it ends at.",
    ),
    ReferenceKind(
        name="prerelease",
        forms=(
            "spotify:prerelease:{id}",
            "https://open.spotify.com/intl-{locale}/prerelease/{id}",
        ),
        optional=("locale",),
        hint="The API knows an album from its release on, by another id.",
    ),
    ReferenceKind(
        name="advertisement",
        forms=("spotify:ad:{id}",),
        hint="Advertisements cannot be asked for.",
    ),
    ReferenceKind(
        name="starred",
        forms=(
            "spotify:user:{user}:starred",
            "https://open.spotify.com/user/{user}/starred",
        ),
        hint="Starred lists are no more.",
    ),
    ReferenceKind(name="device"),
    ReferenceKind(name="snapshot"),
)
PLAYBACK_OFFSET_SHAPE = Shape(
    name="PlaybackOffset",
    properties=(
        Parameter("position", where="json", type="integer", minimum=0),
        Parameter(
            "uri",
            where="json",
            reference=Reference(
                ("track", "episode", "chapter", "local_file"), REFERENCES, as_uri=True
            ),
        ),
    ),
    groups=(Group(of=("position", "uri"), at_least=1, at_most=1),),
)
PLAYLIST_ITEM_TO_REMOVE_SHAPE = Shape(
    name="PlaylistItemToRemove",
    properties=(
        Parameter(
            "uri",
            where="json",
            required=True,
            reference=Reference(
                ("track", "episode", "chapter", "local_file"), REFERENCES, as_uri=True
            ),
        ),
    ),
)
TIMESTAMPED_ID_SHAPE = Shape(
    name="TimestampedId",
    properties=(
        Parameter(
            "id",
            where="json",
            required=True,
            pattern="^[0-9A-Za-z]{22}$",
            reference=Reference(("track",), REFERENCES),
        ),
        Parameter("added_at", where="json", type="date-time", required=True),
    ),
)
ADDITIONAL_TYPES = Parameter(
    "additional_types",
    where="query",
    many=True,
    choices=("track", "episode"),
    client_default=True,
)
CATEGORY_ID = Parameter(
    "category_id",
    where="path",
    required=True,
    min_length=1,
    reference=Reference(("category",), REFERENCES),
)
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
    reference=Reference(("user",), REFERENCES),
)
