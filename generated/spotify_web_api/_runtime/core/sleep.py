"""Waiting in a thread, until another thread ends it."""

from __future__ import annotations

import threading


class InterruptedSleepError(Exception):
    """Nobody waits any more for what this thread does."""


class InterruptibleSleep:
    """Waits for seconds; once interrupted, it ends all waits and begins none."""

    def __init__(self) -> None:
        """Begin without being interrupted."""
        self._interrupted = threading.Event()

    def __call__(self, seconds: float) -> None:
        """Wait.

        Args:
            seconds: How long.

        Raises:
            InterruptedSleepError: If it is interrupted meanwhile, or was before.
        """
        if self._interrupted.wait(seconds):
            raise InterruptedSleepError

    @property
    def is_interrupted(self) -> bool:
        """Whether nobody waits any more."""
        return self._interrupted.is_set()

    def interrupt(self) -> None:
        """End the waits of all threads."""
        self._interrupted.set()
