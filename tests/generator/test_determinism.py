"""The same bytes from the same description, wherever and however they are made."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.generate import ROOT, TEMPLATES, generate, settings

pytestmark = pytest.mark.slow


SPEC = ROOT / "tests" / "second_api" / "spec.yaml"
CODE = """
import json, sys
from pathlib import Path
from tests.support import generate as g
tree = g.generate(g.settings(Path(sys.argv[1])))
sys.stdout.buffer.write(json.dumps(sorted(tree.items())).encode())
"""


@cache
def expected() -> dict[str, str]:
    return generate(settings(SPEC))


def generated(folder: Path, spec: Path, **environment: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(spec)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}
        | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "de_DE.ISO-8859-1", "TZ": "America/Caracas"},
    ],
    ids=lambda environment: "-".join(list(environment.values())[:3]),
)
def test_surroundings_change_nothing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """Hash seed, locale, time zone, working directory and path leave no trace."""
    shutil.copy(SPEC, tmp_path / "another.yaml")
    assert generated(tmp_path, Path("another.yaml"), **environment) == expected()


def test_the_place_of_the_description_changes_nothing(tmp_path: Path) -> None:
    spec = shutil.copy(SPEC, tmp_path / "another.yaml")
    assert generate(settings(spec)) == expected()


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    """What git checks out under `core.autocrlf` makes the same client."""
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    shutil.copy(SPEC, tmp_path / "spec.yaml")
    for file in tmp_path.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    config = settings(tmp_path / "spec.yaml")
    assert generate(replace(config, templates=tmp_path / "templates")) == expected()


DATA = ("example", "examples", "value", "default")
"""Keys below which everything is data."""

ORDERED = ("properties", "paths", "x-quota-modes")
"""Keys whose mapping is read in its order."""


def shuffled(node: Any, chance: random.Random, key: str = "") -> Any:
    """Shuffle the keys of mappings whose order means nothing."""
    if isinstance(node, list):
        return [shuffled(item, chance) for item in node]
    if not isinstance(node, dict) or key in DATA:
        return node
    entries = [(name, shuffled(item, chance, name)) for name, item in node.items()]
    if key not in ORDERED and not key.startswith("/"):
        chance.shuffle(entries)
    return dict(entries)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_keys_changes_nothing(tmp_path: Path, seed: int) -> None:
    document = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    mixed = shuffled(document, random.Random(seed))
    assert json.dumps(mixed) != json.dumps(document)
    assert mixed == document
    spec = tmp_path / "spec.yaml"
    spec.write_text(yaml.safe_dump(mixed, sort_keys=False), encoding="utf-8")
    assert generate(settings(spec)) == expected()


def test_nothing_tells_of_its_making() -> None:
    """No path, tool or date of the making stands in what was made."""
    text = "\n".join(expected().values())
    for trace in (
        str(ROOT),
        str(Path.home()),
        sys.version.split()[0],
        "black",
        "jinja",
    ):
        assert trace not in text


def test_line_ends_and_last_lines_are_those_of_unix() -> None:
    for path, text in expected().items():
        assert "\r" not in text, path
        assert text == "" or (text.endswith("\n") and not text.endswith("\n\n")), path
