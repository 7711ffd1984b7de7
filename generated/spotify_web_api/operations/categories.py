"""The operations of categories."""

from __future__ import annotations

from .. import models
from .._runtime import Availability, Operation, Pagination
from . import _shared

CATEGORIES_ALL: Operation[models.CategoryPage] = Operation(
    name="categories.all",
    method="GET",
    path="/browse/categories",
    title="Get Several Browse Categories",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-categories",
    parameters=(_shared.LOCALE, _shared.LIMIT, _shared.OFFSET),
    result=lambda: models.CategoryPage,
    result_pointer="/categories",
    pagination=Pagination(style="offset", pointer="/categories"),
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Several Browse Categories."""

CATEGORIES_GET: Operation[models.Category] = Operation(
    name="categories.get",
    method="GET",
    path="/browse/categories/{category_id}",
    title="Get Single Browse Category",
    docs="https://developer.spotify.com/documentation/web-api/reference/get-a-category",
    parameters=(_shared.CATEGORY_ID, _shared.LOCALE),
    result=lambda: models.Category,
    availability=Availability(
        modes=(("development", "removed"), ("extended", "available")),
        since="2026-02-11",
    ),
    deprecated=True,
)
"""Get Single Browse Category."""
