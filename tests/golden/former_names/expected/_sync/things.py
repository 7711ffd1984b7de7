"""All the things."""

from __future__ import annotations

from .._runtime import Resource, deprecated


class Things(Resource):
    """All the things."""

    def get(self, id: str) -> str:
        """Get Thing.

        The name of one thing.

        Args:
            id: The thing.
        """
        return self._one("GET /things/{id}", str, path={"id": id})

    @deprecated("Deprecated; it is called things.get now.", category=None)
    def fetch(self, id: str) -> str:
        """Get Thing.

        The name of one thing.

        Args:
            id: The thing.
        """
        return self._one("GET /things/{id}", str, path={"id": id}, call="things.fetch")

    def cheapest(self) -> list[str]:
        """Get Cheapest Things.

        The cheapest things.
        """
        return self._one(
            "GET /things", list[str], query={"by": "price"}, call="things.cheapest"
        )

    def lightest(self) -> list[str]:
        """Get Lightest Things.

        The lightest things.
        """
        return self._one(
            "GET /things", list[str], query={"by": "weight"}, call="things.lightest"
        )

    @deprecated("Deprecated; it is called things.cheapest now.", category=None)
    def cheap(self) -> list[str]:
        """Get Cheapest Things.

        The cheapest things.
        """
        return self._one(
            "GET /things", list[str], query={"by": "price"}, call="things.cheap"
        )
