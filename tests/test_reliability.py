"""The promises of `docs/reliability.md` are held by the tests that it names."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants import TESTS
from tests.reliability import PAGE, PromiseError, files, held, promised, written

ROOT = Path(__file__).parents[1]
TEXT = PAGE.read_text(encoding="utf-8")
SMALL = "| It ends. | `it-ends` | whatever stood here |\n"


def test_the_page_names_the_tests_that_hold_each_promise() -> None:
    assert written(TEXT, held(files())) == TEXT, "write it: make reliability"


def test_what_the_page_on_security_refers_to_is_promised() -> None:
    page = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    names = re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", page)
    assert len(names) > 20
    assert sorted({*names} - {*promised(TEXT)}) == []


def test_every_row_but_the_scores_is_a_promise() -> None:
    rows = [row for row in TEXT.splitlines() if row.startswith("| ")]
    before = rows[: rows.index("| module | changes | noticed |")]
    rows = [row for row in before if row != "| promise | name | tests |"]
    assert len(promised(TEXT)) == len(rows) > 30


def test_a_test_is_written_where_its_promise_is() -> None:
    page = written(SMALL, {"it-ends": ["tests/test_a.py::test_b", "c"]})
    assert page == "| It ends. | `it-ends` | `tests/test_a.py::test_b`, `c` |\n"


@pytest.mark.parametrize(
    ("page", "tests", "told"),
    [
        (SMALL, {}, "held by no test: it-ends"),
        (SMALL, {"it-ends": ["a"], "it-goes-on": ["b"]}, "nowhere: it-goes-on"),
        (SMALL * 2, {"it-ends": ["a"]}, "promised twice: it-ends"),
    ],
)
def test_promises_and_tests_match(
    page: str, tests: dict[str, list[str]], told: str
) -> None:
    with pytest.raises(PromiseError, match=told):
        written(page, tests)


@pytest.mark.parametrize("name", ["a-call-ends-in-time", "a-call-never-ends"])
def test_a_test_of_what_nobody_promised_is_not_collected(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / "test_it.py"
    file.write_text(
        f"import pytest\n@pytest.mark.promise({name!r})\ndef test_it(): ...\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.support.promises", str(file)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (f"holds '{name}', which" in done.stdout) == ("never" in name), done.stdout
    assert (done.returncode == 0) == ("never" not in name)


def test_the_scores_add_up() -> None:
    scores = re.findall(
        r"^\| `([\w/]+)\.py` \| (\d+) \| (\d+) \((\d+) %\) \|$", TEXT, re.MULTILINE
    )
    assert len(scores) >= 3
    for name, changes, noticed, percent in scores:
        assert name in TESTS
        assert (ROOT / f"templates/package/_runtime/{name}.py").is_file()
        assert round(100 * int(noticed) / int(changes)) == int(percent)
