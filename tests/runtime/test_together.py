"""Parts that do not depend on each other, at once: in threads and in tasks."""

from __future__ import annotations

import asyncio
import threading
import time
from contextvars import ContextVar

import pytest

from _runtime.engine.steps import Sleep, Together
from _runtime.engine.together import in_tasks, in_threads
from _runtime.errors import ClientError
from tests.support.timing import comes_true

PLENTY = 30.0


def parts(*names: str):
    """Make parts that wait for a moment and end with their name."""
    return tuple(_part(name) for name in names)


def _part(name: str):
    if name == "fails":
        raise ClientError(name)
    yield Sleep(PLENTY if name == "waits" else 0.02)
    return name


class Performer:
    """Performs parts that only wait; counts how many are under way."""

    def __init__(self) -> None:
        self.begun: list[object] = []
        self.now = self.most = 0
        self.lock = threading.Lock()

    def perform(self, part, sleep):
        self._enter(part)
        try:
            sleep(next(part).seconds)
            return self._end(part)
        finally:
            with self.lock:
                self.now -= 1

    async def aperform(self, part):
        self._enter(part)
        try:
            await asyncio.sleep(next(part).seconds)
            return self._end(part)
        finally:
            self.now -= 1

    def _enter(self, part) -> None:
        with self.lock:
            self.begun.append(part)
            self.now += 1
            self.most = max(self.most, self.now)

    def _end(self, part):
        try:
            next(part)
        except StopIteration as end:
            return end.value


def threads_of(performer: Performer, step: Together):
    return in_threads(step, performer.perform)


def tasks_of(performer: Performer, step: Together):
    return asyncio.run(in_tasks(step, performer.aperform))


BOTH = pytest.mark.parametrize("run", [threads_of, tasks_of])


@BOTH
@pytest.mark.parametrize("count", [1, 2, 3, 10])
def test_results_come_in_order_and_a_few_at_once(run, count):
    performer = Performer()
    names = [f"part {number}" for number in range(count)]
    assert run(performer, Together(parts(*names), 3)) == names
    assert performer.most <= 3


def test_parts_are_under_way_at_the_same_time():
    """Each waits for the others."""
    meeting = threading.Barrier(3)
    step = Together(parts(*"abc"), 3)
    assert len(in_threads(step, lambda part, sleep: meeting.wait(PLENTY))) == 3

    async def met() -> int:
        awaited = asyncio.Barrier(3)
        return len(await in_tasks(step, lambda part: awaited.wait()))

    assert asyncio.run(met()) == 3


@pytest.mark.promise("single-requests-are-four-at-once")
@BOTH
def test_a_failure_ends_those_that_wait_and_those_that_have_not_begun(run):
    performer = Performer()
    begun = time.monotonic()
    names = ["waits", "fails", *["waits"] * 8]
    with pytest.raises(ClientError, match="fails"):
        run(performer, Together(parts(*names), 3))
    assert time.monotonic() - begun < PLENTY / 3
    assert comes_true(lambda: performer.now == 0)
    assert len(performer.begun) <= 4


@BOTH
def test_no_thread_is_left_behind(run):
    before = set(threading.enumerate())
    run(Performer(), Together(parts(*"abcdef"), 3))
    assert set(threading.enumerate()) <= before


@pytest.mark.promise("single-requests-are-four-at-once")
def test_a_cancelled_call_leaves_no_task_behind():
    performer = Performer()

    async def cancelled() -> int:
        step = Together(parts(*["waits"] * 6), 3)
        call = asyncio.create_task(in_tasks(step, performer.aperform))
        await asyncio.sleep(0.05)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        return len(asyncio.all_tasks())

    assert asyncio.run(cancelled()) == 1
    assert (len(performer.begun), performer.now) == (3, 0)


def test_threads_know_the_context_of_the_caller():
    name: ContextVar[str] = ContextVar("name", default="nobody")
    name.set("somebody")
    found = in_threads(
        Together(parts("a", "b"), 2), lambda part, sleep: (part, name.get())
    )
    assert [who for _, who in found] == ["somebody", "somebody"]
