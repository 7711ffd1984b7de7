"""A lock that another thread holds during a fork is free in the child."""

from __future__ import annotations

import os
import threading

import pytest

from _runtime.core.locks import Guarded
from _runtime.engine.limits import PROCESS, MemoryLimitStore
from _runtime.engine.retry import Bucket
from _runtime.transports.default import HttpTransport
from tests.support.things import Shop
from tests.support.timing import PATIENCE

HOLDERS = {
    "bucket": Bucket,
    "windows": MemoryLimitStore,
    "windows of the process": lambda: PROCESS,
    "transport": HttpTransport,
    "connection": lambda: Shop("token")._caller._connection,
}


@pytest.mark.promise("forks-and-loops-work")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("name", HOLDERS)
def test_a_lock_held_by_another_thread_is_free_after_a_fork(name: str):
    holder = HOLDERS[name]()
    assert isinstance(holder, Guarded)
    held, over = threading.Event(), threading.Event()

    def hold() -> None:
        with holder._lock:
            held.set()
            over.wait(2 * PATIENCE)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(PATIENCE)
    child = os.fork()
    if child == 0:
        os._exit(0 if holder._lock.acquire(timeout=PATIENCE) else 1)
    over.set()
    thread.join()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
