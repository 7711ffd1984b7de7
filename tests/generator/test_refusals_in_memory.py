"""What a description is refused for is told before it has taken much memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.generate import ROOT
from tests.support.memory import MEASURABLE, measured

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, MEASURABLE]

LARGEST = 200
"""Megabytes of a process that refuses a description."""
REFUSE = """
import sys
from pathlib import Path
from tests.generator.sample import judge

folder, head, unit, count = sys.argv[1:]
(first, *_) = judge(Path(folder), head + unit * int(count))
print(first.rule)
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
    count = str((2 * 1024 * 1024 - len(head)) // len(unit))
    told = (str(tmp_path), head, unit, count)
    found, kilobytes = measured(REFUSE, *told, folder=ROOT)
    assert found == rule
    assert kilobytes // 1024 < LARGEST
