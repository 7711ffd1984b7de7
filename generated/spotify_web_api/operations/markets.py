"""The operations of markets."""

from __future__ import annotations

from .._runtime import Availability, Operation

MARKETS_ALL: Operation[list[str]] = Operation(
    name="markets.all",
    method="GET",
    path="/markets",
    title="Get Available Markets",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-available-markets",
    result=lambda: list[str],
    result_pointer="/markets",
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Available Markets."""
