"""A lock that another thread holds during a fork is free in the child."""

from __future__ import annotations

import ast
import gc
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest

import _runtime
from _runtime.auth.pending import PendingRequests
from _runtime.core import locks
from _runtime.core.cached import cached
from _runtime.core.locks import Guarded
from _runtime.decoding.drift import DriftLog
from _runtime.engine.limits import PROCESS, MemoryLimitStore
from _runtime.engine.retry import Bucket
from _runtime.paging.prefetch import Threads
from _runtime.tokens.stores import MemoryTokenStore
from _runtime.transports.default import HttpTransport
from _runtime.transports.places import Places
from _runtime.transports.pools import Pool
from tests.support.forks import forking, in_child
from tests.support.things import GET, Shop, answer, script
from tests.support.timing import PATIENCE

HOLDERS = {
    "bucket": Bucket,
    "windows": MemoryLimitStore,
    "windows of the process": lambda: PROCESS,
    "transport": HttpTransport,
    "pool": lambda: Pool(Places(lambda _: None, most=1, idle_seconds=1, shares=False)),
    "connection": lambda: Shop("token")._caller._connection,
    "drift": DriftLog,
    "pending": PendingRequests,
    "store": MemoryTokenStore,
}
RUNTIME = Path(_runtime.__file__ or "").parent
LOCKS = {
    "Barrier",
    "BoundedSemaphore",
    "Condition",
    "Event",
    "Lock",
    "Queue",
    "RLock",
    "Semaphore",
    "SimpleQueue",
    "ThreadPoolExecutor",
    "cached_property",
}
MODULES = {
    "_thread",
    "asyncio",
    "concurrent.futures",
    "functools",
    "multiprocessing",
    "queue",
    "threading",
}
OF_A_CALL = {
    ("auth/callback_server.py", "Event"): "of the event loop of a login",
    ("auth/keeper.py", "Lock"): "an annotation",
    ("auth/exclusive.py", "Lock"): "an annotation",
    ("core/locks.py", "Lock"): "the one place",
    ("core/sleep.py", "Event"): "of the threads of one call",
    ("engine/shielded_task.py", "Event"): "of the event loop of a call",
    ("transports/pools.py", "Event"): "of one request that waits for a connection",
    ("core/workers.py", "SimpleQueue"): "of one call, left behind in a child process",
}
"""What is no lock of an object that outlives a call, and why."""


def while_holding(hold: Callable[[Callable[[], None]], None], then: Callable[[], bool]):
    """Let another thread call `hold` with what it has to wait for, and do `then`."""
    held, over = threading.Event(), threading.Event()

    def wait() -> None:
        held.set()
        over.wait(2 * PATIENCE)

    thread = threading.Thread(target=hold, args=(wait,))
    thread.start()
    try:
        assert held.wait(PATIENCE)
        return then()
    finally:
        over.set()
        thread.join()


@pytest.mark.promise("forks-and-loops-work")
@forking
@pytest.mark.parametrize("name", HOLDERS)
def test_a_lock_held_by_another_thread_is_free_after_a_fork(name: str):
    holder = HOLDERS[name]()
    assert isinstance(holder, Guarded)

    def hold(wait: Callable[[], None]) -> None:
        with holder._lock:
            wait()

    free = partial(in_child, lambda: holder._lock.acquire(timeout=PATIENCE))
    assert while_holding(hold, free)


@pytest.mark.promise("forks-and-loops-work")
@forking
def test_a_property_another_thread_works_out_is_worked_out_after_a_fork():
    class Slow:
        wait: Callable[[], None] | None = None

        @cached
        def value(self) -> int:
            if self.wait is not None:
                self.wait()
            return 7

    def hold(wait: Callable[[], None]) -> None:
        slow = Slow()
        slow.wait = wait
        assert slow.value == 7

    assert while_holding(hold, lambda: in_child(lambda: Slow().value == 7))


