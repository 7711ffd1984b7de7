"""The locks and clocks of a grant, step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from _runtime.auth import lifecycle
from _runtime.auth.exclusive import exclusively
from _runtime.engine.steps import Invoke, Shielded
from _runtime.errors import ConfigurationError, DeadlineExceededError
from _runtime.tokens.stores import MemoryTokenStore
from tests.support.grants import access, granted, user, work
from tests.support.play import BEGIN, World


def test_whoever_has_a_lock_is_waited_for(world: World) -> None:
    grant = user()
    grant.guard.acquire()
    with pytest.raises(DeadlineExceededError, match="another process") as caught:
        access(world, grant, left=lambda: 1.0 - (world.time - 1000.0))
    assert not caught.value.sent
    assert world.pauses[:6] == [0.005, 0.01, 0.02, 0.04, 0.05, 0.05]
    assert 0.9 < world.time - 1000.0 < 1.0
    assert grant.guard.locked()


def test_the_lock_of_a_store_is_waited_for_too(world: World) -> None:
    store = MemoryTokenStore(lambda: world.time)
    grant = user(store)
    store.acquire(grant.key, "another", 0.5)
    assert access(world, grant, granted("a"))
    assert world.pauses[:5] == [0.005, 0.01, 0.02, 0.04, 0.05]
    assert 0.5 <= sum(world.pauses) < 0.6
    assert store.acquire(grant.key, "next", 1.0)


def test_locks_are_free_wherever_it_is_given_up(world: World) -> None:
    store = MemoryTokenStore()
    grant = user(store)
    steps = exclusively(grant, work(world), iter(()))  # type: ignore[arg-type]
    shielded = next(steps)
    assert isinstance(shielded, Shielded)
    assert shielded.seconds == 60.0
    assert grant.guard.locked()
    steps.close()
    assert not grant.guard.locked()
    with pytest.raises(StopIteration) as nothing:  # its lock is no longer there
        next(shielded.steps)
    assert nothing.value.value is None


def test_what_has_begun_keeps_the_lock_though_nobody_waits(world: World) -> None:
    grant = user()
    steps = lifecycle.access(grant, work(world))
    shielded = next(steps)
    assert isinstance(shielded, Shielded)
    step = next(shielded.steps)
    assert isinstance(step, Invoke)
    steps.close()
    assert grant.guard.locked()
    shielded.steps.close()
    assert not grant.guard.locked()
    assert grant.store.acquire(grant.key, "next", 1.0)


def test_clocks_that_jump_neither_stretch_nor_lose_a_token(world: World) -> None:
    grant = user()
    access(world, grant, granted("a"))
    clock = world.clock()
    back = replace(clock, now=lambda: BEGIN - timedelta(days=1))
    forth = replace(clock, now=lambda: BEGIN + timedelta(days=1))
    assert grant.held(back) is not None
    assert grant.held(forth) is None
    world.time += 3541.0
    assert grant.held(back) is None
    assert grant.held(back, leeway=False) is not None
    world.time += 60.0
    assert grant.held(back, leeway=False) is None


def test_blocking_clients_need_a_store_that_blocks() -> None:
    class Awaited:
        async def aload(self, key: str) -> None: ...

    grant = user(Awaited())
    grant.check(blocking=False)
    with pytest.raises(ConfigurationError, match="Awaited can only be awaited"):
        grant.check(blocking=True)
    assert grant.at_hand() is None
    user().check(blocking=True)
