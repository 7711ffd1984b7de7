"""`CONTRIBUTING.md` is true: its first recipe works on a copy of the repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.support.markdown import Block, blocks
from tests.support.replay import Answer, replay_server
from tests.support.timing import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "CONTRIBUTING.md"
EDITS = tuple(block for block in blocks(GUIDE) if block.attributes)
USE = """
import asyncio, json, sys
from spotify_web_api import AsyncSpotify, Spotify, models, operations, to_dict

ID = "4aawyAB9vmqN3uQ7FjRGTy"

def shown(credits):
    assert type(credits) is models.AlbumCredits
    return to_dict(credits)

async def awaited():
    async with AsyncSpotify("token", base_url=sys.argv[1]) as spotify:
        return shown(await spotify.albums.credits(f"spotify:album:{ID}"))

with Spotify("token", base_url=sys.argv[1]) as spotify:
    results = [shown(spotify.albums.credits(ID)), asyncio.run(awaited())]
print(json.dumps([operations.by_call("albums.credits").route, *results]))
"""


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(project / "generated")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=5 * PATIENCE,
    )


def copied(target: Path) -> Path:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        source = ROOT / name
        if source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / name)
    return target


def apply(project: Path, edit: Block) -> None:
    """Do what the attributes of a block say."""
    name = edit.attributes.get("append") or edit.attributes["file"]
    file = project / name
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    after = edit.attributes.get("after")
    if after is None:
        place = len(lines)
    else:
        found = [number for number, line in enumerate(lines) if line.startswith(after)]
        assert found, f"CONTRIBUTING.md:{edit.line}: {name} has no line {after!r}"
        place = found[0] + 1
    lines.insert(place, edit.text)
    file.write_text("".join(lines), encoding="utf-8")


def touched(edits: Sequence[Block]) -> list[str]:
    return [edit.attributes.get("append") or edit.attributes["file"] for edit in edits]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with the endpoint added and the client generated."""
    target = copied(tmp_path_factory.mktemp("contributing"))
    for edit in EDITS:
        apply(target, edit)
    done = run(target, "-m", "generator", "generate")
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_the_recipe_touches_what_it_says() -> None:
    assert touched(EDITS) == [
        "spec/paths/albums.yaml",
        "spec/openapi.yaml",
        "spec/schemas/albums.yaml",
        "spec/examples/albums.yaml",
        "templates/spotify/project/CHANGELOG.md",
    ]


def test_the_new_call_works_in_both_flavours(project: Path) -> None:
    example: dict[str, Any] = yaml.safe_load(EDITS[3].text)["album_credits"]["value"]
    with replay_server() as server:
        server.play(Answer.of(example))
        done = run(project, "-c", USE, server.base_url)
    assert done.returncode == 0, done.stderr
    route = "GET /albums/{id}/credits"
    assert json.loads(done.stdout) == [route, example, example]
    assert [seen.target for seen in server.seen] == [
        "/v1/albums/4aawyAB9vmqN3uQ7FjRGTy/credits"
    ] * 2


def test_the_index_and_the_changelog_tell_of_it(project: Path) -> None:
    index = (project / "generated/api.md").read_text(encoding="utf-8")
    changes = (project / "generated/CHANGELOG.md").read_text(encoding="utf-8")
    assert "`albums.credits(id: str) -> AlbumCredits`" in index
    assert "`albums.credits`" in changes


@pytest.mark.slow
def test_the_tests_of_the_description_pass_with_it(project: Path) -> None:
    """Those that count and compare, and those that make each call, this one too."""
    modules = project / "tests" / "prism" / "node_modules"
    if not modules.exists() and (ROOT / "tests/prism/node_modules").exists():
        modules.symlink_to((ROOT / "tests/prism/node_modules").resolve())
    names = ("documentation", "description", "surface", "availability", "quota_modes")
    files = [f"tests/test_{name}.py" for name in names]
    pytest_ = ["-m", "pytest", "-q", "-m"]
    done = run(project, *pytest_, "not slow and not real", *files)
    assert done.returncode == 0, done.stdout
    each = ["tests/test_prism.py", "tests/twin/test_every_call.py", "-k", "credits"]
    done = run(project, *pytest_, "not slow", *each)
    assert done.returncode == 0, done.stdout
