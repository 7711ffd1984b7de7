"""Pages under way before they are asked for: in threads, and in tasks."""

from __future__ import annotations

import threading
from collections import deque
from contextvars import copy_context
from typing import TYPE_CHECKING, Generic, TypeVar

from . import positions

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Callable, Coroutine, Iterable
    from concurrent.futures import Future, ThreadPoolExecutor
    from typing import Any

    from ..calls.call import Call
    from ..models.page import Page

T = TypeVar("T")


class _LeftError(Exception):
    """Nobody waits for this page any more."""


class Threads(Generic[T]):
    """Pages that threads fetch; the threads belong to one iteration."""

    def __init__(
        self,
        fetch: Callable[[Call, Callable[[float], None]], Page[T]],
        most: int,
    ) -> None:
        """Start nothing yet.

        Args:
            fetch: Fetches a page, with what waits for seconds; called in a thread.
            most: The most threads.
        """
        self._fetch = fetch
        self._most = most
        self._queue: deque[tuple[Call, Future[Page[T]]]] = deque()
        self._executor: ThreadPoolExecutor | None = None
        self._own: set[int] = set()
        self._left = threading.Event()

    def start(self, calls: Iterable[Call]) -> None:
        """Begin to fetch pages.

        Args:
            calls: The calls, in the order of the pages.
        """
        for call in calls:
            if self._executor is None:
                self._executor = self._made()
            context = copy_context()
            future = self._executor.submit(context.run, self._fetch, call, self._sleep)
            self._queue.append((call, future))

    def take(self, call: Call) -> Page[T] | None:
        """Wait for the next page.

        Args:
            call: The call the page is expected to come from.

        Returns:
            The page, or `None` if it is not the one under way.

        Raises:
            ClientError: If it could not be fetched.
        """
        if not self._queue or not positions.same(self._queue[0][0].url, call.url):
            return None
        return self._queue.popleft()[1].result()

    def close(self) -> None:
        """Give up what waits; end the threads, after the requests they have sent."""
        self._left.set()
        self._queue.clear()
        executor, self._executor = self._executor, None
        if executor is not None:
            # Garbage may be collected in any thread, but none can wait for itself.
            wait = threading.get_ident() not in self._own
            executor.shutdown(wait=wait, cancel_futures=True)

    def _sleep(self, seconds: float) -> None:
        if self._left.wait(seconds):
            raise _LeftError

    def _made(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        own = self._own
        return ThreadPoolExecutor(
            self._most, "pages", initializer=lambda: own.add(threading.get_ident())
        )


class Tasks(Generic[T]):
    """Pages that tasks fetch; the tasks belong to one iteration."""

    def __init__(self, fetch: Callable[[Call], Coroutine[Any, Any, Page[T]]]) -> None:
        """Start nothing yet.

        Args:
            fetch: Fetches a page; called in a task.
        """
        self._fetch = fetch
        self._queue: deque[tuple[Call, Task[Page[T]]]] = deque()

    def start(self, calls: Iterable[Call]) -> None:
        """Begin to fetch pages.

        Args:
            calls: The calls, in the order of the pages.
        """
        for call in calls:
            from asyncio import create_task

            self._queue.append((call, create_task(self._fetch(call))))

    async def take(self, call: Call) -> Page[T] | None:
        """Wait for the next page.

        Args:
            call: The call the page is expected to come from.

        Returns:
            The page, or `None` if it is not the one under way.

        Raises:
            ClientError: If it could not be fetched.
        """
        if not self._queue or not positions.same(self._queue[0][0].url, call.url):
            return None
        return await self._queue.popleft()[1]

    async def close(self) -> None:
        """Give up what is under way; end the tasks."""
        tasks = [task for _, task in self._queue]
        self._queue.clear()
        if tasks:
            from asyncio import gather

            for task in tasks:
                task.cancel()
            await gather(*tasks, return_exceptions=True)
