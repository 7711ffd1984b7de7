"""The diffs that `check`, `vendor` and `verify` print are such as tools apply."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.output.difference import unified

TEXTS = {
    "usual": ("a\nb\nc\n", "a\nc\nd\n"),
    "no end before": ("a\nb", "a\nc\n"),
    "no end after": ("a\nb\n", "a\nb"),
    "no end of both": ("a\nb", "b\nb"),
    "other separators": ("a\x0cb\u2028c\x85\n", "a\x0cb\u2028d\x85\n"),
    "lone carriage return": ("a\rb\n", "a\rc\n"),
    "emptied": ("a\n", ""),
    "filled": ("", "a"),
    "new": (None, "a\nb\n"),
    "gone": ("a\nb\n", None),
}


@pytest.mark.real
@pytest.mark.parametrize(("before", "after"), TEXTS.values(), ids=TEXTS)
def test_a_diff_can_be_applied(
    before: str | None, after: str | None, tmp_path: Path
) -> None:
    file = tmp_path / "folder" / "file.py"
    file.parent.mkdir()
    if before is not None:
        file.write_bytes(before.encode())
    diff = unified("folder/file.py", before, after)
    subprocess.run(
        ["git", "apply", "--unidiff-zero", "-"],
        cwd=tmp_path,
        input=diff.encode(),
        check=True,
    )
    assert (file.read_bytes().decode() if file.exists() else None) == after


def test_an_empty_file_that_comes_or_goes_is_told() -> None:
    assert unified("py.typed", None, "") == "--- /dev/null\n+++ b/py.typed\n"
    assert unified("py.typed", "", None) == "--- a/py.typed\n+++ /dev/null\n"
    assert unified("py.typed", "", "") == ""
