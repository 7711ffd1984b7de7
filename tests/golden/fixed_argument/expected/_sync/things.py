"""All the things."""

from __future__ import annotations

from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def top_bolts(self) -> list[str]:
        """Get Top Bolts.

        The bolts used most.
        """
        return self._one(
            "GET /top/{kind}",
            list[str],
            path={"kind": "bolts"},
            call="things.top_bolts",
        )

    def top_nuts(self) -> list[str]:
        """Get Top Nuts.

        The nuts used most.
        """
        return self._one(
            "GET /top/{kind}", list[str], path={"kind": "nuts"}, call="things.top_nuts"
        )
