"""The pages about tests and transports are true: each is one program that runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from spotify_web_api import forget_limits
from tests.support.examples import execute_page
from tests.support.markdown import blocks

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", ["transports.md"])
def test_every_example_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    execute_page(DOCS / name)
    forget_limits()


@pytest.mark.promise("the-page-about-tests-works")
def test_every_test_of_the_page_passes(tmp_path: Path) -> None:
    page = blocks(DOCS / "testing.md")
    found = [each.text for each in page if each.language == "python"]
    (tmp_path / "test_page.py").write_text("\n".join(found), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-W", "error", "-p", "spotify_web_api.testing.pytest_plugin"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "generated"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert f"{sum(text.count('def test_') for text in found)} passed" in done.stdout
