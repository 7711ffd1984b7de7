"""The mark of PEP 702: editors and type checkers see it, nobody is warned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from typing_extensions import deprecated

    C = TypeVar("C", bound=Callable[..., Any])

__all__ = ["deprecated"]

if not TYPE_CHECKING:

    def deprecated(message: str, *, category: None = None) -> Callable[[C], C]:
        """Keep the message as `__deprecated__`, as `warnings.deprecated` does.

        Args:
            message: What to use instead, and since when.
            category: `None`, since no warning is given.
        """
        del category

        def mark(call: C) -> C:
            call.__deprecated__ = message
            return call

        return mark
