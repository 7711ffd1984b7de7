"""The promises of `docs/reliability.md`, and the tests that hold them.

A row of the page is a promise: a sentence, a name, and the tests that carry the name in
`@pytest.mark.promise`. `make reliability` writes these into the page.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reliability.md"
MARKER = "pytest.mark.promise"
ROW = re.compile(r"^(\| .+ \| `([a-z0-9-]+)` \|)(.*)$", re.MULTILINE)


class PromiseError(Exception):
    """A promise without a test, or a test of a promise nobody made."""


def promised(page: str) -> list[str]:
    """List the names of the promises of a page."""
    return [name for _, name, _ in ROW.findall(page)]


def held(files: Iterable[Path]) -> dict[str, list[str]]:
    """Read which tests hold which promise.

    Args:
        files: Modules of tests.
    """
    tests: defaultdict[str, list[str]] = defaultdict(list)
    for file in sorted(files):
        for function in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                node = f"{file.relative_to(ROOT).as_posix()}::{function.name}"
                for name in _names(function.decorator_list):
                    tests[name].append(node)
    return dict(tests)


def _names(decorators: list[ast.expr]) -> Iterator[str]:
    for each in decorators:
        if (
            isinstance(each, ast.Call)
            and ast.unparse(each.func) == "pytest.mark.promise"
        ):
            yield from map(ast.literal_eval, each.args)


def written(page: str, tests: dict[str, list[str]]) -> str:
    """Write the tests of each promise into a page.

    Args:
        page: The page.
        tests: The tests by the name of what they hold.

    Raises:
        PromiseError: If a promise has no test, or a test no promise.
    """
    names = promised(page)
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise PromiseError(f"promised twice: {', '.join(twice)}")
    if broken := [name for name in names if name not in tests]:
        raise PromiseError(f"promised, and held by no test: {', '.join(broken)}")
    if unknown := sorted(tests.keys() - {*names}):
        raise PromiseError(f"held by tests, and promised nowhere: {', '.join(unknown)}")

    def filled(row: re.Match[str]) -> str:
        return f"{row[1]} {', '.join(f'`{node}`' for node in tests[row[2]])} |"

    return ROW.sub(filled, page)


def files() -> list[Path]:
    """List the modules of tests."""
    return [*(ROOT / "tests").rglob("test_*.py")]


if __name__ == "__main__":
    PAGE.write_text(
        written(PAGE.read_text(encoding="utf-8"), held(files())), encoding="utf-8"
    )
