"""An independent server of the bundled description accepts and answers every call."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from spotify_web_api import AsyncSpotify, HttpTransport, Spotify, operations, to_dict
from spotify_web_api._runtime.http.messages import Request, Response
from spotify_web_api.testing import FakeSpotify
from tests.support import canary
from tests.support.parts import lack
from tests.support.spec_calls import ExampleCall, bound_call, document, example_calls
from tests.support.timing import PATIENCE

PRISM = Path(__file__).parent / "prism" / "node_modules" / ".bin" / "prism"
CALLS = example_calls()


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not PRISM.exists():
        lack("Prism is not installed: npm is needed, then `make test`")
    folder = tmp_path_factory.mktemp("prism")
    bundle = folder / "bundle.json"
    bundle.write_text(json.dumps(document().bundle), encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(PRISM), "mock", "--errors", "-h", "127.0.0.1", "-p", str(port)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([*command, str(bundle)], stdout=log, stderr=log)
        try:
            _wait(port, server, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _wait(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"Prism did not start:\n{log.read_text(encoding='utf-8')}")


class AsksForExample(HttpTransport):
    """Tells Prism which of several examples of an answer to send."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def _asking(self, request: Request) -> Request:
        if not self.name:
            return request
        prefer = ("Prefer", f"example={self.name}")
        return replace(request, headers=(*request.headers, prefer))

    def send(self, request: Request) -> Response:
        return super().send(self._asking(request))

    async def asend(self, request: Request) -> Response:
        return await super().asend(self._asking(request))


def test_prism_refuses_what_the_description_forbids(prism: str) -> None:
    request = urllib.request.Request(
        f"{prism}/search?q=a&type=song", headers={"Authorization": "Bearer x"}
    )
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    with caught.value as answer:
        assert answer.code == 400


@pytest.mark.parametrize("example", CALLS, ids=lambda example: example.call)
def test_sync_call(prism: str, example: ExampleCall) -> None:
    transport = AsksForExample(wanted(example))
    with Spotify(canary.token(), base_url=prism, transport=transport) as spotify:
        result = bound_call(spotify, example.call)(**example.arguments)
        if example.kind == "pages":
            result = result.first()
        check(result, example)


@pytest.mark.parametrize("example", CALLS, ids=lambda example: example.call)
def test_async_call(prism: str, example: ExampleCall) -> None:
    async def run() -> Any:
        transport = AsksForExample(wanted(example))
        async with AsyncSpotify(
            "token", base_url=prism, transport=transport
        ) as spotify:
            result = bound_call(spotify, example.call)(**example.arguments)
            if example.kind == "pages":
                return await result.first()
            return await result

    check(asyncio.run(run()), example)


def wanted(example: ExampleCall) -> str:
    """Name the example that shows this call, where there are several of them."""
    variant = example.call.rpartition("_")[2]
    several = len(example.answers) > 1
    return variant if several and variant in example.answers else ""


def check(result: Any, example: ExampleCall) -> None:
    """Compare what came out with the example that went in, property by property."""
    if example.kind in {"none", "batch_none"}:
        assert result is None
        return
    answer = next(iter(example.answers.values()))
    answer = example.answers.get(wanted(example), answer)
    for token in operations.by_call(example.call).result_pointer.split("/")[1:]:
        answer = answer[int(token) if token.isdigit() else token]
    assert_holds(to_dict(result), answer, "$")


def assert_holds(found: Any, given: Any, path: str) -> None:
    if isinstance(given, dict):
        for name, value in given.items():
            assert_holds(found[name], value, f"{path}.{name}")
    elif isinstance(given, list):
        assert len(found) == len(given), path
        for number, value in enumerate(given):
            assert_holds(found[number], value, f"{path}[{number}]")
    elif path.endswith("_at"):
        assert datetime.fromisoformat(found) == datetime.fromisoformat(given), path
    else:
        assert found == given, path


def changed(example: ExampleCall) -> Iterator[tuple[str, Request]]:
    """Break the request of a call, one argument of its URL at a time."""
    fake = FakeSpotify()
    with Spotify(canary.token(), transport=fake) as spotify:
        result = bound_call(spotify, example.call)(**example.arguments)
        if example.kind == "pages":
            result.first()
    asked = fake.requests[0]
    operation = operations.by_call(example.operation_id)
    path, _, query = asked.url.partition("?")
    given = dict(urllib.parse.parse_qsl(query))
    for item in operation.parameters:
        if item.where == "query":
            for told, text in wrong(item):
                texts = {n: v for n, v in given.items() if n != item.wire}
                texts |= {} if text is None else {item.wire: text}
                url = f"{path}?{urllib.parse.urlencode(texts)}"
                yield f"{item.wire} {told}", Request(method=asked.method, url=url)


def wrong(item: Any) -> Iterator[tuple[str, str | None]]:
    if item.required:
        yield "missing", None
    if item.type == "integer":
        yield "no number", "ten"
        yield "a fraction", "1.5"
        if item.maximum is not None:
            yield "too large", str(int(item.maximum) + 1)
            yield "largest", str(int(item.maximum))
        if item.minimum is not None:
            yield "too small", str(int(item.minimum) - 1)
            yield "smallest", str(int(item.minimum))
    if item.type == "boolean":
        yield "no boolean", "maybe"
        yield "a boolean", "true"
    if item.choices:
        yield "none of the choices", "zebra"
        yield "a choice", str(item.choices[0])
    if item.pattern is not None:
        yield "no match", "!"
    if item.max_items is not None and item.pattern == "^[0-9A-Za-z]{22}$":
        yield "too many", ",".join(["4aawyAB9vmqN3uQ7FjRGTy"] * (item.max_items + 1))


@pytest.mark.slow
@pytest.mark.promise("the-fake-refuses-what-is-not-described")
def test_the_fake_and_prism_refuse_the_same(prism: str) -> None:
    fake, seen = FakeSpotify(), 0
    token = ("Authorization", "Bearer token")
    with closing(HttpTransport()) as transport:
        for example in CALLS:
            for told, request in changed(example):
                ours = fake.send(replace(request, headers=(token,))).status < 400
                url = request.url.replace("https://api.spotify.com/v1", prism)
                sent = replace(request, url=url, headers=(token,))
                theirs = transport.send(sent).status < 400
                assert ours == theirs, f"{example.call}: {told}: {request.url}"
                seen += 1
    assert seen > 300
