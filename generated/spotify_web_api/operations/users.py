"""The operations of users."""

from __future__ import annotations

from typing import Any

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

_FOLLOWED_TYPE = Parameter("type", where="query", required=True, fixed="artist")
_TIME_RANGE = Parameter(
    "time_range", where="query", choices=("long_term", "medium_term", "short_term")
)

USERS_ME: Operation[models.PrivateUser] = Operation(
    name="users.me",
    method="GET",
    path="/me",
    title="Get Current User's Profile",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile",
    scopes=("user-read-private", "user-read-email"),
    scope_sets=(("user-read-private", "user-read-email"), ()),
    result=lambda: models.PrivateUser,
)
"""Get Current User's Profile."""

USERS_TOP_ITEMS: Operation[Any] = Operation(
    name="users.top_items",
    method="GET",
    path="/me/top/{type}",
    title="Get User's Top Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks",
    calls=("users.top_artists", "users.top_tracks"),
    scopes=("user-top-read",),
    parameters=(
        Parameter("type", where="path", required=True, choices=("artists", "tracks")),
        _TIME_RANGE,
        _shared.LIMIT,
        _shared.OFFSET,
    ),
    result=lambda: Any,
    pagination=Pagination(style="offset"),
)
"""Get User's Top Items (users.top_artists, users.top_tracks)."""

USERS_GET: Operation[models.PublicUser] = Operation(
    name="users.get",
    method="GET",
    path="/users/{user_id}",
    title="Get User's Profile",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-profile",
    parameters=(_shared.USER_ID,),
    result=lambda: models.PublicUser,
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="users.me",
    ),
    deprecated=True,
)
"""Get User's Profile."""

USERS_FOLLOWED_ARTISTS: Operation[models.FollowedArtistPage] = Operation(
    name="users.followed_artists",
    method="GET",
    path="/me/following",
    title="Get Followed Artists",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-followed",
    scopes=("user-follow-read",),
    parameters=(
        _FOLLOWED_TYPE,
        Parameter(
            "after",
            where="query",
            pattern="^[0-9A-Za-z]{22}$",
            reference=Reference(("artist",), _shared.REFERENCES),
        ),
        _shared.LIMIT,
    ),
    result=lambda: models.FollowedArtistPage,
    result_pointer="/artists",
    pagination=Pagination(style="cursor", pointer="/artists"),
)
"""Get Followed Artists."""

USERS_FOLLOW: Operation[None] = Operation(
    name="users.follow",
    method="PUT",
    path="/me/following",
    title="Follow Artists or Users",
    docs="https://developer.spotify.com/documentation/web-api/reference/follow-artists-users",
    scopes=("user-follow-modify",),
    parameters=(
        Parameter("type", where="query", required=True, choices=("artist", "user")),
        Parameter(
            "ids",
            where="query",
            many=True,
            required=True,
            min_items=1,
            max_items=50,
            min_length=1,
            reference=Reference(("artist", "user"), _shared.REFERENCES, by="type"),
        ),
    ),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.save",
        route=Route(
            operation="PUT /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:{type}:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Follow Artists or Users."""

USERS_UNFOLLOW: Operation[None] = Operation(
    name="users.unfollow",
    method="DELETE",
    path="/me/following",
    title="Unfollow Artists or Users",
    docs="https://developer.spotify.com/documentation/web-api/reference/unfollow-artists-users",
    scopes=("user-follow-modify",),
    parameters=(
        Parameter("type", where="query", required=True, choices=("artist", "user")),
        Parameter(
            "ids",
            where="query",
            many=True,
            required=True,
            min_items=1,
            max_items=50,
            min_length=1,
            reference=Reference(("artist", "user"), _shared.REFERENCES, by="type"),
        ),
    ),
    batch=Batch(parameter="ids", size=50),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.remove",
        route=Route(
            operation="DELETE /me/library",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:{type}:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Unfollow Artists or Users."""

USERS_ARE_FOLLOWED: Operation[list[bool]] = Operation(
    name="users.are_followed",
    method="GET",
    path="/me/following/contains",
    title="Check If User Follows Artists or Users",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-current-user-follows",
    scopes=("user-follow-read",),
    parameters=(
        Parameter("type", where="query", required=True, choices=("artist", "user")),
        Parameter(
            "ids",
            where="query",
            many=True,
            required=True,
            min_items=1,
            max_items=50,
            min_length=1,
            reference=Reference(("artist", "user"), _shared.REFERENCES, by="type"),
        ),
    ),
    result=lambda: list[bool],
    batch=Batch(parameter="ids", size=50, unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="library.contains",
        route=Route(
            operation="GET /me/library/contains",
            arguments=(
                Translation(name="uris", source="ids", uri="spotify:{type}:{id}"),
            ),
        ),
    ),
    deprecated=True,
)
"""Check If User Follows Artists or Users."""
