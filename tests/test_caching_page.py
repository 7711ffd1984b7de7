"""The examples of `docs/caching.md` run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.examples import execute, led
from tests.support.markdown import blocks

PAGE = Path(__file__).parents[1] / "docs/caching.md"


def test_every_example_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    namespace: dict[str, object] = {"__name__": "example"}
    with led(monkeypatch, tmp_path):
        for block in [each for each in blocks(PAGE) if each.language == "python"]:
            execute(block, PAGE, namespace)
