"""All the things."""

from __future__ import annotations

from .. import models
from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def make(self, name: str, *, maker: str | None = None) -> models.Thing:
        """Make Thing.

        Make one.

        Args:
            name: Its name.
            maker: Who makes it.
        """
        return self._one(
            "POST /things", models.Thing, json={"name": name, "maker": maker}
        )

    def order(self, *, thing: models.Thing | None = None) -> None:
        """Order Thing.

        Order one.

        Args:
            thing: A thing.
        """
        return self._none("POST /order", json={"thing": thing})
