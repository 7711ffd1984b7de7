"""Pages that are fetched before they are needed: in threads, and in tasks."""

from __future__ import annotations

import os
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from ..core.workers import Workers

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Callable, Coroutine, Iterable
    from concurrent.futures import Future
    from typing import Any

    from ..calls.call import Call
    from ..core.sleep import InterruptibleSleep
    from ..models.page import Page

T = TypeVar("T")


class Threads(Generic[T]):
    """Fetches pages in threads, which belong to one iteration."""

    def __init__(
        self, fetch: Callable[[Call, InterruptibleSleep | None], Page[T]], most: int
    ) -> None:
        """Start nothing yet.

        Args:
            fetch: Fetches a page, with what waits for seconds; called in a thread.
            most: The most threads.
        """
        self._fetch = fetch
        self._most = most
        self._under_way: deque[tuple[Call, Future[Page[T]] | None]] = deque()
        self._workers: Workers | None = None
        self._process = os.getpid()

    def _own(self) -> None:
        """In a forked process, which has no threads of the parent, begin anew.

        What one of them was about to end may never end here.
        """
        if self._process != os.getpid():
            self._process = os.getpid()
            self._workers = None
            self._under_way = deque((call, None) for call, _ in self._under_way)

    def start(self, calls: Iterable[Call]) -> None:
        """Begin to fetch pages.

        Args:
            calls: The calls, in the order of the pages.
        """
        self._own()
        for call in calls:
            if self._workers is None:
                self._workers = Workers(self._most, "pages")
            future = self._workers.submit(partial(self._fetch, call))
            self._under_way.append((call, future))

    def take(self) -> Page[T]:
        """Wait for the page that was begun first, and return it.

        Raises:
            ClientError: If it could not be fetched.
        """
        self._own()
        call, future = self._under_way.popleft()
        return self._fetch(call, None) if future is None else future.result()

    def close(self) -> None:
        """Give up what waits; leave what is under way, which sends nothing more."""
        self._own()
        self._under_way.clear()
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.leave()


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