@pytest.mark.promise("forks-and-loops-work")
@forking
def test_a_lock_of_a_store_in_memory_stays_in_the_parent_process():
    store = MemoryTokenStore()
    assert store.acquire("a", "parent", 999.0)
    assert in_child(lambda: store.acquire("a", "child", 999.0))
    assert not store.acquire("a", "other", 999.0)


@pytest.mark.promise("forks-and-loops-work")
@forking
def test_a_listing_that_fetches_ahead_goes_on_in_both_processes():
    over = threading.Event()
    parent = os.getpid()

    def fetch(call: Any, _sleep: object) -> Any:
        if os.getpid() == parent:
            over.wait(PATIENCE)
        return call

    pages: Threads[Any] = Threads(fetch, 2)
    calls: list[Any] = ["a", "b"]
    pages.start(calls)

    def goes_on() -> bool:
        more: list[Any] = ["c"]
        taken = [pages.take(), pages.take()]
        pages.start(more)
        taken.append(pages.take())
        pages.close()
        return taken == ["a", "b", "c"]

    try:
        assert in_child(goes_on)
    finally:
        over.set()
    assert [pages.take(), pages.take()] == calls
    pages.close()


def test_a_cached_property_is_worked_out_once_and_documented():
    class Counting:
        count = 0

        @cached
        def value(self) -> int:
            """The number."""
            self.count += 1
            return self.count

    counting = Counting()
    assert (counting.value, counting.value, counting.count) == (1, 1, 1)
    assert Counting.value.__doc__ == "The number."


def names_of_locks(tree: ast.AST) -> set[str]:
    """Return the kinds of locks of Python's own that a module names."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "") in MODULES:
            names |= {each.name for each in node.names}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names |= {node.attr} if node.value.id in MODULES else set()
    return names & LOCKS


def test_no_module_of_the_runtime_has_a_lock_of_its_own():
    found = {
        (str(path.relative_to(RUNTIME)), name)
        for path in RUNTIME.rglob("*.py")
        for name in names_of_locks(ast.parse(path.read_text()))
    }
    assert found <= set(OF_A_CALL), "use `Guarded`, or say why it is none"


def reachable(roots: list[object]) -> list[tuple[object, object]]:
    """Return all objects that are reached without leaving the runtime, and by what."""
    seen: set[int] = set()
    found: list[tuple[object, object]] = []
    pending: list[tuple[object, object]] = [(root, None) for root in roots]
    while pending:
        item, owner = pending.pop()
        if id(item) in seen or (owner is not None and is_foreign(item)):
            continue
        seen.add(id(item))
        found.append((item, owner))
        pending += [(each, item) for each in gc.get_referents(item)]
    return found


def is_foreign(item: object) -> bool:
    """Say whether an object belongs to somebody else: a module, a class, a function."""
    if isinstance(item, ModuleType):
        return not item.__name__.startswith(("_runtime", "things"))
    if isinstance(item, type | FunctionType):
        module = item.__module__ or ""
    else:
        module = type(item).__module__
    ours = module.startswith(("_runtime", "things")) or module == "builtins"
    return not (ours or module in {"_thread", "weakref", "functools", "threading"})


@pytest.mark.promise("forks-and-loops-work")
def test_no_object_holds_a_lock_that_is_not_renewed():
    shop = Shop("token", transport=script("[1]", answer("", 429, retry_after="1")))
    drifting = shop.things.get  # a resource of a view, and a departure
    assert drifting is not None
    shop.with_options(max_attempts=1).raw(GET, id="abcd")
    shop.drift.report()
    modules = [
        each for name, each in sys.modules.items() if name.startswith("_runtime")
    ]
    kinds = (type(threading.Lock()), type(threading.RLock()))
    held = [
        (item, owner)
        for item, owner in reachable([shop, *modules])
        if type(item) in kinds
    ]
    assert held
    renewed = [each._lock for each in locks._all]
    for item, owner in held:
        assert any(item is each for each in renewed), owner
