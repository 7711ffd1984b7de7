"""How long a response takes to become models, compared with bare msgspec.

Prints the median over many rounds of each way, and its ratio to the strict one. The
departures are those seen in the wild: a null, a missing property, an integer written
as a float, in one element or in each of them.

Usage: python bench/decoding.py [FILE "GET /path"]
"""

from __future__ import annotations

import copy
import json
import random
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

import msgspec  # noqa: E402

from spotify_web_api import models, operations  # noqa: E402
from spotify_web_api._runtime.decoding.decode import decode  # noqa: E402
from spotify_web_api._runtime.decoding.departures import Departures  # noqa: E402
from spotify_web_api._runtime.models import model  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 300
SIZE = 37_000


def example() -> tuple[bytes, Any, str]:
    """Make a page of tracks of about 37 KB out of the description's example."""
    from tests.support.spec_calls import example_calls

    calls = {call.operation_id: call for call in example_calls()}
    track = next(iter(calls["tracks.get"].answers.values()))
    page: dict[str, Any] = {"items": [], "next": None, "total": 1000, "limit": 50}
    while len(json.dumps(page)) < SIZE:
        page["items"].append(copy.deepcopy(track))
    return json.dumps(page).encode(), models.SearchTrackPage, ""


def given(file: str, route: str) -> tuple[bytes, Any, str]:
    """Read a recorded body and find out what it should be."""
    operation = operations.TABLE.by_route[route]
    assert operation.result is not None
    return Path(file).read_bytes(), operation.result(), operation.pointer


def elements(data: Any) -> list[dict[str, Any]]:
    """Find the objects of the longest list."""
    found: list[list[Any]] = []

    def walk(value: Any) -> None:
        if isinstance(value, list):
            found.append(value)
        below = value.values() if isinstance(value, dict) else value
        for each in below if isinstance(value, dict | list) else ():
            walk(each)

    walk(data)
    lists = [each for each in found if each and isinstance(each[0], dict)]
    return max(lists, key=lambda each: len(json.dumps(each)))


def changed(body: bytes, change: Callable[[dict[str, Any]], None], most: int) -> bytes:
    """Change the first `most` elements."""
    data = json.loads(body)
    for element in elements(data)[:most]:
        change(element)
    return json.dumps(data).encode()


def medians(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Run all ways in turn, often; return the median time of each, in seconds."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    order = [*ways.items()]
    for _ in range(ROUNDS):
        random.shuffle(order)
        for name, way in order:
            start = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in times.items()}


def nulled(element: dict[str, Any]) -> None:
    """Make the name null."""
    element["name"] = None


def emptied(element: dict[str, Any]) -> None:
    """Take the name away."""
    del element["name"]


def floated(element: dict[str, Any]) -> None:
    """Write an integer as a float."""
    element["duration_ms"] = float(element["duration_ms"])


def all_wrong(element: dict[str, Any]) -> None:
    """Let no property fit, down to the artists of the album."""
    for name in [*element]:
        if name not in {"type", "album"}:
            element[name] = {"in": 1}
    element["album"] = {name: [1] for name in element["album"]}


def main() -> None:
    """Measure and print."""
    source = given(*sys.argv[1:3]) if len(sys.argv) > 2 else example()
    body, type_, pointer = source
    decoder = msgspec.json.Decoder(type_, dec_hook=model.decode)
    ways: dict[str, Callable[[], object]] = {"json.loads": lambda: json.loads(body)}
    if not pointer:
        ways["bare msgspec"] = lambda: decoder.decode(body)

    def way(data: bytes) -> Callable[[], object]:
        return lambda: decode(data, type_, pointer, found=Departures())

    ways["fits"] = way(body)
    for name, change, most in (
        ("a null in one element", nulled, 1),
        ("a null in each", nulled, 1000),
        ("a property missing in each", emptied, 1000),
        ("a float for an integer in each", floated, 1000),
        ("nothing fits in each", all_wrong, 1000),
    ):
        ways[name] = way(changed(body, change, most))
    found = medians(ways)
    print(f"{len(body):,} bytes, {len(elements(json.loads(body)))} elements")
    for name, seconds in found.items():
        print(f"{name:<32}{seconds * 1e6:8.0f} µs  x {seconds / found['fits']:.2f}")


if __name__ == "__main__":
    main()
