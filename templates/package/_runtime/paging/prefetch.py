"""Pages that are fetched before they are needed: in threads, and in tasks."""

from __future__ import annotations

import os
import threading
from collections import deque
from contextvars import copy_context
from typing import TYPE_CHECKING, Generic, TypeVar

from ..core.sleep import InterruptibleSleep

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Callable, Coroutine, Iterable
    from concurrent.futures import Future, ThreadPoolExecutor
    from typing import Any

    from ..calls.call import Call
    from ..models.page import Page

T = TypeVar("T")


class Threads(Generic[T]):
    """Fetches pages in threads, which belong to one iteration."""

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
        self._under_way: deque[tuple[Call, Future[Page[T]] | None]] = deque()
        self._begin()

    def _begin(self) -> None:
        """Start without threads: those of a parent process do not run in this one."""
        self._pid = os.getpid()
        self._executor: ThreadPoolExecutor | None = None
        self._thread_ids: set[int] = set()
        self._sleep = InterruptibleSleep()

    def _own(self) -> None:
        """In a forked process, fetch again what was under way.

        What a thread of the parent was about to end may never end here.
        """
        if self._pid != os.getpid():
            self._begin()
            self._under_way = deque((call, None) for call, _ in self._under_way)

    def start(self, calls: Iterable[Call]) -> None:
        """Begin to fetch pages.

        Args:
            calls: The calls, in the order of the pages.
        """
        self._own()
        for call in calls:
            if self._executor is None:
                self._executor = self._new_executor()
            context = copy_context()
            future = self._executor.submit(context.run, self._fetch, call, self._sleep)
            self._under_way.append((call, future))

    def take(self) -> Page[T]:
        """Wait for the page that was begun first, and return it.

        Raises:
            ClientError: If it could not be fetched.
        """
        self._own()
        call, future = self._under_way.popleft()
        return self._fetch(call, self._sleep) if future is None else future.result()

    def close(self) -> None:
        """Give up what waits; end the threads, after the requests they have sent."""
        self._own()
        self._sleep.interrupt()
        self._under_way.clear()
        executor, self._executor = self._executor, None
        if executor is not None:
            # Garbage may be collected in any thread, but none can wait for itself.
            wait = threading.get_ident() not in self._thread_ids
            executor.shutdown(wait=wait, cancel_futures=True)

    def _new_executor(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        ids = self._thread_ids
        return ThreadPoolExecutor(
            self._most, "pages", initializer=lambda: ids.add(threading.get_ident())
        )


class Tasks(Generic[T]):
    """Fetches pages in tasks, which belong to one iteration."""

    def __init__(self, fetch: Callable[[Call], Coroutine[Any, Any, Page[T]]]) -> None:
        """Start nothing yet.

        Args:
            fetch: Fetches a page; called in a task.
        """
        self._fetch = fetch
        self._under_way: deque[Task[Page[T]]] = deque()

    def start(self, calls: Iterable[Call]) -> None:
        """Begin to fetch pages.

        Args:
            calls: The calls, in the order of the pages.
        """
        for call in calls:
            from asyncio import create_task

            self._under_way.append(create_task(self._fetch(call)))

    async def take(self) -> Page[T]:
        """Wait for the page that was begun first, and return it.

        Raises:
            ClientError: If it could not be fetched.
        """
        return await self._under_way.popleft()

    async def close(self) -> None:
        """Give up what is under way; end the tasks."""
        tasks = list(self._under_way)
        self._under_way.clear()
        if tasks:
            from asyncio import gather

            for task in tasks:
                task.cancel()
            await gather(*tasks, return_exceptions=True)
