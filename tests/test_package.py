"""`generated/` is a project of its own: it builds, installs and works anywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.support.canary import token
from tests.support.replay import Answer, replay_server

GENERATED = Path(__file__).parents[1] / "generated"

CALLS = """
import asyncio, importlib, os, sys
sys.path[:0] = os.environ["PLACES"].split(os.pathsep)
package = importlib.import_module(os.environ["PACKAGE"])
assert package.__file__.startswith(os.environ["PLACES"].split(os.pathsep)[0])
base_url, token = os.environ["BASE_URL"], os.environ["TOKEN"]

async def call():
    async with package.AsyncSpotify(token, base_url=base_url) as spotify:
        return await spotify.markets.all()

with package.Spotify(token, base_url=base_url) as spotify:
    print(spotify.markets.all(), asyncio.run(call()))
"""


def calls_from(folder: Path, package: str) -> str:
    """Make a call with both clients, where nothing of this repository can be seen."""
    packages = sysconfig.get_path("purelib")
    with replay_server() as server:
        server.play(Answer.of({"markets": ["NO", "SE"]}))
        environment = {
            "PLACES": os.pathsep.join([str(folder), packages]),
            "PACKAGE": package,
            "BASE_URL": server.base_url,
            "TOKEN": token(),
        }
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-W", "error", "-c", CALLS],
            env={**os.environ, **environment},
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(GENERATED, folder / "project")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(
        [*command, "--directory", str(folder)],
        cwd=folder / "project",
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_a_wheel_holds_the_package_and_its_dependencies(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = (name for name in names if name.endswith("/METADATA"))
        read = Parser().parsestr(archive.read(metadata).decode("utf-8"))
    packed = {name for name in names if ".dist-info/" not in name}
    package = GENERATED / "spotify_web_api"
    assert packed == {
        path.relative_to(GENERATED).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    required = [
        re.split("[<>]", line)[0]
        for line in read.get_all("Requires-Dist", [])
        if "extra ==" not in line
    ]
    assert sorted(required) == ["h11", "httpcore2[asyncio]", "msgspec"]
    assert read["Requires-Python"] == ">=3.11"
    assert read["License-Expression"] == "MIT"
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_a_wheel_works_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index"]
    options = ["--no-deps", "--disable-pip-version-check", "--target", str(tmp_path)]
    subprocess.run([*command, *options, str(wheel)], check=True)
    assert calls_from(tmp_path, "spotify_web_api") == "['NO', 'SE'] ['NO', 'SE']\n"


def test_a_copy_works_under_another_name(tmp_path: Path) -> None:
    vendored = tmp_path / "application" / "vendor" / "tunes"
    shutil.copytree(GENERATED / "spotify_web_api", vendored)
    found = calls_from(tmp_path, "application.vendor.tunes")
    assert found == "['NO', 'SE'] ['NO', 'SE']\n"
