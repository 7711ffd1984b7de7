"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def set_picture(self, id: str, *, picture: bytes) -> None:
        """Set Picture.

        Show a thing by another picture.

        Args:
            id: The thing.
            picture: A JPEG.
        """
        return self._none("PUT /things/{id}/picture", path={"id": id}, body=picture)
