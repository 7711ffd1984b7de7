"""Small descriptions, one behaviour each, and what is generated from them.

The first line of a `spec.yaml` says what it shows: `# shows:` and files below the
package, which `expected/` holds, or `# finds:` and the rules that refuse it, whose
findings are in `findings.txt`. `make golden` accepts what is generated now.
"""

from __future__ import annotations

import difflib
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.load.load import load
from generator.output.format import format_tree
from generator.validation.validate import validate
from tests.conftest import pytest_configure
from tests.support.generate import ROOT, emit, findings, settings, write

if TYPE_CHECKING:
    from generator.emit.outputs import Tree

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/spec.yaml"))
MAX_LINES = 40


def stated(case: Path, word: str) -> list[str]:
    """Read the first line of a case, or give nothing if it states something else."""
    first = (case / "spec.yaml").read_text(encoding="utf-8").partition("\n")[0]
    start = f"# {word}: "
    return first.removeprefix(start).split(", ") if first.startswith(start) else []


GOOD = [case for case in CASES if stated(case, "shows")]
FAILING = [case for case in CASES if stated(case, "finds")]
PACKAGES = {case: f"golden_{case.name}" for case in GOOD}


@cache
def emitted(case: Path) -> Tree:
    """Generate the package of a case, but for its runtime and its format."""
    config = settings(case / "spec.yaml", package=PACKAGES[case])
    return emit(pipeline.described(config), config, formatted=False)


def output(case: Path) -> dict[str, bytes]:
    """Give the files a case shows, by their names below `expected/`."""
    package = PACKAGES[case]
    shown = {name: emitted(case)[f"{package}/{name}"] for name in stated(case, "shows")}
    formatted = format_tree(shown, frozenset())
    return {f"expected/{name}": text.encode() for name, text in formatted.items()}


def found(case: Path) -> dict[str, bytes]:
    """Write down the findings of a case as the command line prints them."""
    text = "".join(f"{finding}\n" for finding in findings(case / "spec.yaml"))
    return {"findings.txt": text.encode()}


def recorded(case: Path) -> dict[str, bytes]:
    """Read whatever lies in the folder of a case, but for its description."""
    files = (path for path in sorted(case.rglob("*")) if path.is_file())
    texts = {file.relative_to(case).as_posix(): file.read_bytes() for file in files}
    del texts["spec.yaml"]
    return texts


def compare(case: Path, wanted: dict[str, bytes], *, update: bool) -> None:
    """Fail unless the case holds exactly the wanted files, or make it so."""
    if update:
        shutil.rmtree(case / "expected", ignore_errors=True)
        for name in recorded(case):
            (case / name).unlink()
        write({name: text.decode() for name, text in wanted.items()}, case)
    if recorded(case) != wanted:
        pytest.fail(f"{difference(recorded(case), wanted)}\naccept it: make golden")


def difference(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    lines: list[str] = []
    for name in sorted({*before, *after}):
        old = before.get(name, b"").decode().splitlines(keepends=True)
        new = after.get(name, b"").decode().splitlines(keepends=True)
        lines += difflib.unified_diff(old, new, f"recorded/{name}", f"generated/{name}")
        if (name in before) != (name in after):
            lines.append(f"{'missing' if name in after else 'extra'}: {name}\n")
    return "".join(lines)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.mark.slow
@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_output(case: Path, *, update: bool) -> None:
    compare(case, output(case), update=update)


@pytest.mark.parametrize("case", FAILING, ids=lambda case: case.name)
def test_findings(case: Path, *, update: bool) -> None:
    compare(case, found(case), update=update)
    rules = {finding.rule for finding in findings(case / "spec.yaml")}
    assert rules == set(stated(case, "finds"))


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_cases_are_openapi(case: Path) -> None:
    assert not validate(load(case / "spec.yaml").bundle)


def test_every_case_is_small_and_states_what_it_is_for() -> None:
    assert sorted([*GOOD, *FAILING]) == CASES
    assert [case for case in FAILING if not case.name.startswith("error_")] == []
    assert {path for path in GOLDEN.iterdir() if path.is_dir()} == set(CASES)
    for case in CASES:
        text = (case / "spec.yaml").read_text(encoding="utf-8")
        assert text.count("\n") <= MAX_LINES, case.name


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the packages of all good cases, formatted by what is fast."""
    made = tmp_path_factory.mktemp("packages")
    for case in GOOD:
        write(emitted(case), made)
    subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--quiet", "--no-cache", "."],
        cwd=made,
        check=True,
    )
    return made


def test_imports_of_all_good_cases_are_exact_and_in_order(folder: Path) -> None:
    chosen = ["--select", "I,F", "--no-cache", "--exclude", "_runtime"]
    config = ["--config", ROOT / "pyproject.toml"]
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", *config, *chosen, "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("extra", ["expected/_sync/extra.py", "findings.txt"])
def test_missing_and_extra_files_are_told(tmp_path: Path, extra: str) -> None:
    case = shutil.copytree(GOLDEN / "call_path_and_query", tmp_path / "case")
    wanted = recorded(case)
    (case / extra).write_text("extra\n")
    with pytest.raises(pytest.fail.Exception, match=f"(?s)extra: {extra}.*make golden"):
        compare(case, wanted, update=False)
    compare(case, wanted, update=True)
    (case / next(iter(wanted))).unlink()
    with pytest.raises(pytest.fail.Exception, match="missing: "):
        compare(case, wanted, update=False)


def test_update_is_refused_in_ci(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request.config.option, "update", True)
    monkeypatch.delenv("CI", raising=False)
    pytest_configure(request.config)
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.UsageError, match="not in CI"):
        pytest_configure(request.config)
