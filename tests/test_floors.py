"""The oldest versions of the dependencies that are allowed do what the newest do."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from spotify_web_api.testing import FakeSpotify
from tests.support.parts import lack
from tests.support.spec_calls import example_calls
from tests.support.timing import PATIENCE

ROOT = Path(__file__).parents[1]
PYTHON = ROOT / ".venv-floors" / "bin" / "python"
PINS = ROOT / "requirements-floors.txt"
CALLS = """
import asyncio, json, sys
from spotify_web_api import AsyncSpotify, Spotify, to_dict

def method(client, name):
    for part in name.split("."):
        client = getattr(client, part)
    return client

def plain(result):
    return to_dict(result) if result is not None else None

def read(value):
    return value.encode() if value == "a picture" else value

def blocking():
    with Spotify("token", base_url=sys.argv[1], strict=True) as client:
        for name, arguments in calls:
            result = method(client, name)(**arguments)
            yield plain(result.first() if hasattr(result, "collect") else result)

async def awaited():
    found = []
    async with AsyncSpotify("token", base_url=sys.argv[1], strict=True) as client:
        for name, arguments in calls:
            result = method(client, name)(**arguments)
            result = result.first() if hasattr(result, "collect") else result
            found.append(plain(await result))
    return found

calls = [
    (name, {key: read(value) for key, value in arguments.items()})
    for name, arguments in json.load(sys.stdin)
]
assert [*blocking()] == asyncio.run(awaited())
"""
"""Make all calls, blocking and awaited, and compare what came."""


def floors(project: Path) -> dict[str, str]:
    """Map what a project needs to the oldest version it allows."""
    told: dict[str, Any] = tomllib.loads(project.read_text("utf-8"))["project"]
    extras = told.get("optional-dependencies", {}).values()
    needed = [*told["dependencies"], *(each for extra in extras for each in extra)]
    found = (
        re.match(r"([\w-]+)(?:\[\w+\])?(?:>=|==)([\d.]+)", each) for each in needed
    )
    return {each[1]: each[2] for each in found if each}


def test_the_versions_are_the_oldest_allowed() -> None:
    lines = PINS.read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if "==" in line)
    allowed = floors(ROOT / "pyproject.toml") | floors(
        ROOT / "generated/pyproject.toml"
    )
    assert len(allowed) >= 10
    for name, version in allowed.items():
        assert re.fullmatch(rf"{re.escape(version)}(\.0)*", pins[name]), name


def ran(*command: str, given: str = "") -> subprocess.CompletedProcess[str]:
    if not PYTHON.exists():
        lack("the oldest versions are not installed: `make test` does it")
    return subprocess.run(
        [str(PYTHON), *command],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "generated")},
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=4 * PATIENCE,
    )


@pytest.mark.slow
@pytest.mark.promise("the-oldest-dependencies-work")
def test_they_generate_the_same_client() -> None:
    done = ran("-m", "generator", "check")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.promise("the-oldest-dependencies-work")
def test_they_make_every_call() -> None:
    fake = FakeSpotify()
    calls = [
        (each.call, {name: plain(value) for name, value in each.arguments.items()})
        for each in example_calls()
    ]
    with fake.serve() as root:
        done = ran("-c", CALLS, f"{root}/v1", given=json.dumps(calls))
    assert done.returncode == 0, done.stderr
    assert len(fake.requests) >= 2 * len(calls)


def plain(value: Any) -> Any:
    return "a picture" if isinstance(value, bytes) else value
