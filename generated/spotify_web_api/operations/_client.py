"""The operations that are calls of the client itself."""

from __future__ import annotations

from .. import models
from .._runtime import Operation, Parameter
from . import _shared

_INCLUDE_EXTERNAL = Parameter("include_external", where="query", choices=("audio",))
_SEARCH_LIMIT = Parameter(
    "limit",
    where="query",
    type="integer",
    minimum=1,
    maximum=50,
    quota_maxima=(("development", 10),),
)
_SEARCH_OFFSET = Parameter(
    "offset", where="query", type="integer", minimum=0, maximum=1000
)

SEARCH: Operation[models.SearchResult] = Operation(
    name="search",
    method="GET",
    path="/search",
    title="Search for Item",
    docs="https://developer.spotify.com/documentation/web-api/reference/search",
    parameters=(
        Parameter("q", where="query", required=True, min_length=1),
        Parameter(
            "type",
            where="query",
            many=True,
            required=True,
            choices=(
                "album",
                "artist",
                "playlist",
                "track",
                "show",
                "episode",
                "audiobook",
            ),
            min_items=1,
        ),
        _shared.MARKET,
        _SEARCH_LIMIT,
        _SEARCH_OFFSET,
        _INCLUDE_EXTERNAL,
    ),
    result=lambda: models.SearchResult,
)
"""Search for Item."""
