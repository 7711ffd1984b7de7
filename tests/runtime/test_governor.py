"""Nothing is sent while the server has asked for silence."""

from __future__ import annotations

import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from _runtime.core.secret import Secret
from _runtime.engine import governor
from _runtime.engine.exchange import exchange
from _runtime.engine.limits import PROCESS, LimitState, MemoryLimitStore, forget_limits
from _runtime.engine.progress import Progress
from _runtime.errors import RateLimitedError
from tests.support.play import BEGIN, CALL, ERRORS_WITH_NEVER, World, settings
from tests.support.things import BASE, AsyncShop, Shop, answer, script
from tests.support.timing import LASTING, not_waiting

SETTINGS = settings(errors=ERRORS_WITH_NEVER)
COLORS = '{"colors": []}'
USED_UP = b'{"error": {"status": 429, "message": "x", "reason": "USED_UP"}}'


def asked(seconds: int, body: bytes = b""):
    return answer(body, 429, retry_after=str(seconds))


def test_a_key_names_the_api_and_hides_the_token():
    key = governor.key(f"{BASE}/things/a?q=1", Secret("canary"))
    assert key.startswith("https://api.things.example ")
    assert "canary" not in key
    assert len(key.split()[1]) == 64
    assert key == governor.key("HTTPS://API.things.example:443/", Secret("canary"))
    assert key != governor.key(f"{BASE}/things/a", Secret("canary2"))
    assert key != governor.key("https://api.things.example:444/", Secret("canary"))


@pytest.mark.promise("windows-silence-the-process")
def test_a_window_holds_other_calls_back():
    world = World()
    first = world.play([asked(80000)], CALL, SETTINGS)
    second = world.play([], CALL, SETTINGS, world.client())
    assert isinstance(first, RateLimitedError)
    assert isinstance(second, RateLimitedError)
    assert len(world.sent) == 1
    assert (first.retry_after, second.retry_after) == (80000, 80000)
    assert second.retry_at == BEGIN + timedelta(seconds=80000)
    assert "not sent" in second.message
    assert world.pauses == []


def test_a_call_waits_for_a_short_window():
    world = World()
    world.play([asked(25)], CALL, replace(SETTINGS, max_attempts=1))
    world.time += 5
    assert world.play([answer("x")], CALL, SETTINGS, world.client()).body == b"x"
    assert world.pauses == [20.0]
    assert [when for when, _ in world.sent] == [1000.0, 1025.0]


def test_a_window_that_grows_while_a_call_waits_is_kept():
    world = World()
    key = governor.key(CALL.url, Secret("canary"))
    world.store.extend(key, 5)
    steps = []

    class Growing(MemoryLimitStore):
        def until(self, key: str) -> float | None:
            steps.append(key)
            if len(steps) == 2:
                self.extend(key, 7)
            return super().until(key)

    growing = Growing(lambda: world.time)
    growing.extend(key, 5)
    world.store = growing
    world.play([answer("")], CALL, SETTINGS)
    assert world.pauses == [5.0, 7.0]
    assert [when for when, _ in world.sent] == [1012.0]


def test_the_token_is_asked_for_anew_after_a_wait():
    world = World()
    world.store.extend(governor.key(CALL.url, Secret("canary")), 5)
    world.tokens = ["canary", "newer"]
    world.play([answer("")], CALL, SETTINGS)
    assert dict(world.requests[0].headers)["Authorization"] == "Bearer newer"


def test_other_accounts_and_calls_without_a_token_go_on():
    world = World()
    world.play([asked(80000)], CALL, SETTINGS)
    assert world.play([answer("x")], replace(CALL, authorized=False), SETTINGS).body
    world.token = "another"
    assert world.play([answer("x")], CALL, SETTINGS).body == b"x"


def test_a_call_without_a_token_begins_no_window():
    world = World()
    call = replace(CALL, authorized=False)
    assert isinstance(world.play([asked(80000)], call, SETTINGS), RateLimitedError)
    assert world.windows == []


def test_a_quota_begins_a_window_only_if_it_says_how_long():
    world = World()
    world.play([answer(USED_UP, 429)], CALL, SETTINGS)
    assert (world.windows, len(world.sent)) == ([], 1)
    world.play([asked(9, USED_UP)], CALL, SETTINGS)
    assert (world.windows, len(world.sent)) == ([(1000.0, 1009.0)], 2)


def test_a_failing_server_begins_no_window():
    world = World()
    world.play([answer("", 503, retry_after="80000")], CALL, SETTINGS)
    assert world.windows == []


@pytest.mark.promise("one-warning-a-window")
def test_one_warning_per_window(caplog):
    world = World()
    once = replace(SETTINGS, max_attempts=1)
    with caplog.at_level(logging.WARNING, "things"):
        clock, shared = world.clock(), world.shared
        begun = [Progress.begin(CALL, once, clock, shared) for _ in range(3)]
        together = [*map(exchange, begun)]
        for steps in together:
            world.until_sent(steps, next(steps))
        for steps, wait in zip(together, (10, 20, 5), strict=True):
            with pytest.raises(RateLimitedError):
                world.until_sent(steps, steps.send(asked(wait)))
        assert [end for _, end in world.windows] == [1010.0, 1020.0, 1005.0]
        assert shared.state(clock).seconds_left == 20.0
        assert len(caplog.records) == 1
        world.time += 21
        world.play([asked(80000)], CALL, once)
    lines = [record.getMessage() for record in caplog.records]
    begin = "rate limited: nothing is sent for"
    assert lines == [
        f"{begin} 10 s, until 2026-01-01T00:00:10+00:00 ({CALL.label})",
        f"{begin} 80000 s, until 2026-01-01T22:13:41+00:00 ({CALL.label})",
    ]
    assert {record.levelname for record in caplog.records} == {"WARNING"}


