"""Fixtures of the runtime's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from _runtime.auth.unstored import PROCESS
from tests.support.play import World
from tests.support.raw_server import RawServer, raw_server

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def world() -> Iterator[World]:
    """Give a world, in which no grant knows tokens that a test before it has left."""
    yield World()
    PROCESS._entries.clear()


@pytest.fixture
def server() -> Iterator[RawServer]:
    with raw_server() as running:
        yield running
