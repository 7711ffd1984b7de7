"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def get(self) -> None:
        """Get Thing.

        The one thing.
        """
        return self._none("GET /thing")

    def take(self) -> None:
        """Take Thing.

        Take the one thing.

        Raises:
            GoneError: Somebody took it.
        """
        return self._none("POST /thing")
