"""What may go wrong beside what the runtime knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.errors import ClientError

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlaylistChangedError(ClientError):
    """After all edits a playlist does not have the content it was to have.

    Somebody else has edited it meanwhile, or the server still shows an older state.

    Attributes:
        found: The URIs that stand in it, `None` for an entry without one.
        wished: The URIs that were to stand in it.
        snapshot_id: The version after the last edit, or `None`.
    """

    def __init__(
        self,
        message: str,
        *,
        found: Sequence[str | None],
        wished: Sequence[str],
        snapshot_id: str | None = None,
    ) -> None:
        """Keep both contents."""
        super().__init__(message)
        self.found = tuple(found)
        self.wished = tuple(wished)
        self.snapshot_id = snapshot_id


def differing(found: Sequence[str | None], wished: Sequence[str]) -> str:
    """Say in a few words how a content differs from the wished one.

    Args:
        found: The URIs there are.
        wished: The URIs there shall be.
    """
    if len(found) != len(wished):
        return f"it has {len(found)} items instead of {len(wished)}"
    differ = [
        i for i, pair in enumerate(zip(found, wished, strict=True)) if len({*pair}) > 1
    ]
    at = differ[0]
    return (
        f"{len(differ)} of its {len(found)} items differ, the first one at position"
        f" {at}: {found[at]!r} instead of {wished[at]!r}"
    )
