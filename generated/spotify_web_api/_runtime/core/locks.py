"""Locks that are free in a forked process, whatever thread of the parent held them.

There is no other lock in the runtime that outlives a call: only the thread that forks
lives on in the child, so that what another thread held would never be free again.
"""

from __future__ import annotations

import os
import threading
from weakref import WeakSet


class Guarded:
    """Has a lock, and another one in a forked process."""

    def __init__(self) -> None:
        """Make the lock."""
        self._lock = threading.Lock()
        _all.add(self)

    def renew(self) -> None:
        """Begin anew in a forked process."""
        self._lock = threading.Lock()
        self._forked()

    def _forked(self) -> None:
        """Forget, in a forked process, what only other threads would have ended."""


_all: WeakSet[Guarded] = WeakSet()


def _renew() -> None:
    for guarded in list(_all):
        guarded.renew()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
