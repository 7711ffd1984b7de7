"""Which files beside hand-written ones are published: those that people wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.config import ConfigError
from generator.emit.outputs import Copy, Plan
from generator.output.render import RenderError, render
from generator.plan.sources import written_files

WRITTEN = ("calls.py", "deep/more.py", "py.typed", "notes.txt", "CHANGELOG.md")
STRAYS = (
    *(".DS_Store", ".env", ".calls.py.swp", "calls.py~", "#calls.py#", ".#calls.py"),
    *(
        "__pycache__/calls.cpython-311.pyc",
        "calls.pyc",
        "calls.py.orig",
        "calls.py.rej",
    ),
    *(
        "Thumbs.db",
        ".git/config",
        "deep/.idea/x.xml",
        "deep/calls.py.bak",
        "desktop.ini",
    ),
)


@pytest.mark.promise("strays-are-not-published")
def test_only_what_people_wrote_is_listed(tmp_path: Path) -> None:
    for name in (*WRITTEN, *STRAYS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"\xff\0")
    found = {path.relative_to(tmp_path).as_posix() for path in written_files(tmp_path)}
    assert found == set(WRITTEN)


@pytest.mark.promise("strays-are-not-published")
@pytest.mark.parametrize("kind", ["link", "link to a folder", "dangling link", "pipe"])
def test_what_is_no_file_stops_the_run(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.py"
    match kind:
        case "link":
            path.symlink_to("/etc/hostname")
        case "link to a folder":
            path.symlink_to("/etc")
        case "dangling link":
            path.symlink_to("nowhere")
        case _:
            os.mkfifo(path)
    with pytest.raises(ConfigError, match=r"x\.py: "):
        list(written_files(tmp_path))


@pytest.mark.promise("strays-are-not-published")
@pytest.mark.parametrize("name", [b"x\xff.py", b"a\nb.py", b"\xff/x.py"])
def test_a_name_that_is_no_text_stops_the_run(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.parent.mkdir(exist_ok=True)
    path.touch()
    with pytest.raises(ConfigError, match="is no text") as caught:
        list(written_files(tmp_path))
    assert str(caught.value).isprintable()


def test_the_folder_itself_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(ConfigError, match="link"):
        list(written_files(tmp_path / "link"))


def test_a_file_that_is_no_text_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "calls.py").write_bytes(b"\xff")
    with pytest.raises(RenderError, match=r"calls\.py: is not text in UTF-8"):
        render(Plan((), (Copy("calls.py", tmp_path / "calls.py"),)))
