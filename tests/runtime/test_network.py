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


class Inner(httpcore2.NetworkBackend, httpcore2.NetworkStream):
    """Records durations; every connection takes too long."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.sizes: list[int] = []

    def connect_tcp(self, host, port, timeout=None, *_rest):
        self.seconds.append(timeout)
        raise httpcore2.ConnectTimeout(host)

    def write(self, buffer, timeout=None):
        self.seconds.append(timeout)
        self.sizes.append(len(buffer))
        time.sleep(0.05)


@pytest.mark.promise("the-next-address-gets-its-time")
def test_addresses_that_do_not_answer_leave_time_for_the_next(monkeypatch):
    monkeypatch.setattr(backends, "_resolve", lambda *_: ["192.0.2.1", "192.0.2.2"])
    backend, inner = Backend(), Inner()
    backend._inner = inner
    with pytest.raises(httpcore2.ConnectTimeout):
        backend.connect_tcp("two.example", 443, time.monotonic() + 4.0)
    assert inner.seconds == [pytest.approx(2.0, abs=0.1), pytest.approx(4.0, abs=0.1)]


def test_long_writes_are_timed_in_pieces():
    inner = Inner()
    with pytest.raises(httpcore2.WriteTimeout):
        Stream(inner).write(b"x" * 1_000_000, time.monotonic() + 0.12)
    assert inner.sizes[0] <= 65_536
    assert inner.seconds == sorted(inner.seconds, reverse=True)
    assert len(inner.sizes) <= 4


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
