"""The pages about tests and transports are true: each is one program that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from spotify_web_api import forget_limits
from tests.support.examples import execute_page

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("name", ["transports.md"])
def test_every_example_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    execute_page(DOCS / name)
    forget_limits()
