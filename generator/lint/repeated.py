"""What stands more than once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def repeated(names: Iterable[str]) -> list[str]:
    """List the names that stand more than once, sorted."""
    return sorted(name for name, count in Counter(names).items() if count > 1)
