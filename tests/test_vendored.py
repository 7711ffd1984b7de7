"""A copy of the package without its extras passes the strict checks of its project."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generated" / "spotify_web_api"
PROJECT = tomllib.loads((ROOT / "generated/pyproject.toml").read_text("utf-8"))
EXTRAS = {
    re.split(r"[^\w.-]", line)[0]
    for lines in PROJECT["project"]["optional-dependencies"].values()
    for line in lines
}
PROGRAM = """
from application.vendor.tunes import PKCE, FileTokenStore, Spotify, models


def read(page: models.SavedTrackPage, album: models.Album) -> list[str]:
    # What every answer has needs no question; what may be null needs one.
    more = page.total + 1 > page.offset + page.limit
    names = [album.artists[0].name, str(album.release_date), str(more)]
    for saved in page.items:
        if saved is not None:
            names += [saved.track.album.name, saved.track.name, saved.track.uri]
    return names


auth = PKCE("client0123456789", store=FileTokenStore("tokens"))
with Spotify(auth) as spotify:
    print(spotify.users.me().id)
"""


def imported(source: str) -> set[str]:
    """Return the packages that type checkers look for."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
    return found


def test_no_module_imports_an_extra_that_checkers_would_look_for() -> None:
    assert {"filelock", "platformdirs"} <= EXTRAS
    for path in PACKAGE.rglob("*.py"):
        assert not imported(path.read_text("utf-8")) & EXTRAS, path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the package in it, in an environment without the extras."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(PACKAGE, folder / "application" / "vendor" / "tunes")
    for name in ("application", "application/vendor"):
        (folder / name / "__init__.py").touch()
    (folder / "application" / "program.py").write_text(PROGRAM)
    command = [sys.executable, "-m", "venv", "--without-pip", str(folder / "env")]
    subprocess.run(command, check=True)
    (places,) = (folder / "env").rglob("site-packages")
    for each in Path(sysconfig.get_path("purelib")).iterdir():
        if re.split(r"[-.]", each.name)[0] not in EXTRAS:
            (places / each.name).symlink_to(each)
    return folder


def checked(project: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.real
@pytest.mark.promise("a-copy-without-extras-type-checks")
def test_mypy_finds_nothing(project: Path) -> None:
    python = str(project / "env" / "bin" / "python")
    options = ["--strict", "--cache-dir", str(project / "cache")]
    package = ["--python-executable", python, "--package", "application"]
    assert "Success" in checked(project, "mypy", *options, *package)


@pytest.mark.slow
@pytest.mark.real
@pytest.mark.promise("a-copy-without-extras-type-checks")
def test_pyright_finds_nothing_where_extras_are_used(project: Path) -> None:
    """All other modules are checked where they stand; this takes a minute for them."""
    using = [
        str(path.relative_to(project))
        for path in (project / "application").rglob("*.py")
        if any(f'"{each}"' in path.read_text("utf-8") for each in EXTRAS)
    ]
    assert using
    files = ["application/program.py", *using]
    settings = {"typeCheckingMode": "strict", "include": files}
    (project / "pyrightconfig.json").write_text(str(settings).replace("'", '"'))
    python = str(project / "env" / "bin" / "python")
    assert "0 errors" in checked(project, "pyright", "--pythonpath", python)
