"""All the things."""

from __future__ import annotations

from .._runtime import Resource, deprecated


class Things(Resource):
    """All the things."""

    @deprecated("Deprecated since 2026-02-11; use things.find.", category=None)
    def get(self) -> str:
        """Get Thing.

        The name of the one thing.

        Removed in trial mode.
        """
        return self._one("GET /thing", str)

    def find(self) -> str:
        """Find Thing.

        The name of the thing that fits.

        Legacy only in trial mode.
        """
        return self._one("GET /things", str)
