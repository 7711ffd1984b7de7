"""Real failures of real sockets: what is repeated, and how often the server sees it."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from _runtime.engine.events import Event, RequestSent
from _runtime.errors import (
    ClientError,
    ConnectFailedError,
    DeadlineExceededError,
    ProtocolError,
    RateLimitedError,
    ServerError,
)
from tests.support.raw_server import RawServer, http, reset
from tests.support.things import AsyncShop, Shop
from tests.support.timing import LASTING

OK = http(b"{}")
FAILURES: dict[str, tuple[Callable[[socket.socket], object], type[ClientError]]] = {
    "reset": (reset, ProtocolError),
    "closed": (lambda connection: None, ProtocolError),
    "half a head": (lambda it: it.sendall(b"HTTP/1.1 200 O"), ProtocolError),
    "half a body": (lambda it: it.sendall(http(b"{}", length=9)), ProtocolError),
    "garbage": (lambda it: it.sendall(b"garbage\r\n\r\n"), ProtocolError),
    "stalled": (lambda it: it.recv(1), DeadlineExceededError),
    "502": (lambda it: it.sendall(http(status="502 Bad")), ServerError),
    "503": (lambda it: it.sendall(http(status="503 Later")), ServerError),
}


def _sync(method: str, url: str, **options: Any) -> int:
    with Shop("token", base_url=url, **options) as shop:
        return shop.request(method, "/x").status


def _async(method: str, url: str, **options: Any) -> int:
    async def call() -> int:
        async with AsyncShop("token", base_url=url, **options) as shop:
            return (await shop.request(method, "/x")).status

    return asyncio.run(call())


@pytest.fixture(params=[_sync, _async], ids=["sync", "async"])
def calling(request: pytest.FixtureRequest) -> Callable[..., int]:
    return request.param


def fail_first(server: RawServer, fail: Callable[[socket.socket], object]) -> None:
    """Read the first request and fail; answer the others."""

    def script(connection: socket.socket) -> None:
        while server.read_request(connection):
            if len(server.requests) == 1:
                fail(connection)
                return
            connection.sendall(OK)

    server.script = script


@pytest.mark.parametrize("name", FAILURES)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_what_is_safe_is_sent_again(server, calling, name, method):
    fail_first(server, FAILURES[name][0])
    limit = 0.4 if name == "stalled" else LASTING
    found = calling(method, server.url, attempt_timeout=limit, timeout=2 * LASTING)
    assert found == 200
    assert len(server.requests) == 2 or name == "stalled"


@pytest.mark.parametrize("name", FAILURES)
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_what_was_sent_and_is_not_safe_is_never_sent_again(
    server, calling, name, method
):
    fail, error = FAILURES[name]
    fail_first(server, fail)
    with pytest.raises(error):
        calling(
            method, server.url, attempt_timeout=0.2 if name == "stalled" else LASTING
        )
    time.sleep(0.05)
    assert len(server.requests) == 1


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_refused_connection_is_tried_again(calling, method):
    happened: list[Event] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ConnectFailedError) as caught:
        calling(method, f"http://127.0.0.1:{port}", on_event=happened.append)
    assert sum(isinstance(each, RequestSent) for each in happened) == 4
    assert not caught.value.sent


def test_a_storm_of_429_ends(server, calling):
    server.answer(http(b"{}", "Retry-After: 0", status="429 Slow down"))
    with pytest.raises(RateLimitedError):
        calling("GET", server.url, max_attempts=2)
    assert len(server.requests) == 2


def test_all_threads_wait_for_the_window_of_one(server):
    """Eight threads at once; one 429 with a second of silence; then all succeed."""
    arrived: list[float] = []
    lock = threading.Lock()
    refused = http(b"{}", "Retry-After: 1", status="429 Slow down")

    def script(connection: socket.socket) -> None:
        while server.read_request(connection):
            with lock:
                arrived.append(time.monotonic())
                is_first = len(arrived) == 1
            connection.sendall(refused if is_first else OK)

    server.script = script
    with Shop("token", base_url=server.url) as shop:
        with pytest.raises(RateLimitedError):
            shop.with_options(max_attempts=1).request("GET", "/x")
        threads = [
            threading.Thread(target=shop.request, args=("GET", "/x")) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert shop.limits.seconds_left == 0
    assert len(arrived) == 9
    assert min(arrived[1:]) - arrived[0] > 0.95
