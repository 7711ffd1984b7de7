"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def small(self) -> None:
        """Small.

        The small one.
        """
        return self._none("GET /thing", query={"größe": 1}, call="things.small")

    def large(self) -> None:
        """Large.

        The large one.
        """
        return self._none("GET /thing", query={"größe": 9}, call="things.large")
