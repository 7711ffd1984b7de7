"""How valid tokens are come by, step by step, without sockets and clocks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from _runtime.auth import lifecycle, storing
from _runtime.auth.exclusive import exclusively
from _runtime.auth.unstored import PROCESS, Unstored
from _runtime.core.secret import Secret
from _runtime.engine.events import TokenRefreshed, TokensNotStored
from _runtime.engine.steps import Invoke, Shielded, Sleep
from _runtime.errors import (
    AuthServerError,
    ConfigurationError,
    DeadlineExceededError,
    ReauthorizationRequiredError,
)
from _runtime.tokens.stores import MemoryTokenStore
from _runtime.tokens.token_set import TokenSet
from tests.support.grants import (
    Application,
    Person,
    User,
    granted,
    perform,
    refusal,
    work,
)
from tests.support.play import BEGIN, World
from tests.support.things import answer


class Failing(MemoryTokenStore):
    """A store that does what a test says, at each call of a method."""

    def __init__(self, **failures: int) -> None:
        super().__init__()
        self.failures = failures
        self.asked: list[str] = []
        self.text = "no space"

    def _asked(self, name: str) -> None:
        self.asked.append(name)
        if self.failures.get(name, 0):
            self.failures[name] -= 1
            raise OSError(self.text)

    def load(self, key: str) -> TokenSet | None:
        self._asked("load")
        return super().load(key)

    def save(self, key: str, tokens: TokenSet) -> None:
        self._asked("save")
        super().save(key, tokens)

    def delete(self, key: str) -> None:
        self._asked("delete")
        super().delete(key)

    def acquire(self, key: str, owner: str, seconds: float) -> bool:
        self._asked("acquire")
        return super().acquire(key, owner, seconds)

    def release(self, key: str, owner: str) -> None:
        self._asked("release")
        super().release(key, owner)


@pytest.fixture(autouse=True)
def remembers_nothing() -> Iterator[None]:
    yield
    PROCESS._entries.clear()


@pytest.fixture
def world() -> World:
    return World()


def user(store: Any = None) -> User:
    return User("first", "client", store=store)


def access(world: World, grant: Any, *answers: Any, **chosen: Any) -> TokenSet:
    rejected = chosen.pop("rejected", None)
    steps = lifecycle.access(grant, work(world, **chosen), rejected)
    return perform(world, steps, answers)


def sent(world: World) -> list[str]:
    """Return the refresh tokens that were sent."""
    bodies = [(request.body or b"").decode() for request in world.requests]
    return [body.partition("refresh_token=")[2].partition("&")[0] for body in bodies]


def test_tokens_are_asked_for_once_and_kept(world: World) -> None:
    store = Failing()
    grant = user(store)
    first = access(world, grant, granted("a", refresh_token="second"))
    assert access(world, grant) == first
    assert store.load(grant.key) == first
    assert first.access_token == Secret("a")
    assert first.refresh_token == Secret("second")
    assert store.asked == ["acquire", "load", "save", "release", "load"]
    assert not grant.guard.locked()
    told = [event for event in world.events if isinstance(event, TokenRefreshed)]
    assert [(event.attempt, event.lifetime) for event in told] == [(0, 3600.0)]
    assert told[0].operation.endswith("POST /api/token")


def test_they_are_replaced_a_minute_before_their_end(world: World) -> None:
    grant = user()
    access(world, grant, granted("a", refresh_token="second"))
    world.time += 3539.0
    assert access(world, grant).access_token == Secret("a")
    world.time += 1.0
    assert access(world, grant, granted("b")).access_token == Secret("b")
    assert sent(world) == ["first", "second"]
    assert grant.store.load(grant.key).refresh_token == Secret("second")


def test_a_token_that_was_refused_is_replaced(world: World) -> None:
    grant = user()
    first = access(world, grant, granted("a"))
    assert access(world, grant, rejected=Secret("other")) == first
    second = access(world, grant, granted("b"), rejected=first.access_token)
    assert second.access_token == Secret("b")


def test_what_another_has_stored_meanwhile_is_taken(world: World) -> None:
    store = Failing()
    grant, other = user(store), user(store)
    first = access(world, grant, granted("a"))
    assert access(world, other) == first
    second = access(world, other, granted("b"), rejected=first.access_token)
    assert access(world, grant, rejected=first.access_token) == second
    assert len(world.sent) == 2


@pytest.mark.parametrize("failure", [answer("", 503), DeadlineExceededError("x")])
def test_a_failing_server_is_bridged_while_the_old_token_lasts(
    world: World, failure: Any
) -> None:
    grant = user()
    first = access(world, grant, granted("a"))
    world.time += 3590.0
    assert access(world, grant, failure) == first
    world.time += 10.0
    with pytest.raises((AuthServerError, DeadlineExceededError)):
        access(world, grant, failure)
    assert access(world, grant, granted("b")).access_token == Secret("b")
    with pytest.raises((AuthServerError, DeadlineExceededError)):
        access(world, grant, failure, rejected=Secret("b"))


def test_a_dead_grant_is_asked_for_once(world: World) -> None:
    grant = user()
    for _ in range(2):
        with pytest.raises(ReauthorizationRequiredError) as caught:
            access(world, grant, refusal("invalid_grant"))
        assert caught.value.error == "invalid_grant"
    assert sent(world) == ["first"]
    assert "is dead" in str(caught.value)
    assert not grant.guard.locked()


def test_somebody_who_takes_no_lock_may_have_been_faster(world: World) -> None:
    store = Failing()
    grant = user(store)
    theirs = TokenSet(access_token=Secret("x"), refresh_token=Secret("theirs"))
    old = replace(theirs, expires_at=0.0, refresh_token=Secret("old"))
    loads = iter([old, replace(theirs, expires_at=0.0)])
    store.load = lambda key: next(loads)  # type: ignore[method-assign]
    answers = [refusal("invalid_grant"), granted("b")]
    assert access(world, grant, *answers).refresh_token == Secret("theirs")
    assert sent(world) == ["old", "theirs"]


def test_a_person_has_to_log_in_first(world: World) -> None:
    person = Person(
        User("x", "client").application, "https://a.example", [], "ann", None
    )
    with pytest.raises(ReauthorizationRequiredError, match="'client pkce ann'") as told:
        access(world, person)
    assert told.value.error == "login_required"
    fields = {"grant_type": "authorization_code", "code": Secret("c")}
    steps = lifecycle.obtain(person, work(world), fields, frozenset({"read"}))
    first = perform(world, steps, [granted("a", refresh_token="r")])
    assert first.scopes == {"read"}
    assert access(world, person) == first
    assert person.store.load(person.key) == first
    perform(world, lifecycle.forget(person, work(world)))
    assert person.tokens is person.store.load(person.key) is None


def test_what_is_known_is_at_hand_or_in_the_store(world: World) -> None:
    store = Failing()
    grant = user(store)
    assert perform(world, lifecycle.known(grant, world.clock())) is None
    first = access(world, grant, granted("a", scope="read"))
    other = user(store)
    assert perform(world, lifecycle.known(other, world.clock())) == first
    asked = len(store.asked)
    assert perform(world, lifecycle.known(other, world.clock())) == first
    assert len(store.asked) == asked


def test_an_application_has_no_scopes_and_no_refresh_token(world: World) -> None:
    grant = Application("client", "secret")
    tokens = access(world, grant, granted("a", refresh_token="r"))
    assert tokens.scopes == frozenset()
    assert world.requests[0].body == b"grant_type=client_credentials"


# The store fails.


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
    ("begun", "now", "pause"), [(5.0, 5.0, 0.0), (5.0, 6.0, 0.0), (5.0, 7.0, 20.0)]
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


# Locks.


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


def test_a_pause_that_nobody_waits_for_is_none(world: World) -> None:
    grant, store = user(Failing(save=2)), None
    steps = storing.stored(
        grant,
        work(world),
        Unstored(
            keeper=grant,
            tokens=TokenSet(access_token=Secret("a")),
            replaced=store,
            whatever=True,
        ),
    )
    from _runtime.core.sleep import InterruptedSleepError

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
