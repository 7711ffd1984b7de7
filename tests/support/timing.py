"""Bounds of time that hold on a busy machine: against what a wait would last."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LASTING = 60.0
"""Seconds that a fault lasts, or anything else that nobody should wait for."""

PATIENCE = 120.0
"""Seconds to wait for what takes no time on an idle machine."""


@contextmanager
def not_waiting(lasting: float = LASTING) -> Iterator[None]:
    """See that a block does not wait for something that lasts for so many seconds."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < lasting / 2, "it waited"


def comes_true(condition: Callable[[], bool]) -> bool:
    """Wait until something is so; say whether it came to be."""
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.002)
    return condition()
