"""Errors under the names by which users know them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def publish(module: str, names: Iterable[str]) -> None:
    """Let tracebacks and pickles name errors by where users import them from.

    The classes stay what they are; there is no second one of any name.

    Args:
        module: The `__name__` of the module that exports them.
        names: Their names there; the root has the name of the client.
    """
    for name in names:
        kind = getattr(sys.modules[module], name)
        kind.__module__, kind.__name__, kind.__qualname__ = module, name, name
