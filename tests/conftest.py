"""Options and fixtures that all tests share."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

pytest_plugins = [
    "tests.support.canary",
    "tests.support.promises",
]

settings.register_profile("untimed", deadline=None, print_blob=True)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="accept the present output as expected in tests/golden",
    )


def pytest_configure(config: pytest.Config) -> None:
    # What is started in the background inherits that Ctrl-C is ignored.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("--update rewrites what CI compares with: not in CI")


@pytest.fixture(autouse=True)
def no_window_outlives_its_test() -> Iterator[None]:
    """Tests share a process, and with it the store of rate-limit windows."""
    yield
    for name, module in list(sys.modules.items()):
        if name.endswith("_runtime.engine.limits"):
            module.PROCESS._ends.clear()
