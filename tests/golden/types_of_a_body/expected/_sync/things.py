"""All the things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from .. import models


class Things(Resource):
    """All the things."""

    def make(
        self,
        name: str | None,
        *,
        kind: Literal["x", "y"] | None = None,
        kinds: Sequence[Literal["x", "y"]] | None = None,
        grid: Sequence[Sequence[int]] | None = None,
        gaps: Sequence[str | None] | None = None,
        sizes: Mapping[str, int] | None = None,
        boxes: Mapping[str, Sequence[models.Box]] | None = None,
        yes: bool | None = None,
        part: models.Bolt | models.Nut | models.UnknownItem | None = None,
    ) -> None:
        """Make Thing.

        Make one.

        Args:
            name: May be null.
            kind: The kind.
            kinds: The kinds.
            grid: Rows.
            gaps: Some are null.
            sizes: By name.
            boxes: By name.
            yes: Only true.
            part: Either.
        """
        return self._none(
            "POST /things",
            json={
                "name": name,
                "kind": kind,
                "kinds": kinds,
                "grid": grid,
                "gaps": gaps,
                "sizes": sizes,
                "boxes": boxes,
                "yes": yes,
                "part": part,
            },
        )
