"""The promises of `docs/reliability.md` are held by tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.mutants import TESTS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
ROWS = [
    line
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| promise |")
]
PROMISES = [line for line in ROWS if "::" in line]
NODES = sorted(set(re.findall(r"`(tests/[\w/]+\.py::\w+)`", PAGE)))


def test_every_promise_names_a_test() -> None:
    before = ROWS[: ROWS.index("| module | changes | noticed |")]
    assert len(PROMISES) > 30
    assert before == PROMISES
    assert PAGE.count("::") == len(re.findall(r"`tests/[\w/]+\.py::\w+`", PAGE))


@pytest.mark.parametrize("node", NODES)
def test_every_test_named_exists(node: str) -> None:
    path, _, name = node.partition("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    assert name in {each.name for each in tree.body if isinstance(each, functions)}


def test_the_scores_add_up() -> None:
    scores = re.findall(
        r"^\| `(\w+)\.py` \| (\d+) \| (\d+) \((\d+) %\) \|$", PAGE, re.MULTILINE
    )
    assert len(scores) >= 3
    for name, changes, noticed, percent in scores:
        assert name in TESTS
        assert (ROOT / f"templates/package/_runtime/{name}.py").is_file()
        assert round(100 * int(noticed) / int(changes)) == int(percent)
