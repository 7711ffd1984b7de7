"""An emitted package, imported, and a transport that keeps what it is asked to send."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from generator import pipeline
from tests.support.generate import emit, settings, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType


@contextmanager
def imported(spec: Path, folder: Path, package: str) -> Iterator[ModuleType]:
    """Generate the client `Things` of a description into a folder, and import it."""
    config = settings(spec, package=package)
    document = pipeline.described(config)
    write(emit(document, config, runtime=True, formatted=False), folder)
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module(package)
    finally:
        sys.path.remove(str(folder))
        for name in [*sys.modules]:
            if name.partition(".")[0] == package:
                del sys.modules[name]


def package_of(spec: Path, package: str) -> Any:
    """Make the fixture of a module whose tests share a package, imported."""

    @pytest.fixture(scope="module")
    def module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
        with imported(spec, tmp_path_factory.mktemp(package), package) as made:
            yield made

    return module


@dataclass(slots=True)
class Recorder:
    """A transport that answers each request alike, and keeps them."""

    module: ModuleType
    answer: object = None
    status: int = 200
    seen: list[Any] = field(default_factory=list[Any])

    def send(self, request: Any) -> Any:
        """Keep a request; answer it."""
        runtime = f"{self.module.__name__}._runtime"
        messages = importlib.import_module(f"{runtime}.http.messages")
        headers = importlib.import_module(f"{runtime}.core.headers")
        self.seen.append(request)
        kind = headers.Headers([("content-type", "application/json")])
        return messages.Response(status=self.status, headers=kind, body=self.body())

    def body(self) -> bytes:
        """Give the answer as it is sent; bytes are sent as they are."""
        if isinstance(self.answer, bytes):
            return self.answer
        return b"" if self.answer is None else json.dumps(self.answer).encode()

    async def asend(self, request: Any) -> Any:
        """Keep a request; answer it."""
        return self.send(request)

    def close(self) -> None:
        """Have nothing to close."""

    async def aclose(self) -> None:
        """Have nothing to close."""


def called(
    module: ModuleType,
    call: Callable[[Any], Any],
    answer: object = None,
    status: int = 200,
    auth: tuple[Any, ...] = ("a-token",),
) -> tuple[Any, Any]:
    """Make a call with both clients, which have to agree.

    Returns:
        What the call gave, and the last request, or `None` if there was none.
    """
    blocking, awaited = (Recorder(module, answer, status) for _ in range(2))
    with module.Things(*auth, transport=blocking) as client:
        result = call(client)

    async def calling() -> Any:
        async with module.AsyncThings(*auth, transport=awaited) as client:
            return await call(client)

    assert asyncio.run(calling()) == result
    assert [sent(each) for each in blocking.seen] == [sent(e) for e in awaited.seen]
    return result, blocking.seen[-1] if blocking.seen else None


def sent(request: Any) -> tuple[object, ...]:
    """Say what counts of a request."""
    return request.method, request.url, request.body, request.headers


def refusal(module: ModuleType, call: Callable[[Any], Any]) -> str:
    """Make a call with both clients that sends nothing; give what both say."""
    said: list[str] = []
    for name in ("Things", "AsyncThings"):
        recorder = Recorder(module)
        client = getattr(module, name)("a-token", transport=recorder)
        try:
            result = call(client)
            if hasattr(result, "__await__"):
                asyncio.run(_awaited(result))
        except module.InvalidArgumentError as error:
            said.append(str(error))
        assert recorder.seen == []
    assert len(said) == 2
    assert said[0] == said[1]
    return said[0]


async def _awaited(call: Any) -> Any:
    return await call
