"""Locks that are free in a forked process, whatever thread of the parent held them."""

from __future__ import annotations

import os
import threading
from weakref import WeakSet


class Guarded:
    """Has a lock, and another one in a forked process.

    Only the thread that forks lives on there: a lock another thread held would never
    be free again.
    """

    def __init__(self) -> None:
        """Make the lock."""
        self._lock = threading.Lock()
        _all.add(self)


_all: WeakSet[Guarded] = WeakSet()


def _renew() -> None:
    for guarded in list(_all):
        Guarded.__init__(guarded)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
