"""New tokens whose store fails, step by step, without sockets and clocks."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from _runtime.auth import lifecycle, storing
from _runtime.auth.unstored import PROCESS, Unstored
from _runtime.core.secret import Secret
from _runtime.core.sleep import InterruptedSleepError
from _runtime.engine.events import TokensNotStored
from _runtime.engine.steps import Invoke, Sleep
from _runtime.tokens.file_store import FileTokenStore
from _runtime.tokens.stores import MemoryTokenStore
from _runtime.tokens.token_set import TokenSet
from tests.support.grants import (
    Failing,
    Person,
    User,
    access,
    granted,
    perform,
    sent,
    user,
    work,
)
from tests.support.play import World


def failed(world: World, saves: int = 3) -> tuple[User, Failing, TokenSet]:
    """Return a grant whose new tokens are stored nowhere."""
    store = Failing(save=saves)
    grant = user(store)
    tokens = access(world, grant, granted("a", refresh_token="second"))
    return grant, store, tokens


def test_a_store_is_tried_three_times_in_half_a_second(world: World) -> None:
    grant, store, tokens = failed(world)
    assert store.asked == ["acquire", "load", "save", "save", "save", "release"]
    assert world.pauses == [0.1, 0.4]
    assert tokens.refresh_token == Secret("second")
    told = [event for event in world.events if isinstance(event, TokensNotStored)]
    assert [(each.error, each.attempt) for each in told] == [("OSError", 0)]
    assert told[0].operation.endswith("POST /api/token")
    found = PROCESS.find(grant)
    assert found is not None
    assert found.told
    assert PROCESS.all() == [found]


@pytest.mark.parametrize("saves", [1, 2])
def test_a_moment_is_not_told(world: World, saves: int) -> None:
    grant, store, tokens = failed(world, saves)
    assert store.load(grant.key) == tokens
    assert PROCESS.find(grant) is None
    assert len(world.pauses) == saves
    assert not any(isinstance(each, TokensNotStored) for each in world.events)


def test_each_call_is_a_chance(world: World, caplog: pytest.LogCaptureFixture) -> None:
    grant, store, tokens = failed(world, saves=5)
    for _ in range(2):
        assert access(world, grant) == tokens
        assert store.load(grant.key) is None
    assert access(world, grant) == tokens
    assert store.load(grant.key) == tokens
    assert PROCESS.find(grant) is None
    store.asked.clear()
    assert access(world, grant) == tokens
    assert store.asked == []
    assert [each.levelno for each in caplog.records] == [logging.WARNING]


def test_the_text_of_strangers_is_not_told(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    failed(world)
    assert "(OSError)" in caplog.text
    assert "no space" not in caplog.text


def test_a_store_that_is_slow_to_fail_is_spared(world: World) -> None:
    grant, store, _ = failed(world, saves=4)
    save = store.save

    def slow(key: str, tokens: TokenSet) -> None:
        world.time += 3.0
        save(key, tokens)

    store.save = slow  # type: ignore[method-assign]
    before = world.time
    access(world, grant)
    store.asked.clear()
    world.time = before + 3.0 + 29.0
    access(world, grant)
    assert store.asked == []
    world.time += 1.0
    access(world, grant)
    assert "save" in store.asked


@pytest.mark.parametrize(
    ("begun", "now", "pause"), [(5.0, 5.0, 0.0), (5.0, 6.0, 0.0), (2.0, 7.0, 50.0)]
)
def test_a_tenth_of_the_time_at_most(begun: float, now: float, pause: float) -> None:
    entry = Unstored(
        keeper=user(),
        tokens=TokenSet(access_token=Secret("a")),
        replaced=None,
        whatever=False,
    )
    later = entry.postponed(begun, now)
    assert later.not_before == now + pause
    assert later.told


def test_what_others_stored_or_deleted_meanwhile_stays(world: World) -> None:
    grant, store, _ = failed(world)
    theirs = TokenSet(access_token=Secret("b"), refresh_token=Secret("theirs"))
    MemoryTokenStore.save(store, grant.key, theirs)
    assert access(world, grant) == theirs
    assert store.load(grant.key) == theirs
    assert PROCESS.all() == []


def test_tokens_after_those_replace_what_the_store_still_has(world: World) -> None:
    grant, store, _ = failed(world, saves=7)
    world.time += 3600.0
    later = access(world, grant, granted("b", refresh_token="third"))
    assert store.load(grant.key) is None
    assert sent(world) == ["first", "second"]
    assert access(world, grant) == later
    assert store.load(grant.key) == later
    told = [event for event in world.events if isinstance(event, TokensNotStored)]
    assert len(told) == 1


def test_a_store_that_cannot_be_read_leaves_those_in_memory(world: World) -> None:
    grant, store, _ = failed(world)
    store.failures = {"load": 1}
    world.time += 3600.0
    access(world, grant, granted("b"))
    assert sent(world) == ["first", "second"]


@pytest.mark.parametrize("method", ["acquire", "load"])
def test_what_fails_before_a_request_is_raised(world: World, method: str) -> None:
    grant = user(Failing(**{method: 1}))
    with pytest.raises(OSError, match="no space"):
        access(world, grant)
    assert world.sent == []
    assert not grant.guard.locked()
    assert access(world, grant, granted("a"))


def test_a_lock_that_cannot_be_freed_is_told(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    grant = user(Failing(release=1))
    assert access(world, grant, granted("a"))
    assert "the lock of 'client refresh_token " in caplog.text
    assert "could not be freed (OSError)" in caplog.text
    assert not grant.guard.locked()


def test_a_chance_that_is_missed_is_told_once(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    grant, store, tokens = failed(world)
    entry = PROCESS.find(grant)
    assert entry is not None
    PROCESS.put(replace(entry, told=False))
    caplog.clear()
    store.failures = {"acquire": 2}
    for _ in range(2):
        assert access(world, grant) == tokens
    assert len(caplog.records) == 1


def test_a_chance_is_waited_for_a_second_only(world: World) -> None:
    grant, store, tokens = failed(world)
    store._clock = lambda: world.time
    MemoryTokenStore.acquire(store, grant.key, "another", 100.0)
    before = world.time
    assert access(world, grant) == tokens
    assert 0.9 < world.time - before <= 1.0
    assert access(world, grant) == tokens


def test_the_first_tokens_are_raised_and_kept(world: World) -> None:
    store = Failing(save=3)
    application = User("x", "client").application
    person = Person(application, "https://a.example", [], "", store)
    old = TokenSet(access_token=Secret("old"), expires_at=0.0)
    MemoryTokenStore.save(store, person.key, old)
    steps = lifecycle.obtain(person, work(world), {"grant_type": "x"}, None)
    with pytest.raises(OSError, match="no space"):
        perform(world, steps, [granted("a", refresh_token="r")])
    assert "read" not in person.authorization_url()
    assert access(world, person).access_token == Secret("a")
    assert store.load(person.key).access_token == Secret("a")  # type: ignore[union-attr]


def test_stores_and_users_are_told_apart(world: World) -> None:
    one, _, first = failed(world)
    two, _, second = failed(world)
    assert one.key == two.key
    assert PROCESS.find(one).tokens is first  # type: ignore[union-attr]
    assert PROCESS.find(two).tokens is second  # type: ignore[union-attr]
    assert PROCESS.find(user()) is None
    PROCESS.drop(one)
    assert PROCESS.find(one) is None
    assert [each.tokens for each in PROCESS.all()] == [second]
    PROCESS.drop(two)
    assert PROCESS._entries == {}


def test_stores_of_the_same_folder_are_one(world: World, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("b", "a", "b", "c")]
    stores = [FileTokenStore(folder) for folder in folders]
    tokens = TokenSet(access_token=Secret("a"))
    first = user(stores[0])
    PROCESS.put(Unstored(keeper=first, tokens=tokens, replaced=None, whatever=False))
    found = [PROCESS.find(user(store)) is not None for store in stores]
    assert found == [True, False, True, False]
    assert PROCESS.find(user()) is None


def test_what_a_store_reads_is_compared_by_what_it_says(world: World) -> None:
    store = Failing()
    grant = user(store)
    old = TokenSet(access_token=Secret("o"), expires_at=0.0)
    store.load = lambda key: replace(old)  # type: ignore[method-assign]
    store.failures = {"save": 3}
    tokens = access(world, grant, granted("a"))
    assert access(world, grant) == tokens
    assert store._tokens == {grant.key: tokens}


def test_a_pause_that_nobody_waits_for_is_none(world: World) -> None:
    grant = user(Failing(save=2))
    steps = storing.stored(
        grant,
        work(world),
        Unstored(
            keeper=grant,
            tokens=TokenSet(access_token=Secret("a")),
            replaced=None,
            whatever=True,
        ),
    )
    step = next(steps)
    for _ in range(2):
        assert isinstance(step, Invoke)
        with pytest.raises(OSError, match="no space") as caught:
            step.blocking()
        pause = steps.throw(caught.value)
        assert isinstance(pause, Sleep)
        step = steps.throw(InterruptedSleepError())
    assert isinstance(step, Invoke)
    with pytest.raises(StopIteration):
        steps.send(step.blocking())
    assert PROCESS.all() == []
