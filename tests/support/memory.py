"""The most memory that a program takes, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

STATUS = Path("/proc/self/status")
MEASURABLE = pytest.mark.skipif(
    not STATUS.exists(),
    reason="the most memory of a process is read from /proc: getrusage shows at least"
    " what the parent took",
)
_TELL = f"""
import pathlib, re
print(re.search(r"VmHWM:\\s+(\\d+) kB", pathlib.Path({str(STATUS)!r}).read_text())[1])
"""


def measured(program: str, *arguments: str, folder: Path) -> tuple[str, int]:
    """Run a program; give what it printed, and the kilobytes it took at most.

    Args:
        program: Its source.
        *arguments: What it finds in `sys.argv`.
        folder: Where it runs.
    """
    done = subprocess.run(
        [sys.executable, "-c", program + _TELL, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    *printed, peak = done.stdout.splitlines()
    return "\n".join(printed), int(peak)
