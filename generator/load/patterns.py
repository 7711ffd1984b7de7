"""Nodes to regular expressions that end in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .context import Context
    from .fields import Fields


def load_pattern(context: Context, fields: Fields) -> str | None:
    """Read a pattern; what may be kept is matched against any text in no time."""
    text = fields.optional_text("pattern")
    error = context.patterns.error(text) if text is not None else None
    if error is None:
        return text
    message = f"the pattern `{text}` {error}"
    fields.problems.add(fields.place("pattern"), "pattern", message, error.remedy)
    return None