def test_the_state_of_the_limits():
    world = World()
    shared, clock = world.shared, world.clock()
    free = LimitState(seconds_left=0.0, ends_at=None, retry_tokens=500)
    assert shared.state(clock) == free
    world.play([asked(40)], CALL, SETTINGS)
    world.time += 10
    assert shared.state(clock) == LimitState(
        seconds_left=30.0, ends_at=BEGIN + timedelta(seconds=40), retry_tokens=500
    )
    other = world.client()
    world.play([answer("")], CALL, replace(SETTINGS, max_wait=1.0), other)
    assert other.state(clock).seconds_left == 30.0
    world.time += 30
    assert shared.state(clock) == free
    world.play([answer("")], CALL, SETTINGS, other)
    assert other.window_end is None


@pytest.mark.promise("windows-silence-the-process")
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b"]), st.floats(0.01, 1000), st.floats(0, 600))
    )
)
def test_a_window_is_never_shortened(steps):
    now = 0.0
    ends = {"a": 0.0, "b": 0.0}
    store = MemoryLimitStore(lambda: now)
    for key, seconds, passed in steps:
        is_new = store.extend(key, seconds)
        assert is_new == (ends[key] <= now)
        ends[key] = max(ends[key], now + seconds)
        now += passed
        for each, end in ends.items():
            left = store.until(each)
            assert left == (end - now if end > now else None)
    assert len(store._ends) <= 2


def test_windows_that_ended_take_no_memory():
    now = 0.0
    store = MemoryLimitStore(lambda: now)
    for number in range(1000):
        store.extend(str(number), 0.5)
        now += 1.0
    assert len(store._ends) == 1


def test_threads_agree_on_who_began_a_window():
    store = MemoryLimitStore(lambda: 1000.0)
    start = threading.Barrier(16)

    def work(number: int) -> bool:
        start.wait()
        return store.extend("key", 10.0 + number)

    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(work, range(16))) == 1
    assert store.until("key") == 25.0


@pytest.mark.promise("windows-silence-the-process")
def test_the_clients_of_a_process_share_its_windows():
    refused = script(asked(80000))
    untouched = script()
    with pytest.raises(RateLimitedError):
        Shop("one-token", transport=refused).colors()
    shop = Shop("one-token", transport=untouched, timeout=2 * LASTING)
    for call in (shop.colors, shop.with_options(max_wait=100.0).state):
        with pytest.raises(RateLimitedError, match="not sent") as caught:
            call()
    with not_waiting(), ThreadPoolExecutor(8) as threads:
        errors = list(threads.map(lambda _: _error(shop), range(64)))
    assert all(isinstance(each, RateLimitedError) for each in errors)

    async def tasks() -> list[object]:
        other = AsyncShop("one-token", transport=untouched)
        calls = [other.state() for _ in range(64)]
        return await asyncio.gather(*calls, return_exceptions=True)

    assert all(isinstance(each, RateLimitedError) for each in asyncio.run(tasks()))
    assert untouched.requests == []
    ends_at = shop.limits.ends_at
    assert ends_at is not None
    assert abs(ends_at - caught.value.retry_at) < timedelta(seconds=1)
    assert ends_at > datetime.now(UTC) + timedelta(hours=22)


def _error(shop: Shop) -> Exception | None:
    try:
        shop.colors()
    except RateLimitedError as error:
        return error
    return None


def test_a_long_wait_is_answered_at_once():
    for kind in (Shop, AsyncShop):
        calls = script(answer("", 204), asked(80000))
        client = kind(f"token-{kind.__name__}", transport=calls, timeout=2 * LASTING)
        assert _run(client.state) is None
        with not_waiting(), pytest.raises(RateLimitedError) as caught:
            _run(client.state)
        assert caught.value.retry_after == 80000
        wait = caught.value.retry_at - datetime.now(UTC)
        assert abs(wait - timedelta(seconds=80000)) < timedelta(seconds=LASTING)


def _run(call):
    result = call()
    return asyncio.run(_await(result)) if asyncio.iscoroutine(result) else result


async def _await(coroutine):
    return await coroutine


def test_a_store_of_its_own_is_not_shared():
    with pytest.raises(RateLimitedError):
        Shop("token", transport=script(asked(80000)), limits=MemoryLimitStore()).state()
    assert Shop("token", transport=script(COLORS)).colors() == []


class NetworkStore:
    """A store that has to be awaited, as one on another machine."""

    def __init__(self) -> None:
        self.memory = MemoryLimitStore()
        self.asked: list[str] = []

    async def auntil(self, key: str) -> float | None:
        await asyncio.sleep(0)
        self.asked.append(key)
        return self.memory.until(key)

    async def aextend(self, key: str, seconds: float) -> bool:
        await asyncio.sleep(0)
        return self.memory.extend(key, seconds)


@pytest.mark.anyio
async def test_a_store_that_is_awaited():
    store = NetworkStore()
    first = AsyncShop("token", transport=script(asked(80000)), limits=store)
    second = AsyncShop("token", transport=script(), limits=store)
    for shop in (first, second.with_options(max_attempts=1)):
        with pytest.raises(RateLimitedError):
            await shop.state()
    assert len(store.asked) == 2
    assert second.limits.seconds_left > 79000


def test_windows_are_forgotten_one_store_or_all():
    first, second = MemoryLimitStore(), MemoryLimitStore()
    for store in (first, second, PROCESS):
        store.extend("key", 60)
    first.clear()
    assert (first.until("key"), second.until("key") is None) == (None, False)
    forget_limits()
    assert second.until("key") is None
    assert PROCESS.until("key") is None
