"""The genres that recommendations understand."""

from __future__ import annotations

from .._runtime import Resource, deprecated


class Genres(Resource):
    """The genres that recommendations understand."""

    @deprecated("Deprecated since 2024-11-27.", category=None)
    def seeds(self) -> list[str]:
        """Get Available Genre Seeds.

        The genre names that `tracks.recommendations` accepts in `seed_genres`, in
        alphabetical order. They are not the genres of artists or albums.

        Legacy only.

        https://developer.spotify.com/documentation/web-api/reference/get-recommendation-genres
        """
        return self._one("GET /recommendations/available-genre-seeds", list[str])
