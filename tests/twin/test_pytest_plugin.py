"""The fixtures of the plugin, as programs of users have them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GENERATED = Path(__file__).parents[2] / "generated"

PROGRAM = """
import asyncio
import pytest
from spotify_web_api import AsyncSpotify, Spotify, errors
from spotify_web_api.testing import FakeSpotify

ALBUM = "4aawyAB9vmqN3uQ7FjRGTy"
NAMES = []

def test_a_blocking_client(spotify: Spotify, fake_spotify: FakeSpotify):
    NAMES.append(spotify.albums.get(ALBUM).name)
    assert len(fake_spotify.requests) == 1

def test_an_awaited_client(async_spotify: AsyncSpotify, fake_spotify: FakeSpotify):
    assert fake_spotify.requests == ()
    assert asyncio.run(async_spotify.albums.get(ALBUM)).name == NAMES[0]

@pytest.mark.parametrize("_time", range(2))
def test_a_window_ends_with_its_test(spotify, fake_spotify, _time):
    spotify.albums.get(ALBUM)
    fake_spotify.fail(429, retry_after=3600)
    with pytest.raises(errors.RateLimitedError):
        spotify.albums.get(ALBUM)

def test_a_fault_that_does_not_happen(spotify, fake_spotify):
    fake_spotify.fail(500, operation="tracks.get")
    print("NAME", spotify.albums.get(ALBUM).name)
"""


def run(folder: Path, *options: str) -> str:
    (folder / "test_program.py").write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rA"]
    plugin = ["-p", "spotify_web_api.testing.pytest_plugin"]
    done = subprocess.run(
        [*command, *plugin, *options],
        cwd=folder,
        env={"PYTHONPATH": str(GENERATED), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.promise("tests-begin-anew")
def test_each_test_begins_anew_and_tells_what_has_not_happened(tmp_path: Path) -> None:
    told = run(tmp_path)
    assert "5 passed, 1 error" in told
    assert "ERROR test_program.py::test_a_fault_that_does_not_happen" in told
    assert "have not happened: Fault(status=500, operation='tracks.get'" in told


def test_the_seed_is_an_option(tmp_path: Path) -> None:
    names = [
        next(line for line in run(tmp_path, *given).splitlines() if line[:4] == "NAME")
        for given in ([], ["--spotify-seed=0"], ["--spotify-seed=7"])
    ]
    assert names[0] == names[1] != names[2]


def test_nothing_of_it_is_loaded_without_pytest() -> None:
    program = (
        "import sys; from spotify_web_api.testing import FakeSpotify; FakeSpotify()\n"
        "assert not {'pytest', 'asyncio'} & {*sys.modules}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=GENERATED,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_distribution_names_the_plugin() -> None:
    import tomllib

    project = tomllib.loads((GENERATED / "pyproject.toml").read_text(encoding="utf-8"))
    found = project["project"]["entry-points"]["pytest11"]
    assert found == {"spotify_web_api": "spotify_web_api.testing.pytest_plugin"}
