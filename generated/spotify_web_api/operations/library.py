"""The operations of library."""

from __future__ import annotations

from .._runtime import Batch, Operation, Parameter, Reference
from . import _shared

_LIBRARY_URIS = Parameter(
    "uris",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=40,
    pattern="^spotify:(album|artist|audiobook|episode|playlist|show|track|user):[^:]+$",
    reference=Reference(
        (
            "album",
            "artist",
            "episode",
            "playlist",
            "show",
            "track",
            "user",
            "audiobook",
        ),
        _shared.REFERENCES,
        as_uri=True,
    ),
)

LIBRARY_SAVE: Operation[None] = Operation(
    name="library.save",
    method="PUT",
    path="/me/library",
    title="Save Items to Library",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-library-items",
    scopes=("user-library-modify", "user-follow-modify", "playlist-modify-public"),
    scope_sets=(
        ("user-library-modify",),
        ("user-follow-modify",),
        ("playlist-modify-public",),
    ),
    parameters=(_LIBRARY_URIS,),
    batch=Batch(parameter="uris", size=40),
)
"""Save Items to Library."""

LIBRARY_REMOVE: Operation[None] = Operation(
    name="library.remove",
    method="DELETE",
    path="/me/library",
    title="Remove Items from Library",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-library-items",
    scopes=("user-library-modify", "user-follow-modify", "playlist-modify-public"),
    scope_sets=(
        ("user-library-modify",),
        ("user-follow-modify",),
        ("playlist-modify-public",),
    ),
    parameters=(_LIBRARY_URIS,),
    batch=Batch(parameter="uris", size=40),
)
"""Remove Items from Library."""

LIBRARY_CONTAINS: Operation[list[bool]] = Operation(
    name="library.contains",
    method="GET",
    path="/me/library/contains",
    title="Check User's Saved Items",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-library-contains",
    scopes=("user-library-read", "user-follow-read", "playlist-read-private"),
    scope_sets=(
        ("user-library-read",),
        ("user-follow-read",),
        ("playlist-read-private",),
    ),
    parameters=(_LIBRARY_URIS,),
    result=lambda: list[bool],
    batch=Batch(parameter="uris", size=40, unique=True),
)
"""Check User's Saved Items."""
