"""The documents are true: examples run, links and paths lead somewhere, numbers fit."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.support.examples import execute_page, led

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.examples import Servers

ROOT = Path(__file__).parents[1]
CLIENT_README = ROOT / "templates/spotify/project/README.md"
PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "generated").glob("*.md")),
)
DECISIONS = (
    ROOT / "docs/architecture.md",
    *sorted((ROOT / "docs/adr").glob("0*.md")),
)
RUNTIME = ROOT / "templates/package/_runtime"
ROOTS = (
    ROOT,
    ROOT / "generator",
    ROOT / "templates",
    RUNTIME.parent,
    RUNTIME,
    ROOT / "generated/spotify_web_api",
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Servers]:
    with led(monkeypatch, tmp_path) as running:
        yield running


@pytest.mark.parametrize("page", [ROOT / "README.md", CLIENT_README], ids=name_of)
def test_every_example_runs(page: Path, servers: Servers) -> None:
    execute_page(page)
    bearers = {seen.headers["Authorization"] for seen in servers.api.seen}
    assert bearers
    assert bearers <= {f"Bearer {token}" for token in servers.accounts.tokens}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        path, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", target) or not path:
            continue
        assert (page.parent / unquote(path)).exists(), target
        assert not anchor, f"{target}: anchors are not checked, so they are not used"


def test_an_import_loads_neither_models_nor_dependencies() -> None:
    """Both readme and decision 13 say so."""
    show = (
        "import sys; from spotify_web_api import AsyncSpotify, Spotify;"
        " print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", show],
        cwd=ROOT / "generated",
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"msgspec", "httpcore2", "anyio", "ssl", "asyncio"}
    inside = {name.removeprefix("spotify_web_api.") for name in loaded}
    assert "client" in inside
    assert not [
        name for name in inside if name.startswith(("models.", "_sync", "_async"))
    ]


def test_both_licences_are_one() -> None:
    assert (ROOT / "LICENSE").read_bytes() == CLIENT_README.with_name(
        "LICENSE"
    ).read_bytes()


def test_the_stages_are_in_the_architecture_and_in_the_picture() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    picture = (ROOT / "docs/pipeline.svg").read_text(encoding="utf-8")
    stages = ("load", "lint", "build", "plan", "render", "format", "publish")
    for stage in stages:
        assert [*(ROOT / "generator").glob(f"*/{stage}.py")]
        assert f"`{stage}`" in page
        assert f">{stage}</text>" in picture


@pytest.mark.parametrize("page", PAGES[:2] + DECISIONS, ids=name_of)
def test_every_path_in_back_quotes_is_there(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for name in re.findall(r"`([a-z_.]*[a-z_]/?[\w./*-]*)`", text):
        if "/" in name or name.endswith(".py"):
            found = [place for root in ROOTS for place in root.glob(name.rstrip("/"))]
            assert found, name


@pytest.mark.parametrize("page", DECISIONS[1:], ids=name_of)
def test_a_decision_has_its_four_parts(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    number, _, _ = page.stem.partition("-")
    assert text.startswith(f"# {int(number)}. ")
    parts = ["Context", "Decision", "What we gave up", "How we would know it was wrong"]
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == parts


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(p.stem[:4]) for p in (ROOT / "docs/adr").glob("[0-9]*.md")]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
