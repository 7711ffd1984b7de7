"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Literal

    from .._runtime import PartialDate


class Things(Resource):
    """All the things."""

    def get(
        self,
        flag: bool,
        *,
        day: PartialDate,
        at: datetime | None = None,
        ats: Sequence[datetime] | None = None,
        sizes: Sequence[Literal[1, 2]] | None = None,
    ) -> None:
        """Get Thing.

        One thing.

        Args:
            flag: Whether.
            day: The day.
            at: When.
            ats: When.
            sizes: The sizes.
        """
        return self._none(
            "GET /things/{flag}/{day}",
            path={"flag": flag, "day": day},
            query={"at": at, "ats": ats, "sizes": sizes},
        )
