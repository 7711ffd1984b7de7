"""The operations of audiobooks."""

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

_AUDIOBOOK_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("audiobook",), _shared.REFERENCES),
)
_AUDIOBOOK_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("audiobook",), _shared.REFERENCES),
)

AUDIOBOOKS_GET: Operation[models.Audiobook] = Operation(
    name="audiobooks.get",
    method="GET",
    path="/audiobooks/{id}",
    title="Get an Audiobook",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-an-audiobook",
    parameters=(_AUDIOBOOK_ID, _shared.MARKET),
    result=lambda: models.Audiobook,
)
"""Get an Audiobook."""

AUDIOBOOKS_GET_SEVERAL: Operation[list[models.Audiobook | None]] = Operation(
    name="audiobooks.get_several",
    method="GET",
    path="/audiobooks",
    title="Get Several Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-multiple-audiobooks",
    parameters=(_AUDIOBOOK_IDS, _shared.MARKET),
    result=lambda: list[models.Audiobook | None],
    result_pointer="/audiobooks",
    batch=Batch(parameter="ids", size=50, items="/audiobooks", unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="audiobooks.get",
        route=Route(
            operation="GET /audiobooks/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Audiobooks."""

AUDIOBOOKS_CHAPTERS: Operation[models.AudiobookChapterPage] = Operation(
    name="audiobooks.chapters",
    method="GET",
    path="/audiobooks/{id}/chapters",
    title="Get Audiobook Chapters",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-audiobook-chapters",
    parameters=(_AUDIOBOOK_ID, _shared.MARKET, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.AudiobookChapterPage,
    pagination=Pagination(style="offset"),
)
"""Get Audiobook Chapters."""

AUDIOBOOKS_SAVED: Operation[models.SavedAudiobookPage] = Operation(
    name="audiobooks.saved",
    method="GET",
    path="/me/audiobooks",
    title="Get User's Saved Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-users-saved-audiobooks",
    scopes=("user-library-read",),
    parameters=(_shared.LIMIT, _shared.OFFSET),
    result=lambda: models.SavedAudiobookPage,
    pagination=Pagination(style="offset"),
)
"""Get User's Saved Audiobooks."""

AUDIOBOOKS_SAVE: Operation[None] = Operation(
    name="audiobooks.save",
    method="PUT",
    path="/me/audiobooks",
    title="Save Audiobooks for Current User",
    docs="https://developer.spotify.com/documentation/web-api/reference/save-audiobooks-user",
    scopes=("user-library-modify",),
    parameters=(_AUDIOBOOK_IDS,),
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
"""Save Audiobooks for Current User."""

AUDIOBOOKS_UNSAVE: Operation[None] = Operation(
    name="audiobooks.unsave",
    method="DELETE",
    path="/me/audiobooks",
    title="Remove User's Saved Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/remove-audiobooks-user",
    scopes=("user-library-modify",),
    parameters=(_AUDIOBOOK_IDS,),
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
        ),
    ),
    deprecated=True,
)
"""Remove User's Saved Audiobooks."""

AUDIOBOOKS_ARE_SAVED: Operation[list[bool]] = Operation(
    name="audiobooks.are_saved",
    method="GET",
    path="/me/audiobooks/contains",
    title="Check User's Saved Audiobooks",
    docs="https://developer.spotify.com/documentation/web-api/reference/check-users-saved-audiobooks",
    scopes=("user-library-read",),
    parameters=(_AUDIOBOOK_IDS,),
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
"""Check User's Saved Audiobooks."""
