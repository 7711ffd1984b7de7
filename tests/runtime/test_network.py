"""The time that is left is divided among the operations of a socket."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpcore2
import pytest

from _runtime.transports import backends, streams
from _runtime.transports.backends import Backend
from _runtime.transports.streams import AsyncStream, Stream


class Time:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    found = Time()
    monkeypatch.setattr(streams, "time", found)
    return found


class Inner(httpcore2.NetworkBackend, httpcore2.NetworkStream):
    """Takes a second for whatever it does; remembers how many it was given."""

    def __init__(self, clock: Time) -> None:
        self.clock = clock
        self.seconds: list[float | None] = []
        self.sizes: list[int] = []

    def spend(self, timeout: float | None) -> None:
        self.seconds.append(timeout)
        self.clock.now += 1.0

    def connect_tcp(self, host, port, timeout=None, *_rest):
        self.spend(timeout)
        raise httpcore2.ConnectTimeout(host)

    def read(self, max_bytes, timeout=None):
        self.spend(timeout)
        return b"x"

    def write(self, buffer, timeout=None):
        self.sizes.append(len(buffer))
        self.spend(timeout)

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        self.spend(timeout)
        return self

    def get_extra_info(self, info):
        return None


class AwaitedInner:
    """The same for an event loop."""

    def __init__(self, inner: Inner) -> None:
        self.inner = inner

    async def read(self, max_bytes, seconds=None):
        return self.inner.read(max_bytes, seconds)

    async def write(self, buffer, seconds=None):
        self.inner.write(buffer, seconds)

    async def start_tls(self, ssl_context, server_hostname=None, seconds=None):
        self.inner.start_tls(ssl_context, server_hostname, seconds)
        return self


OPERATIONS = {
    "read": (lambda stream, until: stream.read(9, until), httpcore2.ReadTimeout),
    "write": (lambda stream, until: stream.write(b"x", until), httpcore2.WriteTimeout),
    "handshake": (
        lambda stream, until: stream.start_tls(None, "x.example", until),
        httpcore2.ConnectTimeout,
    ),
}


@pytest.mark.promise("a-call-ends-in-time")
@pytest.mark.parametrize("awaited", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_each_operation_gets_what_is_left_to_the_second(clock, name, awaited):
    act, late = OPERATIONS[name]
    inner = Inner(clock)
    stream = AsyncStream(AwaitedInner(inner)) if awaited else Stream(inner)

    async def wait_for(result):
        return await result

    def do():
        result = act(stream, 1003.0)
        return asyncio.run(wait_for(result)) if awaited else result

    for _ in range(3):
        do()
    with pytest.raises(late):
        do()
    assert inner.seconds == [3.0, 2.0, 1.0]


@pytest.mark.promise("the-next-address-gets-its-time")
def test_addresses_that_do_not_answer_leave_time_for_the_next(clock, monkeypatch):
    monkeypatch.setattr(backends, "_resolve", lambda *_: ["192.0.2.1", "192.0.2.2"])
    backend, inner = Backend(), Inner(clock)
    backend._inner = inner
    with pytest.raises(httpcore2.ConnectTimeout):
        backend.connect_tcp("two.example", 443, 1004.0)
    assert inner.seconds == [2.0, 3.0]


@pytest.mark.promise("long-writes-end-in-time")
def test_long_writes_are_timed_in_pieces(clock):
    inner = Inner(clock)
    with pytest.raises(httpcore2.WriteTimeout):
        Stream(inner).write(b"x" * 1_000_000, 1003.0)
    assert inner.sizes[0] <= 65_536
    assert inner.seconds == [3.0, 2.0, 1.0]


def test_addresses_need_no_lookup(monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", None)
    assert backends._resolve("127.0.0.1", 80, 1.0) == ["127.0.0.1"]
    assert backends._resolve("::1", 80, 1.0) == ["::1"]


def test_without_a_limit_nothing_is_late():
    assert streams.left(None, TimeoutError) is None


def raised(*, awaited: bool, secret: bytes, until: float) -> None:
    if awaited:
        asyncio.run(AsyncStream(AwaitedRefusing()).write(secret, until))
    else:
        Stream(Refusing()).write(secret, until)


class Refusing:
    """Refuses everything, as a connection that is gone does."""

    def write(self, *_):
        raise httpcore2.WriteError("gone")


class AwaitedRefusing:
    async def write(self, *_):
        raise httpcore2.WriteError("gone")


@pytest.mark.promise("failed-writes-hide-the-token")
@pytest.mark.parametrize("ahead", [1.0, -1.0], ids=["refused", "late"])
@pytest.mark.parametrize("awaited", [False, True], ids=["sync", "async"])
def test_what_was_written_is_in_no_local_variable_afterwards(ahead, awaited):
    secret, until = b"Authorization: Bearer canary", time.monotonic() + ahead
    with pytest.raises((httpcore2.WriteError, httpcore2.WriteTimeout)) as caught:
        raised(awaited=awaited, secret=secret, until=until)
    frames = [each.frame for each in caught.traceback]
    ours = [frame for frame in frames if frame.code.path == Path(streams.__file__)]
    assert ours
    assert "canary" not in "".join(repr(frame.f_locals) for frame in ours)
