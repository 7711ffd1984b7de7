"""What a client holds while it lives, and what it leaves behind."""

from __future__ import annotations

import asyncio
import gc
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, HttpTransport, RetryScheduled, Spotify, errors
from tests.faults.conftest import Calling, open_sockets
from tests.support.canary import token
from tests.support.forks import forking, in_child
from tests.support.raw_server import RawServer, http
from tests.support.timing import LASTING, PATIENCE, not_waiting

MARKETS = http(b'{"markets": ["SE"]}')
GENERATED = Path(__file__).parents[2] / "generated"
LINUX = pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="sockets are counted in /proc"
)


async def cancelled_somewhere(spotify: AsyncSpotify, chance: random.Random) -> bool:
    """Begin a call and cancel it after some rounds of the loop; say if it ended."""
    task = asyncio.create_task(spotify.markets.all())
    for _ in range(chance.randrange(24)):
        await asyncio.sleep(0)
    if chance.random() < 0.2:
        await asyncio.sleep(chance.random() * 0.004)
    task.cancel()
    try:
        return await task == ["SE"]
    except asyncio.CancelledError:
        return False


@pytest.mark.promise("cancellations-leave-the-pool-whole")
@LINUX
def test_after_1000_cancellations_a_pool_of_one_serves(server: RawServer):
    def script(connection: socket.socket) -> None:
        while server.read_request(connection):
            connection.sendall(MARKETS[:30])
            connection.sendall(MARKETS[30:])

    async def run() -> tuple[int, int]:
        chance = random.Random(7)
        transport = HttpTransport(max_connections=1)
        async with AsyncSpotify(
            token(), base_url=server.url, transport=transport
        ) as spotify:
            assert await spotify.markets.all() == ["SE"]
            before = open_sockets()
            ended = [await cancelled_somewhere(spotify, chance) for _ in range(1000)]
            assert await asyncio.wait_for(spotify.markets.all(), LASTING) == ["SE"]
            others = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.wait_for(
                asyncio.gather(*others, return_exceptions=True), PATIENCE
            )
            assert len(asyncio.all_tasks()) == 1
            return sum(ended), open_sockets() - before

    server.script = script
    ended, sockets = asyncio.run(run())
    assert 0 < ended < 900
    assert sockets <= 0


@pytest.mark.promise("cancellations-leave-the-pool-whole")
def test_cancelled_while_waiting_for_a_connection(server: RawServer):
    asked, release = threading.Event(), threading.Event()

    def script(connection: socket.socket) -> None:
        while server.read_request(connection):
            asked.set()
            release.wait(LASTING)
            connection.sendall(MARKETS)

    async def run() -> list[str]:
        transport = HttpTransport(max_connections=1)
        async with AsyncSpotify(
            token(), base_url=server.url, transport=transport
        ) as spotify:
            first = asyncio.create_task(spotify.markets.all())
            assert await asyncio.to_thread(asked.wait, PATIENCE)
            waiting = [asyncio.create_task(spotify.markets.all()) for _ in range(20)]
            await asyncio.sleep(0.05)
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
            release.set()
            assert await first == ["SE"]
            return await spotify.markets.all()

    server.script = script
    assert asyncio.run(run()) == ["SE"]
    assert server.connections == 1


@pytest.mark.promise("closing-twice-is-nothing")
def test_closing_again_does_nothing_and_a_closed_client_says_so(server: RawServer):
    server.answer(MARKETS)
    spotify = Spotify(token(), base_url=server.url)
    view = spotify.with_options(timeout=1.0)
    assert spotify.markets.all() == view.markets.all() == ["SE"]
    view.close()
    assert spotify.markets.all() == ["SE"]
    for _ in range(3):
        spotify.close()
    for closed in (spotify, view):
        with pytest.raises(errors.ConfigurationError, match="closed"):
            closed.markets.all()


@pytest.mark.promise("closing-ends-calls")
def test_closing_ends_a_call_that_waits_for_the_server(server: RawServer):
    def script(connection: socket.socket) -> None:
        server.read_request(connection)
        server.stopped.wait(LASTING)

    server.script = script
    spotify = Spotify(token(), base_url=server.url)
    with ThreadPoolExecutor(1) as threads:
        ending = threads.submit(spotify.markets.all)
        while not server.requests:
            time.sleep(0.01)
        with not_waiting():
            spotify.close()
            with pytest.raises(errors.ConfigurationError, match="closed"):
                ending.result()
    assert len(server.requests) == 1


