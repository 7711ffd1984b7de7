"""A few threads that work for one call, and that the call may leave at any time."""

from __future__ import annotations

import threading
from contextvars import copy_context
from typing import TYPE_CHECKING, TypeVar

from .sleep import InterruptibleSleep

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from contextvars import Context
    from queue import SimpleQueue
    from typing import Any, TypeAlias

    Work: TypeAlias = Callable[[InterruptibleSleep], Any]
    Queue: TypeAlias = SimpleQueue[tuple[Future[Any], Context, Work] | None]

T = TypeVar("T")


class Workers:
    """Threads that do what they are given, in its order, in the context it came from.

    Whoever leaves them waits for nothing: what is under way ends by itself, and its
    outcome is lost. They keep no program alive.
    """

    def __init__(self, most: int, name: str) -> None:
        """Start nothing yet.

        Args:
            most: The most threads.
            name: What they are called.
        """
        from queue import SimpleQueue

        self._most = most
        self._name = name
        self._queue: Queue = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._unfinished: set[Future[Any]] = set()
        self._sleep = InterruptibleSleep()

    def submit(self, work: Callable[[InterruptibleSleep], T]) -> Future[T]:
        """Have something done.

        Args:
            work: What to do, given what waits for seconds, until it is left.
        """
        from concurrent.futures import Future

        future: Future[T] = Future()
        self._unfinished.add(future)
        future.add_done_callback(self._unfinished.discard)
        self._queue.put((future, copy_context(), work))
        if len(self._threads) < self._most:
            self._start()
        return future

    def _start(self) -> None:
        thread = threading.Thread(
            target=_perform,
            args=(self._queue, self._sleep),
            name=self._name,
            daemon=True,
        )
        self._threads.append(thread)  # before Ctrl-C can come in between
        try:
            thread.start()
        except RuntimeError:  # there are too many, or the interpreter ends
            self._threads.remove(thread)
            if not self._threads:
                self._queue.put(None)
                _perform(self._queue, self._sleep)

    def leave(self) -> None:
        """End all waits, begin nothing more, end the threads that have nothing to do.

        Those that are under way end when that does.
        """
        self._sleep.interrupt()
        for _ in self._threads:
            self._queue.put(None)
        if not self._unfinished:
            for thread in self._threads:
                if thread.is_alive() and thread is not threading.current_thread():
                    thread.join()


def _perform(queue: Queue, sleep: InterruptibleSleep) -> None:
    """Do what comes out of a queue, until nothing more does."""
    while (given := queue.get()) is not None and not sleep.is_interrupted:
        future, context, work = given
        try:
            future.set_result(context.run(work, sleep))
        except BaseException as error:  # noqa: BLE001 - it is raised for who waits
            future.set_exception(error)
        del future, context, work, given  # the thread may wait long for the next
