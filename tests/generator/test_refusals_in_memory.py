"""What a description is refused for is told before it has taken much memory."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.generate import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="peaks are read from /proc"),
]

LARGEST = 200
"""Megabytes of a process that refuses a description."""
REFUSE = """
import re, sys
from pathlib import Path
from tests.generator.sample import judge

folder, head, unit, count = sys.argv[1:]
(first, *_) = judge(Path(folder), head + unit * int(count))
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(first.rule, int(peak[1]) // 1024)
"""


@pytest.mark.promise("refusals-take-little-memory")
@pytest.mark.parametrize(
    ("head", "unit", "rule"),
    [
        ("", "\n", "not-a-mapping"),
        ("", "? a\n", "duplicate-key"),
        ("a: [", "{$ref: 'b'},", "too-large"),
        ("a:\n", "- a\n", "too-large"),
    ],
    ids=["lines", "keys", "references", "items"],
)
def test_two_megabytes_take_less_than_200(
    tmp_path: Path, head: str, unit: str, rule: str
) -> None:
    count = (2 * 1024 * 1024 - len(head)) // len(unit)
    done = subprocess.run(
        [sys.executable, "-c", REFUSE, str(tmp_path), head, unit, str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found, megabytes = done.stdout.split()
    assert found == rule
    assert int(megabytes) < LARGEST
