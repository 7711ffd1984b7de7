"""Formatting: black with one fixed mode, whatever is configured around it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import black
import pytest

from generator.output import format as formatting
from generator.output.format import FormatError, format_tree
from tests.support.generate import ROOT

UGLY = "x = {  'a':1 }\n\n\n\n\ndef f( a, ):\n  return a\n"
NONE: frozenset[str] = frozenset()


def test_python_is_formatted_and_nothing_else() -> None:
    tree = {"a.py": UGLY, "b.md": UGLY, "c.py": UGLY}
    formatted = format_tree(tree, frozenset({"c.py"}))
    assert list(formatted) == list(tree)
    assert formatted["a.py"] == 'x = {"a": 1}\n\n\ndef f(\n    a,\n):\n    return a\n'
    assert formatted["b.md"] == formatted["c.py"] == UGLY


def test_formatting_again_changes_nothing() -> None:
    once = format_tree({"a.py": UGLY}, NONE)
    assert format_tree(once, NONE) == once


@pytest.mark.real
def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = {f"{number}.py": UGLY * (number + 1) for number in range(5)}
    alone = format_tree(tree, NONE)
    monkeypatch.setattr(formatting, "_SMALL", 0)
    assert format_tree(tree, NONE) == alone
    assert list(format_tree(tree, NONE)) == list(tree)


@pytest.mark.real
@pytest.mark.parametrize("small", [0, 100_000])
def test_what_is_no_python_is_an_error_with_its_file(
    monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    monkeypatch.setattr(formatting, "_SMALL", small)
    tree = {"good.py": "x = 1\n", "p/bad.py": "def f(:\n"}
    with pytest.raises(FormatError, match=r"^p/bad\.py: ") as caught:
        format_tree(tree, NONE)
    assert caught.value.path == "p/bad.py"


def test_configuration_changes_nothing(tmp_path: Path) -> None:
    """Neither a configuration beside the files nor one of the user is read."""
    wide = "[tool.black]\nline-length = 200\nskip-string-normalization = true\n"
    (tmp_path / "pyproject.toml").write_text(wide)
    (tmp_path / "black").write_text(wide)
    line = f"x = [{', '.join(['1'] * 50)}, 'a']\n"
    code = (
        "from generator.output.format import format_tree\n"
        f"print(format_tree({{'a.py': {line!r}}}, frozenset())['a.py'], end='')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == format_tree({"a.py": line}, NONE)["a.py"]
    assert '    "a",\n' in done.stdout


def test_the_mode_is_the_one_of_make_format() -> None:
    lines = [f"x = call({'a' * width}, b)" for width in range(60, 100)]
    code = "\n".join([UGLY, *lines])
    configured = ["--config", str(ROOT / "pyproject.toml"), "--code", code]
    done = subprocess.run(
        [sys.executable, "-m", "black", "--quiet", *configured],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == format_tree({"a.py": code}, NONE)["a.py"]


def test_black_is_pinned_exactly() -> None:
    pins = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert f"black=={black.__version__}" in pins


def test_a_text_is_formatted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = {"a.py": UGLY, "b.py": "y=1\n", "c.md": UGLY}
    first = format_tree(tree, NONE, tmp_path)
    assert first == format_tree(tree, NONE)
    asked: list[str] = []

    def _format(job: tuple[str, str]) -> tuple[str, str]:
        asked.append(job[0])
        return job[0], "new\n"

    monkeypatch.setattr(formatting, "_format", _format)
    tree["b.py"] = "z=1\n"
    again = format_tree(tree, NONE, tmp_path)
    assert asked == ["b.py"]
    assert again == {**first, "b.py": "new\n"}
    assert list(again) == list(tree)


def test_another_black_formats_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    format_tree({"a.py": UGLY}, NONE, tmp_path)
    monkeypatch.setattr(formatting, "version", lambda name: "27")
    monkeypatch.setattr(formatting, "_format", lambda job: (job[0], "new\n"))
    assert format_tree({"a.py": UGLY}, NONE, tmp_path) == {"a.py": "new\n"}
