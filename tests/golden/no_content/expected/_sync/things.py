"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def remove(self, id: str) -> None:
        """Remove Thing.

        Throw a thing away.

        Args:
            id: The thing.
        """
        return self._none("DELETE /things/{id}", path={"id": id})
