"""Which tests are `real`: those that use sockets or processes, as their code says.

A test is marked `real` if it, one of its fixtures or whatever of these tests they speak
of names a module of sockets or processes. `make quick` leaves such tests out. A test
without the mark that opens a socket or starts a process all the same fails, everywhere.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from types import CodeType, FunctionType, MethodType, ModuleType
from typing import Any

import pytest

MODULES = frozenset(
    {
        *("http.client", "http.server", "multiprocessing", "socket", "socketserver"),
        *("subprocess", "urllib.request"),
    }
)
CALLS = frozenset({"execv", "fork", "popen", "posix_spawn", "system"})
"""What begins a process without any of these modules; all of them are of `os`."""

EVENTS = frozenset(
    {
        *("socket.bind", "socket.connect", "socket.getaddrinfo", "subprocess.Popen"),
        *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"),
    }
)
"""What the interpreter tells of; the pair of sockets of an event loop is neither."""

REMEDY = "this test is not marked as one that does: put `@pytest.mark.real` on it"


def names(code: CodeType) -> Iterator[str]:
    """List the names that code speaks of, and those of the functions inside it."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from names(constant)


class Reach:
    """What functions of these tests lead to."""

    def __init__(self) -> None:
        self._known: dict[int, bool] = {}
        self._kept: list[object] = []

    def is_real(self, thing: object) -> bool:
        """Say whether `thing` leads to a socket or a process."""
        if isinstance(thing, ModuleType):
            return thing.__name__ in MODULES
        if getattr(thing, "__module__", None) in MODULES:
            return True
        if id(thing) not in self._known:
            self._known[id(thing)] = False  # what leads back here leads nowhere else
            self._kept.append(thing)
            self._known[id(thing)] = any(map(self.is_real, self._parts(thing)))
        return self._known[id(thing)]

    def _parts(self, thing: Any) -> Iterable[object]:
        if isinstance(thing, MethodType):
            thing = thing.__func__
        if isinstance(thing, Mapping):
            return [*thing.values()]
        if isinstance(thing, list | tuple | set | frozenset):
            return [*thing]
        if isinstance(thing, property):
            return [thing.fget]
        if isinstance(thing, staticmethod | classmethod):
            return [thing.__func__]
        if not _is_ours(thing):
            return []
        if isinstance(thing, type):
            return [value for kind in thing.__mro__ for value in _inside(kind)]
        inner = getattr(thing, "hypothesis", None)
        function = inspect.unwrap(inner.inner_test if inner else thing)
        return self._spoken_of(function) if isinstance(function, FunctionType) else []

    def _spoken_of(self, function: FunctionType) -> list[object]:
        spoken = {*names(function.__code__)}
        known = function.__globals__
        begins = [subprocess] if "os" in spoken and spoken & CALLS else []
        return [known[name] for name in spoken & known.keys()] + begins


def _is_ours(thing: object) -> bool:
    return str(getattr(thing, "__module__", "")).partition(".")[0] == "tests"


def _inside(kind: type) -> list[object]:
    return [*vars(kind).values()] if _is_ours(kind) else []


_reach = Reach()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is real."""
    for item in items:
        if isinstance(item, pytest.Function) and any(
            map(_reach.is_real, _used_by(item))
        ):
            item.add_marker("real")


def _used_by(item: pytest.Function) -> Iterator[object]:
    yield item.obj
    if hasattr(item, "callspec"):
        yield [*item.callspec.params.values()]
    for definitions in item._fixtureinfo.name2fixturedefs.values():
        yield from (definition.func for definition in definitions)


class _Watch:
    """Notes what an unmarked test does, in its own thread and those it starts."""

    def __init__(self) -> None:
        self.others: frozenset[int] | None = None
        self.seen: list[str] = []

    def __call__(self, event: str, _arguments: tuple[object, ...]) -> None:
        if event not in EVENTS or self.others is None:
            return
        if threading.get_ident() not in self.others:
            self.seen.append(event)
            raise PermissionError(f"{event}: {REMEDY}")


_watch = _Watch()
sys.addaudithook(_watch)


def _watched(item: pytest.Item) -> Iterator[None]:
    if item.get_closest_marker("real") is not None:
        return (yield)
    here = threading.get_ident()
    everyone = frozenset(each.ident or 0 for each in threading.enumerate())
    _watch.others = everyone - {here}
    try:
        return (yield)
    finally:
        _watch.others = None
        seen, _watch.seen = _watch.seen, []
        if seen:
            pytest.fail(f"{', '.join(sorted({*seen}))}: {REMEDY}", pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Watch what fixtures do."""
    return (yield from _watched(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Watch what the test does."""
    return (yield from _watched(item))
