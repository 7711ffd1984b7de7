"""What the runtime's pages have, by its name on the wire, and of which type it is.

What else a schema of pages describes, the model of these pages adds.
"""

from __future__ import annotations

PARTS: dict[str, str] = {
    "items": "array",
    "href": "string",
    "next": "string",
    "previous": "string",
    "limit": "integer",
    "offset": "integer",
    "total": "integer",
    "cursors": "object",
}
PLACE = frozenset({"href", "limit", "offset", "total"})
"""What `OffsetPage` has of it in any case."""
CURSORS = frozenset({"after", "before"})
"""The texts in `cursors`."""
