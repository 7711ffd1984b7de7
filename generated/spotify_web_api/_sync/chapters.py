"""Chapters of audiobooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import Resource, deprecated

if TYPE_CHECKING:
    from collections.abc import Sequence


class Chapters(Resource):
    """Chapters of audiobooks."""

    def get(self, id: str, *, market: str | None = None) -> models.Chapter:
        """Get a Chapter.

        One chapter of an audiobook, together with the audiobook. Audiobooks exist in
        the United States, the United Kingdom, Canada, Ireland, New Zealand and
        Australia only.

        Args:
            id: The chapter, by its Spotify id; Spotify writes its URIs and links as
                those of an episode. A URI or link will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        https://developer.spotify.com/documentation/web-api/reference/get-a-chapter
        """
        return self._one(
            "GET /chapters/{id}",
            models.Chapter,
            path={"id": id},
            query={"market": market},
        )

    @deprecated("Deprecated since 2026-02-11; use chapters.get.", category=None)
    def get_several(
        self, ids: Sequence[str], *, market: str | None = None
    ) -> list[models.Chapter | None]:
        """Get Several Chapters.

        Chapters in the order of their ids, null for an id that Spotify does not know or
        does not offer in the market (audiobooks exist in the United States, the United
        Kingdom, Canada, Ireland, New Zealand and Australia only). One request takes 50
        ids. Apps in development mode ask for one chapter at a time instead.

        Args:
            ids: The chapters, each by its Spotify id; 1 to 50 in a request. URIs and
                links will do.
            market: A country (ISO 3166-1 alpha-2); only what can be played there is
                answered.

        Removed in development mode; `on_unavailable="route"` calls chapters.get.

        https://developer.spotify.com/documentation/web-api/reference/get-several-chapters
        """
        return self._batch(
            "GET /chapters",
            list[models.Chapter | None],
            query={"ids": ids, "market": market},
        )
