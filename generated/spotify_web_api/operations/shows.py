"""The operations of shows."""

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

_SHOW_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("show",), _shared.REFERENCES),
)
_SHOW_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("show",), _shared.REFERENCES),
)

SHOWS_GET: Operation[models.Show] = Operation(
    name="shows.get",
    method="GET",
    path="/shows/{id}",
    title="Get Show",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-show",
    scopes=("user-read-playback-position",),
    scope_sets=(("user-read-playback-position",), ()),
    parameters=(_SHOW_ID, _shared.MARKET),
    result=lambda: models.Show,
)
"""Get Show."""

SHOWS_GET_SEVERAL: Operation[list[models.SimplifiedShow | None]] = Operation(
    name="shows.get_several",
    method="GET",
    path="/shows",
    title="Get Several Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-shows",
    parameters=(_SHOW_IDS, _shared.MARKET),
    result=lambda: list[models.SimplifiedShow | None],
    result_pointer="/shows",
    batch=Batch(parameter="ids", size=50, items="/shows", unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="shows.get",
        route=Route(
            operation="GET /shows/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Shows."""

SHOWS_EPISODES: Operation[models.ShowEpisodePage] = Operation(
    name="shows.episodes",
    method="GET",
    path="/shows/{id}/episodes",
    title="Get Show Episodes",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-shows-episodes",
    scopes=("user-read-playback-position",),
    scope_sets=(("user-read-playback-position",), ()),
    parameters=(_SHOW_ID, _shared.MARKET, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.ShowEpisodePage,
    pagination=Pagination(style="offset"),
)
"""Get Show Episodes."""

SHOWS_SAVED: Operation[models.SavedShowPage] = Operation(
    name="shows.saved",
    method="GET",
    path="/me/shows",
    title="Get User's Saved Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-shows",
    scopes=("user-library-read",),
    parameters=(_shared.LIMIT, _shared.OFFSET),
    result=lambda: models.SavedShowPage,
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Shows."""

SHOWS_SAVE: Operation[None] = Operation(
    name="shows.save",
    method="PUT",
    path="/me/shows",
    title="Save Shows for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-shows-user",
    scopes=("user-library-modify",),
    parameters=(_SHOW_IDS,),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Save Shows for Current User."""

SHOWS_UNSAVE: Operation[None] = Operation(
    name="shows.unsave",
    method="DELETE",
    path="/me/shows",
    title="Remove User's Saved Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-shows-user",
    scopes=("user-library-modify",),
    parameters=(_SHOW_IDS, _shared.MARKET),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
            dropped=("market",),
        ),
    ),
    deprecated=True,
)
"""Remove User's Saved Shows."""

SHOWS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="shows.are_saved",
    method="GET",
    path="/me/shows/contains",
    title="Check User's Saved Shows",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-shows",
    scopes=("user-library-read",),
    parameters=(_SHOW_IDS,),
    result=lambda: list[bool],
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:show:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check User's Saved Shows."""
