"""Options and fixtures that all tests share."""

from __future__ import annotations

import functools
import gc
import os
import signal
import ssl
import sys
import threading
from collections.abc import Iterator

import httpcore2
import pytest
from hypothesis import settings

from generator.output import format as formatting, render as rendering

pytest_plugins = [
    "tests.support.canary",
    "tests.support.promises",
    "tests.support.real",
]

settings.register_profile("untimed", deadline=None, print_blob=True)
settings.register_profile("quick", settings.get_profile("untimed"), max_examples=15)
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


def pytest_collection_finish() -> None:
    # All modules and tests would be looked through at every `gc.collect()`.
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def certificates_are_read_once() -> Iterator[None]:
    """To read those of the system takes longer than most tests, which make a client."""
    read = functools.cache(lambda *_variables: original())
    original = httpcore2.default_ssl_context

    def once() -> ssl.SSLContext:
        return read(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpcore2, "default_ssl_context", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def the_same_text_is_formatted_once() -> Iterator[None]:
    """What tests give to it is mostly alike; other processes would forget it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formatting, "_format", functools.cache(formatting._format))
        patch.setattr(formatting, "_SMALL", sys.maxsize)
        yield


@pytest.fixture(scope="session", autouse=True)
def templates_are_read_once() -> Iterator[None]:
    """A thousand packages are made of the same ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            rendering, "_environment", functools.cache(rendering._environment)
        )
        yield


@pytest.fixture(autouse=True)
def no_window_outlives_its_test() -> Iterator[None]:
    """Tests share a process, and with it the store of rate-limit windows."""
    yield
    for name in _stores_of_windows():
        if (module := sys.modules.get(name)) is not None:
            module.forget_limits()


_seen: set[str] = set()
_stores: list[str] = []


def _stores_of_windows() -> list[str]:
    """Name the modules that hold one; only those imported since are looked at."""
    new = sys.modules.keys() - _seen
    _seen.update(new)
    _stores.extend(name for name in new if name.endswith("_runtime.engine.limits"))
    return _stores
