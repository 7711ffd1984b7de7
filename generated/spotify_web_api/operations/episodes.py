"""The operations of episodes."""

from __future__ import annotations

from .. import models
from .._runtime import (
    Availability,
    Batch,
    Operation,
    Pagination,
    Parameter,
    Reference,
    Route,
    Translation,
)
from . import _shared

_EPISODE_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("episode",), _shared.REFERENCES),
)
_EPISODE_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("episode",), _shared.REFERENCES),
)

EPISODES_GET: Operation[models.Episode] = Operation(
    name="episodes.get",
    method="GET",
    path="/episodes/{id}",
    title="Get Episode",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-episode",
    scopes=("user-read-playback-position",),
    scope_sets=(("user-read-playback-position",), ()),
    parameters=(_EPISODE_ID, _shared.MARKET),
    result=lambda: models.Episode,
)
"""Get Episode."""

EPISODES_GET_SEVERAL: Operation[list[models.Episode | None]] = Operation(
    name="episodes.get_several",
    method="GET",
    path="/episodes",
    title="Get Several Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-episodes",
    scopes=("user-read-playback-position",),
    scope_sets=(("user-read-playback-position",), ()),
    parameters=(_EPISODE_IDS, _shared.MARKET),
    result=lambda: list[models.Episode | None],
    result_pointer="/episodes",
    batch=Batch(parameter="ids", size=50, items="/episodes", unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="episodes.get",
        route=Route(
            operation="GET /episodes/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Episodes."""

EPISODES_SAVED: Operation[models.SavedEpisodePage] = Operation(
    name="episodes.saved",
    method="GET",
    path="/me/episodes",
    title="Get User's Saved Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-episodes",
    scopes=("user-library-read", "user-read-playback-position"),
    scope_sets=(
        ("user-library-read", "user-read-playback-position"),
        ("user-library-read",),
    ),
    parameters=(_shared.MARKET, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.SavedEpisodePage,
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Episodes."""

EPISODES_SAVE: Operation[None] = Operation(
    name="episodes.save",
    method="PUT",
    path="/me/episodes",
    title="Save Episodes for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-episodes-user",
    scopes=("user-library-modify",),
    parameters=(_EPISODE_IDS,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:episode:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Save Episodes for Current User."""

EPISODES_UNSAVE: Operation[None] = Operation(
    name="episodes.unsave",
    method="DELETE",
    path="/me/episodes",
    title="Remove User's Saved Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-episodes-user",
    scopes=("user-library-modify",),
    parameters=(_EPISODE_IDS,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:episode:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Remove User's Saved Episodes."""

EPISODES_ARE_SAVED: Operation[list[bool]] = Operation(
    name="episodes.are_saved",
    method="GET",
    path="/me/episodes/contains",
    title="Check User's Saved Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-episodes",
    scopes=("user-library-read",),
    parameters=(_EPISODE_IDS,),
    result=lambda: list[bool],
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:episode:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check User's Saved Episodes."""
