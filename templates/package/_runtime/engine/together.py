"""Steps that do not depend on each other, performed at once: in threads, in tasks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..core.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..core.sleep import InterruptibleSleep
    from .steps import Steps, Together

    Perform = Callable[[Steps[Any], InterruptibleSleep], Any]


def in_threads(step: Together, perform: Perform) -> list[Any]:
    """Perform the parts in a few threads.

    Args:
        step: The parts.
        perform: Performs one part, given what waits for seconds.

    Returns:
        What each part ends with, in their order.

    Raises:
        ClientError: The first failure. Nobody waits for what is under way then, nor
            after Ctrl-C; it sends nothing more.
    """
    from concurrent.futures import FIRST_EXCEPTION, wait

    workers = Workers(min(step.at_once, len(step.parts)), "together")
    try:
        futures = [workers.submit(partial(perform, part)) for part in step.parts]
        done = wait(futures, return_when=FIRST_EXCEPTION).done
        failed = next(
            (item for item in futures if item in done and item.exception()), None
        )
        return [item.result() for item in (futures if failed is None else [failed])]
    finally:
        workers.leave()


async def in_tasks(
    step: Together, perform: Callable[[Steps[Any]], Awaitable[Any]]
) -> list[Any]:
    """Perform the parts in a few tasks, which end with this call.

    Args:
        step: The parts.
        perform: Performs one part.

    Returns:
        What each part ends with, in their order.

    Raises:
        ClientError: The first failure; the other parts are cancelled.
    """
    from asyncio import create_task, gather

    results: list[Any] = [None] * len(step.parts)
    queue = iter(enumerate(step.parts))

    async def work() -> None:
        for index, part in queue:
            results[index] = await perform(part)

    tasks = [create_task(work()) for _ in step.parts[: step.at_once]]
    try:
        await gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await gather(*tasks, return_exceptions=True)
    return results
