"""Tests that use sockets or processes are known, by what they name or by their mark."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = """
import asyncio, importlib, socket
import pytest
from tests.support.raw_server import raw_server

def test_that_names_it():
    socket.create_server(("127.0.0.1", 0)).close()

@pytest.fixture
def server():
    with raw_server() as running:
        yield running

def test_with_a_server(server):
    assert server.url

@pytest.mark.real
def test_with_the_mark():
    importlib.import_module("socket").create_server(("127.0.0.1", 0)).close()

def test_without():
    importlib.import_module("socket").create_server(("127.0.0.1", 0)).close()

def test_that_hides_it():
    with pytest.raises(OSError):
        importlib.import_module("subprocess").run(["true"])

def test_a_loop():
    asyncio.run(asyncio.sleep(0))
"""


def run(folder: Path, *options: str) -> str:
    # Of `tests`, what these name is looked through: so they belong to it.
    (folder / "test_it.py").write_text(f"__name__ = 'tests.it'{TESTS}")
    plugin = ["-p", "tests.support.real", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", *plugin, *options, "test_it.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    return run(tmp_path_factory.mktemp("real"))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("that_names_it", "PASSED"),
        ("with_a_server", "PASSED"),
        ("with_the_mark", "PASSED"),
        ("without", "FAILED"),
        ("that_hides_it", "FAILED"),
        ("a_loop", "PASSED"),
    ],
)
def test_what_is_unmarked_opens_no_socket(said: str, name: str, word: str) -> None:
    assert f"{word} test_it.py::test_{name}" in said, said
    assert "put `@pytest.mark.real` on it" in said


def test_what_is_real_can_be_left_out(tmp_path: Path) -> None:
    said = run(tmp_path, "-m", "not real")
    assert "3 deselected" in said, said
