"""Fixtures of the runtime's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.raw_server import RawServer, raw_server

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def server() -> Iterator[RawServer]:
    with raw_server() as running:
        yield running
