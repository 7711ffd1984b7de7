"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def get(self, id: str) -> str:
        """Get Name.

        The name of one thing.

        Args:
            id: The thing, given by id, URI or link. A URI or link will do.
        """
        return self._one("GET /things/{id}", str, path={"id": id})

    def maker(self, id: str) -> str:
        """Get Maker.

        Who made one thing.

        Args:
            id: The thing, given by id, URI or link. A URI or link will do.
        """
        return self._one("GET /things/{id}/maker", str, path={"id": id})