@pytest.mark.promise("closing-ends-calls")
@pytest.mark.parametrize("kind", [Spotify, AsyncSpotify])
def test_a_client_that_was_closed_during_a_wait_sends_no_more(
    server: RawServer, kind: type
):
    server.answer(http(b"", "Retry-After: 1", status="503 Later"), MARKETS)

    async def run() -> None:
        scheduled = asyncio.Event()

        def note(event: object) -> None:
            if isinstance(event, RetryScheduled):
                scheduled.set()

        spotify = AsyncSpotify(token(), base_url=server.url, on_event=note)
        ending = asyncio.create_task(spotify.markets.all())
        await scheduled.wait()
        await spotify.aclose()
        await ending

    def block() -> None:
        waits: list[object] = []
        spotify = Spotify(token(), base_url=server.url, on_event=waits.append)
        with ThreadPoolExecutor(1) as threads:
            ending = threads.submit(spotify.markets.all)
            while not any(isinstance(each, RetryScheduled) for each in waits):
                time.sleep(0.01)
            spotify.close()
            ending.result()

    with pytest.raises(errors.ConfigurationError, match="closed"):
        block() if kind is Spotify else asyncio.run(run())
    assert len(server.requests) == 1


MANY = """
import gc, os, sys
from pathlib import Path
from spotify_web_api import Spotify

def held():
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE"), len(os.listdir("/proc/self/fd"))

with Spotify("token", base_url=sys.argv[1]) as spotify:
    for _ in range(500):
        spotify.markets.all()
    memory, files = held()
    for _ in range(2500):
        spotify.markets.all()
    more, as_many = held()
print(more - memory, as_many - files)
"""


@pytest.mark.promise("calls-leave-no-memory")
@LINUX
def test_thousands_of_calls_leave_nothing(server: RawServer):
    server.answer(MARKETS)
    done = subprocess.run(
        [sys.executable, "-c", MANY, server.url],
        cwd=GENERATED,
        capture_output=True,
        text=True,
        check=True,
        timeout=5 * PATIENCE,
    )
    memory, files = map(int, done.stdout.split())
    assert memory < 1_000_000
    assert files == 0


INTERRUPTED = """
import random, signal, sys, time
from spotify_web_api import HttpTransport, Spotify

def interrupt(*_):
    raise KeyboardInterrupt

signal.signal(signal.SIGALRM, interrupt)
chance, interrupted = random.Random(7), 0
transport = HttpTransport(max_connections=1)
with Spotify("token", base_url=sys.argv[1], transport=transport) as spotify:
    assert spotify.markets.all() == ["SE"]
    for _ in range(2000):
        try:
            signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.00001, 0.003))
            spotify.markets.all()
            signal.setitimer(signal.ITIMER_REAL, 0)
        except KeyboardInterrupt:
            interrupted += 1
    assert spotify.with_options(timeout=60.0).markets.all() == ["SE"]
print(interrupted)
"""


@pytest.mark.promise("interrupts-leave-the-pool-whole")
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timed signals")
def test_after_many_interrupts_a_pool_of_one_serves(server: RawServer):
    server.answer(MARKETS)
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, server.url],
        cwd=GENERATED,
        capture_output=True,
        text=True,
        check=False,
        timeout=5 * PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 40


@pytest.mark.promise("closing-twice-is-nothing")
def test_closing_again_does_nothing_when_awaited(server: RawServer):
    server.answer(MARKETS)

    async def run() -> None:
        spotify = AsyncSpotify(token(), base_url=server.url)
        assert await spotify.markets.all() == ["SE"]
        for _ in range(3):
            await spotify.aclose()
        with pytest.raises(errors.ConfigurationError, match="closed"):
            await spotify.markets.all()

    asyncio.run(run())


@pytest.mark.promise("no-thread-keeps-a-program-alive")
def test_threads_are_as_many_as_before(server: RawServer, calling: Calling):
    server.answer(MARKETS)
    before = {each for each in threading.enumerate() if not each.daemon}
    for _ in range(3):
        base_url = server.url.replace("127.0.0.1", "localhost")
        assert calling(lambda spotify: spotify.markets.all(), base_url) == ["SE"]
    assert {each for each in threading.enumerate() if not each.daemon} == before


