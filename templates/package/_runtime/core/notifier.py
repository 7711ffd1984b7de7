"""Functions of the user that are told things."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Notifier(Generic[T]):
    """Hands values to a function of the user, whose failures break no call."""

    def __init__(
        self,
        observer: Callable[[T], object] | None = None,
        logger: str = "",
        name: str = "on_event",
    ) -> None:
        """Keep the function.

        Args:
            observer: Takes each value, or `None`.
            logger: The name of the logger its first failure goes to.
            name: What the user gave it as, for that message.
        """
        self._observer = observer
        self._logger = logger
        self._name = name
        self._has_failed = False

    def __call__(self, event: T) -> None:
        """Hand `event` on."""
        if self._observer is None:
            return
        try:
            self._observer(event)
        except Exception:
            if not self._has_failed:
                self._has_failed = True
                message = "%s failed; further failures are not shown"
                logging.getLogger(self._logger).exception(message, self._name)
