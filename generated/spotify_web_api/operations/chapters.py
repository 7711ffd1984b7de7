"""The operations of chapters."""

from __future__ import annotations

from .. import models
from .._runtime import (
    Availability,
    Batch,
    Operation,
    Parameter,
    Reference,
    Route,
    Translation,
)
from . import _shared

_CHAPTER_ID = Parameter(
    "id",
    where="path",
    required=True,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("chapter",), _shared.REFERENCES),
)
_CHAPTER_IDS = Parameter(
    "ids",
    where="query",
    many=True,
    required=True,
    min_items=1,
    max_items=50,
    pattern="^[0-9A-Za-z]{22}$",
    reference=Reference(("chapter",), _shared.REFERENCES),
)

CHAPTERS_GET: Operation[models.Chapter] = Operation(
    name="chapters.get",
    method="GET",
    path="/chapters/{id}",
    title="Get a Chapter",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-chapter",
    parameters=(_CHAPTER_ID, _shared.MARKET),
    result=lambda: models.Chapter,
)
"""Get a Chapter."""

CHAPTERS_GET_SEVERAL: Operation[list[models.Chapter | None]] = Operation(
    name="chapters.get_several",
    method="GET",
    path="/chapters",
    title="Get Several Chapters",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-several-chapters",
    parameters=(_CHAPTER_IDS, _shared.MARKET),
    result=lambda: list[models.Chapter | None],
    result_pointer="/chapters",
    batch=Batch(parameter="ids", size=50, items="/chapters", unique=True),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
        replacement="chapters.get",
        route=Route(
            operation="GET /chapters/{id}",
            arguments=(Translation(name="id", source="ids", each=True),),
        ),
    ),
    deprecated=True,
)
"""Get Several Chapters."""