FORGOTTEN = """
import asyncio, gc, logging, sys
from spotify_web_api import AsyncSpotify, Spotify

# The first call imports much, which is slow for one step of a loop.
logging.getLogger("asyncio").setLevel(logging.ERROR)

def forget():
    spotify = Spotify("token", base_url=sys.argv[1])
    assert spotify.markets.all() == ["SE"]

async def aforget():
    spotify = AsyncSpotify("token", base_url=sys.argv[1])
    assert await spotify.markets.all() == ["SE"]

def keep():
    with Spotify("token", base_url=sys.argv[1]) as spotify:
        assert spotify.markets.all() == ["SE"]

async def akeep():
    async with AsyncSpotify("token", base_url=sys.argv[1]) as spotify:
        assert await spotify.markets.all() == ["SE"]

{"forget": forget, "aforget": lambda: asyncio.run(aforget()),
 "keep": keep, "akeep": lambda: asyncio.run(akeep())}[sys.argv[2]]()
gc.collect()
"""


def developed(server: RawServer, way: str) -> str:
    """Run a program in Python's development mode; return what it complains of."""
    server.answer(MARKETS)
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", FORGOTTEN, server.url, way],
        cwd=GENERATED,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stderr


@pytest.mark.promise("forgotten-clients-warn")
@pytest.mark.parametrize("way", ["keep", "akeep"])
def test_a_closed_client_is_silent_in_development_mode(server: RawServer, way: str):
    assert developed(server, way) == ""


@pytest.mark.promise("forgotten-clients-warn")
@pytest.mark.parametrize("way", ["forget", "aforget"])
def test_a_forgotten_client_warns(server: RawServer, way: str):
    complaints = developed(server, way)
    assert "ResourceWarning: a client was not closed" in complaints
    assert "Traceback" not in complaints


@pytest.mark.promise("forks-and-loops-work")
def test_a_second_event_loop_works(server: RawServer):
    server.answer(MARKETS)
    spotify = AsyncSpotify(token(), base_url=server.url)
    with warnings.catch_warnings():
        # The connections of the first loop go with it: nobody can close them later.
        warnings.simplefilter("ignore", ResourceWarning)
        assert asyncio.run(spotify.markets.all()) == ["SE"]
        assert asyncio.run(spotify.markets.all()) == ["SE"]
        asyncio.run(spotify.aclose())
        gc.collect()


@pytest.mark.promise("forks-and-loops-work")
@forking
def test_after_a_fork_both_processes_work(server: RawServer):
    server.answer(MARKETS)
    with Spotify(token(), base_url=server.url) as spotify:
        assert spotify.markets.all() == ["SE"]
        assert in_child(lambda: spotify.markets.all() == ["SE"])
        assert spotify.markets.all() == ["SE"]
    assert server.connections == 2


@pytest.mark.promise("lookup-and-pool-share-the-time")
def test_a_slow_lookup_does_not_hold_the_call(
    calling: Calling, monkeypatch: pytest.MonkeyPatch
):
    over = threading.Event()

    def slow(*_args: object, **_options: object) -> list[object]:
        over.wait(LASTING)
        return []

    def call(spotify: Any) -> Any:
        async def awaited(result: Any) -> Any:
            try:
                return await result
            finally:
                over.set()

        try:
            result = spotify.markets.all()
        except errors.SpotifyError:
            over.set()
            raise
        return awaited(result)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with not_waiting(), pytest.raises(errors.DeadlineExceededError) as caught:
        calling(call, "https://slow.example/v1", timeout=0.3)
    assert caught.value.sent is False


@pytest.mark.promise("threads-share-a-client")
def test_many_threads_share_one_client(server: RawServer):
    server.answer(MARKETS)
    failures: list[BaseException] = []

    def work(spotify: Spotify) -> None:
        try:
            for _ in range(50):
                assert spotify.markets.all() == ["SE"]
        except BaseException as error:  # noqa: BLE001 - shown below
            failures.append(error)

    transport = HttpTransport(max_connections=2)
    with Spotify(token(), base_url=server.url, transport=transport) as spotify:
        threads = [threading.Thread(target=work, args=(spotify,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failures == []
    assert len(server.requests) == 400
    assert server.connections <= 2
