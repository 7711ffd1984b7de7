"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def names(self) -> list[str]:
        """List Names.

        All names.
        """
        return self._one("GET /names", list[str])
