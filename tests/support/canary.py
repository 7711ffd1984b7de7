"""Watches a whole run for secrets that show: load it with `pytest_plugins`.

Every access token in the tests of the emitted client comes from `token()` and holds
the mark of this run. Whatever shows the mark (a log record, a `repr`, an exception, a
local variable in a traceback) fails the test that was running.
"""

from __future__ import annotations

import functools
import itertools
import logging
import os
import pickle
import secrets
from inspect import iscoroutinefunction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

MARK = f"canary-{secrets.token_hex(8)}"
LOGGERS = ("spotify_web_api", "httpcore2", "h11", "h2", "hpack")

_numbers = itertools.count()
_found: list[str] = []


def token() -> str:
    """Return a secret nobody has used before."""
    return f"{MARK}-{next(_numbers)}"


def inspect(place: str, text: object) -> None:
    """Note it if `text`, or what it shows itself as, holds a secret."""
    try:
        shown = text if isinstance(text, str) else repr(text)
    except AttributeError:  # an object that is not made yet
        return
    if MARK in shown:
        _found.append(place)


def inspect_error(error: BaseException, package: Path) -> None:
    """Look at an exception, those it came of, and the frames they passed.

    Args:
        error: The exception.
        package: The folder whose frames are ours.
    """
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        current = pending.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        _inspect_one(current)
        _inspect_frames(current.__traceback__, f"{package}{os.sep}")
        if not current.__suppress_context__:
            pending.append(current.__context__)
        pending.append(current.__cause__)


def _inspect_one(error: BaseException) -> None:
    kind = type(error).__name__
    inspect(f"str of {kind}", str(error))
    inspect(f"repr of {kind}", repr(error))
    inspect(f"args of {kind}", error.args)
    for name, value in vars(error).items():
        inspect(f"{kind}.{name}", value)
    if isinstance(error, Exception) and MARK.encode() in pickle.dumps(error):
        _found.append(f"pickle of {kind}")


def _inspect_frames(traceback: TracebackType | None, package: str) -> None:
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename.startswith(package):
            for name, value in traceback.tb_frame.f_locals.items():
                inspect(f"local {name} of {code.co_qualname}", value)
        traceback = traceback.tb_next


class _Log(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        inspect(f"log of {record.name}", record.getMessage())
        inspect(f"log record of {record.name}", vars(record))


def _watch(owner: Any, name: str, package: Path) -> None:
    """Look at every exception that a function or method ends with."""
    method = getattr(owner, name)

    @functools.wraps(method)
    def watched(*args: Any, **kwargs: Any) -> Any:
        try:
            return method(*args, **kwargs)
        except BaseException as error:
            inspect_error(error, package)
            raise

    @functools.wraps(method)
    async def awatched(*args: Any, **kwargs: Any) -> Any:
        try:
            return await method(*args, **kwargs)
        except BaseException as error:
            inspect_error(error, package)
            raise

    setattr(owner, name, awatched if iscoroutinefunction(method) else watched)


def _show(kind: type) -> None:
    """Look at every object of a class, and at what it holds, once it is made."""
    method: Any = kind.__init__

    @functools.wraps(method)
    def shown(self: Any, *args: Any, **kwargs: Any) -> None:
        method(self, *args, **kwargs)
        inspect(f"repr of {type(self).__name__}", repr(self))
        inspect(f"state of {type(self).__name__}", vars(self))
        if hasattr(self, "_caller"):
            inspect("state of the caller", vars(self._caller))

    kind.__init__ = shown


def pytest_configure(config: pytest.Config) -> None:
    from spotify_web_api._runtime.auth import grants, user_grant
    from spotify_web_api._runtime.client import async_client, client
    from spotify_web_api._runtime.session import caller

    package = Path(client.__file__ or "").parents[2]
    _watch(caller.Caller, "run", package)
    _watch(caller.AsyncCaller, "run", package)
    for name in ("exchange", "aexchange", "login", "alogin", "logout", "alogout"):
        _watch(user_grant.UserGrant, name, package)
    for kind in (
        client.Client,
        async_client.AsyncClient,
        grants.ClientCredentials,
        grants.AuthorizationCode,
        grants.PKCE,
        grants.RefreshToken,
    ):
        _watch(kind, "__init__", package)
        _show(kind)
    for name in ("token", "atoken"):
        _watch(grants.Grant, name, package)
    logging.getLogger().addHandler(_Log(level=logging.DEBUG))
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.DEBUG)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: Any = yield
    for title, text in report.sections:
        inspect(title, text)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    yield
    found = sorted(set(_found))
    _found.clear()
    assert not found, f"a secret shows in: {', '.join(found)}"
