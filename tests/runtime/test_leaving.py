"""Nobody waits for what is under way when its outcome is not wanted any more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from contextlib import nullcontext, suppress
from typing import Any

import pytest

from _runtime.calls.arguments import Arguments
from _runtime.engine.steps import Invoke, Sleep, Together
from _runtime.engine.together import in_threads
from _runtime.errors import ClientError
from _runtime.paging.pager import Pager
from _runtime.paging.prefetch import Threads
from tests.runtime.test_together import Performer, parts, threads_of
from tests.support.forks import forking, in_child
from tests.support.listing import Shelves, names, shop
from tests.support.things import BASE, Script, Shop, Thing, answer
from tests.support.timing import LASTING, PATIENCE, comes_true, not_waiting


def is_over(name: str) -> bool:
    """Say whether the threads of that name end."""
    return comes_true(lambda: name not in {t.name for t in threading.enumerate()})


@pytest.mark.promise("nobody-waits-for-what-is-left")
@pytest.mark.parametrize("end", ["a failure", "ctrl-c"])
def test_nobody_waits_for_what_is_under_way(end):
    """Neither after a failure nor after Ctrl-C; and nothing more is begun."""
    over, begun = threading.Event(), threading.Semaphore(0)
    lasting = []

    def perform(part, sleep):
        name = next(part).seconds
        if name == "lasts":
            begun.release()
            lasting.append(over.wait(LASTING))
            return sleep(0)
        for _ in range(2):
            assert begun.acquire(timeout=PATIENCE)
        if end == "a failure":
            raise ClientError(end)
        os.kill(os.getpid(), signal.SIGINT)
        return over.wait(LASTING)

    def part(name: str):
        yield Sleep(name)

    named = tuple(map(part, ["lasts", "lasts", end, "lasts", "lasts"]))
    expected = ClientError if end == "a failure" else KeyboardInterrupt
    try:
        with not_waiting(), pytest.raises(expected):
            in_threads(Together(named, 3), perform)
    finally:
        over.set()
    assert comes_true(lambda: lasting == [True, True])
    assert is_over("together")
    assert len(lasting) == 2


@pytest.mark.promise("nobody-waits-for-what-is-left")
def test_what_was_left_sends_nothing_more():
    """A request that was under way is answered, but no other follows it."""
    held, over, sent = threading.Event(), threading.Event(), []

    class Held(Script):
        def send(self, request):
            sent.append(request.url)
            held.set()
            over.wait(LASTING)
            return answer("", 302, Location=f"{BASE}/elsewhere")

    def wait(shop: Shop):
        yield from shop._caller.session.one("GET /state", Thing, Arguments())

    shop = Shop("token", transport=Held([]))
    failing = _failing(held)
    with pytest.raises(ClientError, match="over"):
        shop._caller.run(_together(wait(shop), failing))
    over.set()
    assert is_over("together")
    assert sent == [f"{BASE}/state"]


def _failing(held: threading.Event):
    yield Invoke(lambda: held.wait(PATIENCE))
    raise ClientError("over")


def _together(*steps):
    return (yield Together(steps, 2))


@pytest.mark.promise("nobody-waits-for-what-is-left")
@pytest.mark.real
def test_a_program_ends_though_something_is_under_way():
    program = """
        import threading
        from _runtime.core.workers import Workers

        begun = threading.Event()

        def work(sleep):
            begun.set()
            threading.Event().wait(600)

        Workers(1, "name").submit(work)
        begun.wait()
    """
    with not_waiting():
        subprocess.run(
            [sys.executable, "-c", textwrap.dedent(program)],
            check=True,
            env={**os.environ, "PYTHONPATH": "templates/package"},
            timeout=PATIENCE,
        )


def test_without_another_thread_all_is_done_in_this_one(monkeypatch):
    def refuse(thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert threads_of(Performer(), Together(parts(*"abc"), 2)) == [*"abc"]


def by_break(pager: Pager) -> None:
    for _ in pager:
        break


def by_close(pager: Pager) -> None:
    pages = pager.pages()
    next(pages)
    pages.close()


def by_an_error(pager: Pager) -> None:
    with suppress(ZeroDivisionError):
        for _ in pager:
            raise ZeroDivisionError


def by_enough(pager: Pager) -> None:
    assert len(pager.collect(1)) == 1


def by_a_failure(pager: Pager) -> None:
    pages = pager.pages()
    next(pages)
    with pytest.raises(ClientError):
        pages.throw(ClientError("x"))


@pytest.mark.promise("nobody-waits-for-what-is-left")
@pytest.mark.parametrize(
    "leave", [by_break, by_close, by_an_error, by_enough, by_a_failure]
)
def test_leaving_does_not_wait_for_requests_under_way(leave):
    """All requests but the first last until the end of the test."""
    over = threading.Event()
    shelves = Shelves(names(20), 2, before=lambda n: n == 1 or over.wait(LASTING))
    try:
        with not_waiting():
            leave(shop(shelves).things.all("b", prefetch=4))
    finally:
        over.set()


@pytest.mark.promise("nobody-waits-for-what-is-left")
def test_ctrl_c_ends_a_listing_that_fetches_ahead():
    over = threading.Event()

    def note(request: int) -> None:
        if request == 3:
            os.kill(os.getpid(), signal.SIGINT)
        if request > 1:
            over.wait(LASTING)

    shelves = Shelves(names(20), 2, before=note)
    shelves.lock = nullcontext()
    try:
        with not_waiting(), pytest.raises(KeyboardInterrupt):
            shop(shelves).things.all("b", prefetch=4).collect()
    finally:
        over.set()


@forking
@pytest.mark.promise("forks-and-loops-work")
def test_an_iteration_goes_on_in_a_forked_process():
    pages = shop(Shelves(names(20), 2)).things.all("b", prefetch=4).pages()
    next(pages)
    assert in_child(lambda: len([*pages]) == 9)
    assert len([*pages]) == 9


@pytest.mark.parametrize("number", [-1, 1])
def test_a_fork_is_known_by_a_lower_and_by_a_higher_number(monkeypatch, number):
    here: list[bool] = []

    def fetch(call, sleep):
        here.append(threading.current_thread() is threading.main_thread())
        return call

    parent = os.getpid()
    threads: Threads[Any] = Threads(fetch, 2)
    threads.start(["a", "b"])
    workers = threads._workers
    assert threads.take() == "a"
    monkeypatch.setattr(os, "getpid", lambda: parent + number)
    assert threads.take() == "b"
    assert here.count(True) == 1
    assert threads._workers is None
    assert workers is not None
    workers.leave()  # in a child it has no threads
