"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def parts(
        self, thing_id: str, *, colour: str | None = None, heavier: int | None = None
    ) -> list[str]:
        """List Parts.

        The names of the parts of one thing.

        Args:
            thing_id: The thing.
            colour: Only parts of this colour.
            heavier: Only parts above this weight in grams.
        """
        return self._one(
            "GET /things/{thing_id}/parts",
            list[str],
            path={"thing_id": thing_id},
            query={"colour": colour, "heavier": heavier},
        )
