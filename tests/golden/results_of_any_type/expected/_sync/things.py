"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .. import models
from .._runtime import PartialDate, Resource, Timestamp

if TYPE_CHECKING:
    from datetime import datetime


class Things(Resource):
    """All the things."""

    def opened(self) -> Timestamp:
        """Opened.

        When.
        """
        return self._one("GET /opened", Timestamp)

    def founded(self) -> PartialDate | None:
        """Founded.

        When.
        """
        return self._one(
            "GET /founded", cast(type[PartialDate | None], PartialDate | None)
        )

    def size(self) -> str:
        """Size.

        It.
        """
        return self._one("GET /size", str)

    def count(
        self, *, day: PartialDate | None = None, at: datetime | None = None
    ) -> int:
        """Count.

        It.

        Args:
            day: The day.
            at: When.
        """
        return self._one("GET /count", int, query={"day": day, "at": at})

    def maker(self) -> models.Bolt | None:
        """Maker.

        It.
        """
        return self._one(
            "GET /maker", cast(type[models.Bolt | None], models.Bolt | None)
        )

    def prices(self) -> dict[str, float | None]:
        """Prices.

        Them.
        """
        return self._one("GET /prices", dict[str, float | None])

    def one(self) -> models.One:
        """One.

        It.
        """
        return self._one("GET /one", cast(type[models.One], models.One))
