"""The examples of `docs/caching.md` run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.examples import execute_page, led

PAGE = Path(__file__).parents[1] / "docs/caching.md"


def test_every_example_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with led(monkeypatch, tmp_path):
        execute_page(PAGE)
