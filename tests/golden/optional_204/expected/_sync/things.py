"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def get(self) -> str | None:
        """Get Thing.

        The one thing.
        """
        return self._optional("GET /thing", str)
