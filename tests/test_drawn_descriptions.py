"""What the linter accepts, works: descriptions that nobody wrote, and their clients.

An independent server of the same description, Prism, accepts what the clients send, and
they decode what it answers. `make fuzz` draws for as long as one likes.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings, strategies as st

from tests.support.descriptions import prism
from tests.support.descriptions.trial import Tally, settings as drawing, try_out
from tests.support.descriptions.whole import descriptions
from tests.support.generate import ROOT, lend_runtime, mypy, write
from tests.support.parts import lack

pytestmark = [pytest.mark.slow, pytest.mark.real]

DRAWN = 16
"""Descriptions, always the same ones."""


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> Tally:
    if shutil.which("node") is None or not (prism.FOLDER / "node_modules").exists():
        lack("Prism is not installed: npm is needed, then `make test`")
    folder, found = tmp_path_factory.mktemp("drawn"), Tally()
    with prism.running(folder) as server:

        @settings(drawing(DRAWN), derandomize=True, phases=[Phase.generate])
        @given(st.data())
        def works(data: Any) -> None:
            try_out(data.draw, data.draw(descriptions()), folder, server, found)

        works()
    return found


@pytest.mark.promise("what-is-accepted-works", "the-fake-answers-every-call")
def test_what_is_accepted_works(tally: Tally) -> None:
    assert tally.counts["drawn"] >= DRAWN
    assert tally.counts["descriptions"] > DRAWN // 3
    assert tally.counts["calls"] > DRAWN


@pytest.mark.promise("what-is-accepted-works")
def test_type_checkers_accept_every_client(tmp_path: Path, tally: Tally) -> None:
    for package, tree in tally.trees.items():
        write({p: t for p, t in tree.items() if p.startswith(package)}, tmp_path)
    lend_runtime(tmp_path, tally.trees)
    assert mypy(tmp_path, tally.trees) == ""


def test_the_long_run_starts_as_it_is_documented() -> None:
    told = ["make", "--dry-run", "fuzz", "MINUTES=0"]
    shown = subprocess.run(told, cwd=ROOT, capture_output=True, text=True, check=True)
    *_, command = shown.stdout.splitlines()
    ran = subprocess.run(
        command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "no client is wrong" in ran.stdout
