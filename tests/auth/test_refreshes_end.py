"""What the server has granted is received and stored, whoever gives up meanwhile."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from spotify_web_api import (
    PKCE,
    AsyncSpotify,
    FileTokenStore,
    HttpTransport,
    MemoryTokenStore,
    RefreshToken,
    Spotify,
    errors,
)
from spotify_web_api._runtime.engine import shielded_task
from tests.support.accounts import CLIENT_ID, Accounts
from tests.support.failing_stores import REDIRECT, expired, stored
from tests.support.timing import PATIENCE

from .conftest import under_way, wait_for_refreshes


class Hesitation:
    """A server that has granted tokens, and does not answer until it is told to."""

    def __init__(self) -> None:
        self.granted, self.answer = threading.Event(), threading.Event()

    def __call__(self) -> None:
        self.granted.set()
        self.answer.wait(PATIENCE)

    async def begun(self) -> None:
        await asyncio.to_thread(self.granted.wait, PATIENCE)


@pytest.fixture
def rotating(rotating: Accounts) -> Iterator[Accounts]:
    """A server that hesitates, and ends a grant when an old token is used again."""
    rotating.hesitate = Hesitation()
    yield rotating
    rotating.hesitate.answer.set()


Call = Callable[[], Awaitable[object]]


async def cancelled(call: Call, begun: Call) -> None:
    task = asyncio.ensure_future(call())
    await begun()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def timed_out(call: Call, begun: Call) -> None:
    async def limited() -> None:
        async with asyncio.timeout(None) as limit:
            task = asyncio.ensure_future(begun())
            task.add_done_callback(lambda _: limit.reschedule(0.0))
            await call()

    with pytest.raises(TimeoutError):
        await limited()


async def left_a_scope(call: Call, begun: Call) -> None:
    with anyio.CancelScope() as scope:
        task = asyncio.ensure_future(begun())
        task.add_done_callback(lambda _: scope.cancel())
        await call()


async def all_cancelled(call: Call, begun: Call) -> None:
    asyncio.ensure_future(call())  # noqa: RUF006 - the loop has it
    await begun()
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()


@pytest.mark.promise("refreshes-end-by-themselves")
@pytest.mark.parametrize("give_up", [cancelled, timed_out, left_a_scope, all_cancelled])
def test_a_refresh_outlives_the_task_that_asked_for_it(
    rotating: Accounts, give_up: Callable[[Call, Call], Awaitable[None]]
) -> None:
    hesitation: Any = rotating.hesitate
    auth = expired(rotating, MemoryTokenStore())

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=rotating.api) as spotify:
            await give_up(spotify.users.me, hesitation.begun)
            hesitation.answer.set()
            await spotify.users.me()

    asyncio.run(run())
    assert stored(auth, rotating)
    assert rotating.grants() == ["refresh_token"]


@pytest.mark.promise("refreshes-end-by-themselves")
@pytest.mark.parametrize("ending", ["client", "loop"])
def test_it_outlives_client_and_event_loop(rotating: Accounts, ending: str) -> None:
    hesitation: Any = rotating.hesitate
    auth = expired(rotating, MemoryTokenStore())

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=rotating.api) as spotify:
            await cancelled(spotify.users.me, hesitation.begun)
        if ending == "client":
            hesitation.answer.set()
            await asyncio.wait(shielded_task._under_way)
        else:
            threading.Timer(0.05, hesitation.answer.set).start()

    asyncio.run(run())
    assert stored(auth, rotating)
    assert not auth.guard.locked()


def test_closing_does_not_wait_for_it_nor_two_cancellations(
    rotating: Accounts,
) -> None:
    hesitation: Any = rotating.hesitate
    auth = expired(rotating, MemoryTokenStore())

    async def call() -> None:
        async with AsyncSpotify(auth, base_url=rotating.api) as spotify:
            try:
                await spotify.users.me()
            finally:
                await asyncio.sleep(PATIENCE)

    async def run() -> None:
        task = asyncio.ensure_future(call())
        await hesitation.begun()
        for _ in range(2):
            task.cancel()
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        await asyncio.gather(task, return_exceptions=True)
        hesitation.answer.set()

    asyncio.run(run())
    assert stored(auth, rotating)


@pytest.mark.promise("refreshes-end-by-themselves")
def test_the_tokens_of_a_code_outlive_the_task_that_asked_for_them(
    rotating: Accounts,
) -> None:
    hesitation: Any = rotating.hesitate
    auth = PKCE(CLIENT_ID, REDIRECT, base_url=rotating.base_url)

    async def run() -> None:
        callback = rotating.follow(auth.authorization_url())
        await cancelled(lambda: auth.aexchange(callback), hesitation.begun)
        hesitation.answer.set()

    asyncio.run(run())
    assert stored(auth, rotating)


@pytest.mark.promise("refreshes-end-by-themselves")
@pytest.mark.parametrize("awaited", [False, True])
def test_a_call_ends_in_time_and_its_refresh_later(
    rotating: Accounts, *, awaited: bool
) -> None:
    hesitation: Any = rotating.hesitate
    auth = expired(rotating, MemoryTokenStore())

    async def run() -> None:
        async with AsyncSpotify(auth, base_url=rotating.api, timeout=0.2) as client:
            with pytest.raises(errors.DeadlineExceededError, match="goes on by itself"):
                await client.users.me()
        hesitation.answer.set()

    if awaited:
        asyncio.run(run())
    else:
        with (
            Spotify(auth, base_url=rotating.api, timeout=0.2) as spotify,
            pytest.raises(errors.DeadlineExceededError, match="by itself") as caught,
        ):
            spotify.users.me()
        assert not caught.value.sent
        assert len(under_way()) == 1
        hesitation.answer.set()
        wait_for_refreshes()
    assert stored(auth, rotating)
    with Spotify(auth, base_url=rotating.api) as spotify:
        assert spotify.users.me()
    assert rotating.grants() == ["refresh_token"]


def interrupted(call: Callable[[], object], hesitation: Hesitation) -> None:
    """Make a call that Ctrl-C ends as soon as the server has granted tokens."""

    def interrupt() -> None:
        hesitation.granted.wait(PATIENCE)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    thread = threading.Thread(target=interrupt)
    try:
        thread.start()
        with pytest.raises(KeyboardInterrupt):
            call()
    finally:
        signal.signal(signal.SIGINT, before)
        thread.join()


@pytest.mark.promise("refreshes-end-by-themselves")
@pytest.mark.skipif(os.name != "posix", reason="signals are a matter of POSIX")
def test_a_refresh_outlives_an_interrupt_and_the_client(rotating: Accounts) -> None:
    hesitation: Any = rotating.hesitate
    auth = expired(rotating, MemoryTokenStore())
    with Spotify(auth, base_url=rotating.api) as spotify:
        interrupted(spotify.users.me, hesitation)
    hesitation.answer.set()
    wait_for_refreshes()
    assert stored(auth, rotating)
    assert not auth.guard.locked()


@pytest.mark.skipif(os.name != "posix", reason="signals are a matter of POSIX")
def test_a_transport_that_others_use_stays_open(rotating: Accounts) -> None:
    hesitation: Any = rotating.hesitate
    given = rotating.consent("user-top-read")
    auth = RefreshToken(given, CLIENT_ID, base_url=rotating.base_url)
    interrupted(auth.token, hesitation)
    hesitation.answer.set()
    wait_for_refreshes()
    assert stored(auth, rotating)
    callback = rotating.follow(
        (
            pkce := PKCE(CLIENT_ID, REDIRECT, base_url=rotating.base_url)
        ).authorization_url()
    )
    transport = HttpTransport()
    assert pkce.exchange(callback, transport=transport).refresh_token is not None
    assert transport._pools
    transport.close()


PROGRAM = """
import sys
from spotify_web_api import PKCE, FileTokenStore, Spotify

client_id, base_url, folder = sys.argv[1:]
auth = PKCE(client_id, base_url=base_url, store=FileTokenStore(folder))
print("ready", flush=True)
with Spotify(auth, base_url=base_url + "/v1") as spotify:
    spotify.users.me()
"""


@pytest.mark.promise("refreshes-end-by-themselves")
@pytest.mark.skipif(os.name != "posix", reason="signals are a matter of POSIX")
def test_a_program_that_is_interrupted_ends_after_it(
    rotating: Accounts, tmp_path: Path
) -> None:
    hesitation: Any = rotating.hesitate
    auth = expired(rotating, FileTokenStore(tmp_path))
    path = str(Path(__file__).parents[2] / "generated")
    command = [sys.executable, "-c", PROGRAM, CLIENT_ID, rotating.base_url]
    with subprocess.Popen(
        [*command, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert hesitation.granted.wait(PATIENCE)
        program.send_signal(signal.SIGINT)
        assert program.stderr is not None
        while b"KeyboardInterrupt" not in program.stderr.readline():
            assert program.poll() is None
        hesitation.answer.set()
        program.communicate(timeout=PATIENCE)
    assert stored(auth, rotating)
