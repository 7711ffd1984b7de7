"""All the things."""

from __future__ import annotations

from .. import models
from .._runtime import Resource


class Things(Resource):
    """All the things."""

    def get(self, *, path: str | None = None) -> models.Thing:
        """Get "Thing".

        A triple quote \"\"\" and a backslash \\ and \\N{DIGIT ONE} and {braces} and %s. A
        second paragraph, 'quoted' and with `code`, that is long enough to be wrapped
        somewhere in the middle.

        Args:
            path: Ends with a backslash \\

        https://docs.example/a-very-long-link-that-has-no-place-where-it-could-be-broken/things
        """
        return self._one("GET /thing", models.Thing, query={"path": path})
