"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def find(self, q: str, *, shop: str, limit: int | None = None) -> list[str]:
        """Find Things.

        The names of the things that match.

        Args:
            q: Words in the name.
            shop: The shop.
            limit: How many.
        """
        return self._one(
            "GET /things", list[str], query={"limit": limit, "q": q, "shop": shop}
        )

    def change(self, id: str, *, name: str) -> None:
        """Change a Thing.

        Give a thing another name.

        Args:
            id: The thing.
            name: The new name.
        """
        return self._none("PATCH /things/{id}", path={"id": id}, json={"name": name})
