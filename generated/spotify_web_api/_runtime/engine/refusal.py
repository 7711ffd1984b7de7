"""What is known of a refusal (403) beside what the server says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..calls import quota_modes, scopes

if TYPE_CHECKING:
    from .progress import Progress

_FORBIDDEN = 403


def hint(progress: Progress, status: int) -> str:
    """Say which scope the token may lack, and whether the call is open to all.

    Args:
        progress: How far the call has come.
        status: The HTTP status.
    """
    if status != _FORBIDDEN:
        return ""
    call = progress.call
    scope = scopes.hint(call, progress.granted)
    mode = quota_modes.explanation(call.operation, progress.settings.quota_mode)
    return "; ".join(part for part in (scope, mode) if part)
