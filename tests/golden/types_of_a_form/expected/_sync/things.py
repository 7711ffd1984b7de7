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

    def make(
        self,
        yes: bool,
        *,
        at: datetime | None = None,
        kind: Literal["x", "y"] | None = None,
        days: Sequence[PartialDate] | None = None,
    ) -> None:
        """Make Thing.

        Make one.

        Args:
            yes: Whether.
            at: When.
            kind: The kind.
            days: The days.
        """
        return self._none(
            "POST /things", form={"yes": yes, "at": at, "kind": kind, "days": days}
        )
