"""All the things."""

from __future__ import annotations

from typing import cast

from .. import models
from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def one(self) -> models.Bolt | models.Nut | models.UnknownItem:
        """One.

        Them.
        """
        return self._one(
            "GET /one",
            cast(
                type[models.Bolt | models.Nut | models.UnknownItem],
                models.Bolt | models.Nut | models.UnknownItem,
            ),
        )

    def maybe(self) -> models.Bolt | models.Nut | models.UnknownItem | None:
        """Maybe.

        Them.
        """
        return self._one(
            "GET /maybe",
            cast(
                type[models.Bolt | models.Nut | models.UnknownItem | None],
                models.Bolt | models.Nut | models.UnknownItem | None,
            ),
        )

    def every(self) -> list[models.Bolt | models.Nut | models.UnknownItem]:
        """List.

        Them.
        """
        return self._one(
            "GET /list", list[models.Bolt | models.Nut | models.UnknownItem]
        )

    def rows(self) -> list[list[models.Bolt | models.Nut | models.UnknownItem | None]]:
        """Rows.

        Them.
        """
        return self._one(
            "GET /rows",
            list[list[models.Bolt | models.Nut | models.UnknownItem | None]],
        )

    def named(self) -> dict[str, models.Bolt | models.Nut | models.UnknownItem]:
        """Named.

        Them.
        """
        return self._one(
            "GET /named", dict[str, models.Bolt | models.Nut | models.UnknownItem]
        )
