"""The countries where Spotify is available."""

from __future__ import annotations

from .._runtime import AsyncResource, deprecated


class Markets(AsyncResource):
    """The countries where Spotify is available."""

    @deprecated("Deprecated since 2026-02-11.", category=None)
    async def all(self) -> list[str]:
        """Get Available Markets.

        The countries where Spotify is available, as ISO 3166-1 alpha-2 codes. XK stands
        for Kosovo.

        Removed in development mode.

        https://developer.spotify.com/documentation/web-api/reference/get-available-markets
        """
        return await self._one("GET /markets", list[str])
