"""What importing loads, and what it does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import _runtime

ROOT = Path(_runtime.__file__).parent
HEAVY = {
    "msgspec",
    "httpcore2",
    "h11",
    "ssl",
    "anyio",
    "asyncio",
    "urllib.request",
    "socket",
}


def loaded_by(statement: str) -> set[str]:
    path = f"sys.path.insert(0, {str(ROOT.parent)!r})"
    script = f"import sys; {path}; {statement}; print(*sys.modules)"
    command = [sys.executable, "-I", "-c", script]
    return set(
        subprocess.run(
            command, capture_output=True, text=True, check=True
        ).stdout.split()
    )


@pytest.mark.parametrize(
    "module",
    [
        "client.client",
        "client.calls",
        "errors",
        "auth.access_token",
        "description.operation",
        "engine.failures",
        "session.session",
        "paging.async_pager",
        "paging.pager",
        "engine.exchange",
        "engine.drivers",
        "engine.events",
        "engine.governor",
        "engine.limits",
        "engine.progress",
        "engine.retry",
    ],
)
def test_nothing_heavy_is_loaded_by(module):
    assert loaded_by(f"import _runtime.{module}") & HEAVY == set()


@pytest.mark.parametrize("module", ["models.model", "models.page", "decoding.decode"])
def test_models_need_msgspec_only(module):
    assert loaded_by(f"import _runtime.{module}") & (HEAVY - {"msgspec"}) == set()


def test_the_default_transport_is_loaded_when_it_is_needed():
    loaded = loaded_by("import _runtime.transports.default")
    assert loaded & {"httpcore2", "ssl", "anyio", "msgspec"} == set()


def test_the_runtime_knows_no_api_and_imports_relatively():
    for path in ROOT.rglob("*.py"):
        text = path.read_text()
        assert "spotify" not in text.lower(), path.name
        assert "import _runtime" not in text, path.name


def test_files_are_short():
    lengths = {
        path.name: len(path.read_text().splitlines()) for path in ROOT.rglob("*.py")
    }
    assert {name: count for name, count in lengths.items() if count > 300} == {}
