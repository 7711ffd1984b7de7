"""The operations of genres."""

from __future__ import annotations

from .._runtime import Availability, Operation

GENRES_SEEDS: Operation[list[str]] = Operation(
    name="genres.seeds",
    method="GET",
    path="/recommendations/available-genre-seeds",
    title="Get Available Genre Seeds",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-recommendation-genres",
    result=lambda: list[str],
    result_pointer="/genres",
    availability=Availability(
        modes=(("development", "legacy_only"), ("extended", "legacy_only")),
        since="2024-11-27",
    ),
    deprecated=True,
)
"""Get Available Genre Seeds."""
