"""JSON pointers (RFC 6901), the one place that knows their escapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def tokens(pointer: str) -> tuple[str, ...]:
    """Take a pointer apart; the empty one, to the whole, has no tokens."""
    return tuple(
        token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]
    )


def pointer(names: Iterable[object]) -> str:
    """Write a pointer; names are keys or indexes."""
    escaped = (str(name).replace("~", "~0").replace("/", "~1") for name in names)
    return "".join(f"/{token}" for token in escaped)
