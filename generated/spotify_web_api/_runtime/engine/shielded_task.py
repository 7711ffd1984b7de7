"""Steps that end by themselves, whatever becomes of who waits: in a task."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from ..core.sleep import InterruptedSleepError
from .shielded import QUIET, late

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from .steps import Shielded, Steps

    Perform = Callable[
        [Steps[Any], Callable[[float], Awaitable[object]]], Coroutine[Any, Any, Any]
    ]

_under_way: set[asyncio.Task[Any]] = set()
"""An event loop itself keeps weak references only."""


class _Task(asyncio.Task[Any]):
    """A task that others cannot cancel, nor an event loop that ends.

    `asyncio.run` then waits for it. What it awaits may cancel it all the same, as
    limits of time do.
    """

    def cancel(self, msg: Any | None = None) -> bool:
        loop = self.get_loop()
        if not loop.is_running() or asyncio.current_task(loop) not in (None, self):
            return False
        return super().cancel(msg)


async def in_task(step: Shielded, perform: Perform) -> Any:
    """Perform steps in a task that a cancellation of this one does not reach.

    Args:
        step: The steps, and how long to wait for them.
        perform: Performs them, given what waits for seconds.

    Returns:
        What they end with.

    Raises:
        DeadlineExceededError: If that takes longer; the steps go on.
        ClientError: What they end with otherwise.
    """
    abandoned = asyncio.Event()

    async def sleep(seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await abandoned.wait()
        except TimeoutError:
            return
        raise InterruptedSleepError

    loop = asyncio.get_running_loop()
    task = _Task(perform(step.steps, sleep), loop=loop)
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)
    try:
        await asyncio.wait({task}, timeout=max(step.seconds, 0.0))
    except asyncio.CancelledError:
        task.add_done_callback(_reported)
        raise
    finally:
        abandoned.set()
    if not task.done():
        task.add_done_callback(_reported)
        raise late(step)
    return task.result()


def _reported(task: asyncio.Task[Any]) -> None:
    """Let the event loop tell of a failure that nobody waited for."""
    error = None if task.cancelled() else task.exception()
    if error is not None and not isinstance(error, QUIET):
        message = "what nobody waited for any more failed"
        context = {"message": message, "exception": error, "task": task}
        task.get_loop().call_exception_handler(context)
