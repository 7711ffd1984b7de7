"""The command `vendor`: a package in another repository, its updates, its settings."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from generator.config import ConfigError
from generator.vendor.destination import configured
from generator.vendor.package import NOTICE
from generator.vendor.settings import settings
from generator.verify import verify
from tests.generator.test_command_line import (
    Done,
    break_spec,
    one_process,
    project,
    run,
)
from tests.support import generate

__all__ = ["one_process", "project"]

PROJECT = """
[project]
dependencies = ["msgspec>=0.20"]
[project.optional-dependencies]
files = ["filelock>=3"]
"""


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def consumer(tmp_path: Path) -> Path:
    folder = tmp_path / "consumer"
    (folder / "app").mkdir(parents=True)
    (folder / "app" / "__init__.py").touch()
    (folder / "pyproject.toml").touch()
    return folder


def vendor(project: Path, consumer: Path, *options: str) -> Done:
    return run(project, "vendor", str(consumer / "app"), "--name", "tunes", *options)


@pytest.mark.slow
@pytest.mark.promise("vendoring-refuses-edits")
def test_a_package_is_vendored_and_updated(project: Path, consumer: Path) -> None:
    target = consumer / "app" / "tunes"
    done = vendor(project, consumer, "--dry-run")
    assert done.returncode == 0
    assert "\n+++ b/client.py\n@@" in done.stdout
    assert not target.exists()

    done = vendor(project, consumer)
    assert (done.returncode, done.stderr) == (0, "")
    first = content(target)
    assert f"{target}: {len(first)} written, 0 removed, 0 unchanged\n" in done.stdout
    assert verify(target).clean
    told = "".join(done.stdout.splitlines(keepends=True)[1:])
    assert tomllib.loads(told)["tool"]["ruff"] == {"extend-exclude": ["app/tunes"]}
    assert [
        path for path, data in first.items() if not data.startswith(NOTICE.encode())
    ] == ["MANIFEST", "py.typed"]
    assert f"{len(first)} unchanged" in vendor(project, consumer).stdout

    break_spec(project, "The names of the parts of one thing.", "Other words.")
    (target / "errors.py").write_bytes(first["errors.py"] + b"# mine\n")
    (target / "own.py").touch()
    edited = content(target)
    for option in ("", "--dry-run"):
        done = vendor(project, consumer, *filter(None, [option]))
        assert (done.returncode, done.stdout) == (2, "")
        assert "not ours:\n    errors.py\nNothing was written" in done.stderr
        assert done.stderr.endswith("\n-# mine\n")
        assert content(target) == edited

    done = vendor(project, consumer, "--force")
    assert done.returncode == 0
    assert done.stderr == "own.py: not of the package, and left alone\n"
    assert content(target)["errors.py"] == first["errors.py"]
    assert b"Other words." in content(target)["_sync/things.py"]


@pytest.mark.slow
@pytest.mark.promise("vendoring-refuses-edits")
def test_to_verify_tells_edits_where_the_same_is_made(
    project: Path, consumer: Path
) -> None:
    vendor(project, consumer)
    target = consumer / "app" / "tunes"
    with (target / "client.py").open("a") as file:
        file.write("# mine\n")
    done = run(project, "verify", str(target))
    assert done.returncode == 1
    head, _, diff = done.stdout.partition("\n")
    assert head == "edited     client.py"
    assert diff.startswith("--- a/client.py\n+++ b/client.py\n@@")
    assert diff.endswith("\n-# mine\n")
    for elsewhere in (consumer, consumer / "app"):  # without a configuration
        assert run(elsewhere, "verify", str(target)).stdout == f"{head}\n"
    break_spec(project, "The names of the parts of one thing.", "Other words.")
    assert run(project, "verify", str(target)).stdout == f"{head}\n"


@pytest.mark.parametrize("name", ["", "class", "json", "a-b", "__x", "a.b", "a/b", "é"])
def test_names_that_will_not_do(name: str, tmp_path: Path) -> None:
    config = generate.settings(tmp_path / "spec" / "openapi.yaml")
    with pytest.raises(ConfigError, match="--name is "):
        configured(config, tmp_path / "elsewhere", name)


@pytest.mark.promise("vendoring-follows-no-link")
def test_places_that_will_not_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = generate.settings(tmp_path / "ours" / "spec" / "openapi.yaml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "real" / "folder").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "real" / "tunes").symlink_to("folder")
    (tmp_path / "real" / "file").touch()
    for place, told in {
        "link": "leads through a link, .*/link;",
        "link/folder": "leads through a link, .*/link;",
        "link/../elsewhere": "leads through a link, .*/link;",
        "real": "leads through a link, .*/real/tunes;",
        "real/file": "leads through a file, .*/real/file",
        "ours/spec/deep": "would lie in, or around",
        "ours/spec/out": "would lie in, or around",
    }.items():
        for folder in (Path(place), tmp_path / place):
            with pytest.raises(ConfigError, match=told):
                configured(config, folder, "tunes")
    found = configured(config, Path("real/../real/folder"), None)
    assert found.output == tmp_path / "real" / "folder" / "client_of_things"
    assert found.package == "client_of_things"


def test_the_settings_name_the_package_as_its_project_does(consumer: Path) -> None:
    read = tomllib.loads(settings(PROJECT, consumer / "app" / "tunes"))
    assert read == {
        "project": {"dependencies": ["msgspec>=0.20"]},
        "tool": {
            "ruff": {"extend-exclude": ["app/tunes"]},
            "black": {"extend-exclude": "^/app/tunes/"},
            "mypy": {"overrides": [{"module": ["app.tunes.*"], "ignore_errors": True}]},
            "coverage": {"run": {"omit": ["app/tunes/*"]}},
        },
    }
    assert '# for files: "filelock>=3"\n' in settings(PROJECT, consumer / "tunes")
    odd = consumer / 'a "b" c++' / "tunes"
    tools = tomllib.loads(settings(PROJECT, odd))["tool"]
    assert tools["ruff"] == {"extend-exclude": ['a "b" c++/tunes']}
    assert tools["black"] == {"extend-exclude": r'^/a\ "b"\ c\+\+/tunes/'}
    assert tools["mypy"]["overrides"][0]["module"] == ["tunes.*"]
