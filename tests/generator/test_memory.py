"""What earlier runs found out is used whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.memory import Memory


def test_a_text_is_recalled_as_it_was_kept(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "not" / "there", 10)
    assert memory.recall("a") is None
    for text in ("", "x\r\ny\n", "é\u2028"):
        memory.keep("a", text)
        assert memory.recall("a") == text
    assert [each.name for each in memory.folder.iterdir()] == ["a"]


@pytest.mark.parametrize(
    "damaged",
    [b"", b"\n", b"x = 1\n", lambda data: data[:-1], lambda data: data + b"#"],
)
def test_what_is_not_whole_is_not_recalled(tmp_path: Path, damaged: object) -> None:
    memory = Memory(tmp_path, 10)
    memory.keep("a", "x = 1\n")
    file = tmp_path / "a"
    data = damaged(file.read_bytes()) if callable(damaged) else damaged
    assert isinstance(data, bytes)
    file.write_bytes(data)
    assert memory.recall("a") is None


@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_is_no_file_is_not_recalled(tmp_path: Path, kind: str) -> None:
    memory = Memory(tmp_path / "memory", 10)
    memory.keep("a", "x")
    file = memory.folder / "a"
    file.rename(tmp_path / "elsewhere")
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "link":
        file.symlink_to(tmp_path / "elsewhere")
    else:
        file.mkdir()
    assert memory.recall("a") is None


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("in the way\n")
    memory = Memory(tmp_path / "memory", 10)
    memory.keep("a", "x")
    memory.forget()
    assert memory.recall("a") is None
    assert (tmp_path / "memory").read_text() == "in the way\n"


def test_those_asked_for_longest_ago_are_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path, 2)
    for number, name in enumerate("abc"):
        memory.keep(name, name)
        os.utime(tmp_path / name, (number, number))
    assert memory.recall("a") == "a"
    memory.forget()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "c"]
