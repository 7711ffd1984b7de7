"""Changes of a description, one each, and what they mean for users of the client.

A directory of `tests/diff/` is a pair: `change.yaml` turns `base.yaml` into what comes
after, its first line is the verdict, and `entry.md` is what users read.
`pytest tests/test_diff.py --update` accepts the entries as they are now.
"""

from __future__ import annotations

import itertools
import json
import random
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from markdown_it import MarkdownIt

from generator import pipeline
from generator.__main__ import main
from generator.build.build import build
from generator.changes import report
from generator.changes.change import Verdict, verdict_of
from generator.changes.compare import changes
from generator.changes.surface import UntoldChangeError, check_told
from tests.support.generate import TEMPLATES, settings
from tests.support.patches import patched

if TYPE_CHECKING:
    from generator import ir
    from generator.changes.change import Change
    from generator.dialect.document import Document
    from generator.emit.outputs import Tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent / "diff"
BASE = ROOT / "base.yaml"
CASES = sorted(path.parent.name for path in ROOT.glob("*/change.yaml"))
TABLES = MarkdownIt("commonmark").enable("table")


@cache
def edits(case: str) -> list[dict[str, Any]]:
    found = yaml.safe_load((ROOT / case / "change.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def stated(case: str) -> str:
    text = (ROOT / case / "change.yaml").read_text(encoding="utf-8")
    return text.partition("\n")[0].removeprefix("# verdict: ")


@cache
@cache
def base() -> Any:
    return yaml.safe_load(BASE.read_text(encoding="utf-8"))


def written(description: Any, folder: Path) -> Path:
    """Write a description; JSON is YAML."""
    file = folder / "spec.yaml"
    file.write_text(json.dumps(description, ensure_ascii=False), encoding="utf-8")
    return file


@cache
def described(spec: Path) -> Document:
    return pipeline.described(settings(spec))


@cache
def source(spec: Path) -> Tree:
    return pipeline.source(described(spec), settings(BASE))


def api(spec: Path) -> ir.Api:
    return build(described(spec))


@pytest.fixture(scope="module")
def before() -> ir.Api:
    return api(BASE)


@pytest.mark.real
@pytest.mark.promise("changes-told")
@pytest.mark.parametrize("case", CASES)
def test_a_change_has_its_verdict_and_its_entry(
    case: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    after = written(patched(base(), edits(case)), tmp_path)
    found = changes(api(BASE), api(after))
    if found:
        check_told(source(BASE), source(after), found)

    entry, file = report.markdown(found), ROOT / case / "entry.md"
    if request.config.getoption("--update"):
        file.write_text(entry, encoding="utf-8")

    assert str(verdict_of(found)) == stated(case), entry
    assert entry == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_the_way_back_is_told_as_well(
    case: str, before: ir.Api, tmp_path: Path
) -> None:
    after = api(written(patched(base(), edits(case)), tmp_path))
    assert bool(changes(before, after)) == bool(changes(after, before))


def test_nothing_has_changed_between_a_description_and_itself(before: ir.Api) -> None:
    assert changes(before, api(BASE)) == ()


def composed() -> list[tuple[str, str]]:
    """Pick pairs of edits that can stand together, always the same."""
    removing = {case for case in CASES if "remove" in str(edits(case))}
    fit = [case for case in CASES if case not in removing]
    pairs = [*itertools.combinations(fit, 2)]
    return random.Random(7).sample(pairs, 60)


def test_a_verdict_is_never_less_for_one_more_edit(
    before: ir.Api, tmp_path: Path
) -> None:
    for first, second in composed():
        both = patched(patched(base(), edits(first)), edits(second))
        try:
            after = api(written(both, tmp_path))
        except pipeline.InvalidDescriptionError:
            continue  # the two do not go together
        found = verdict_of(changes(before, after))
        wanted = max(Verdict[stated(case).upper()] for case in (first, second))
        assert found >= wanted, (first, second)


def hostile(before: ir.Api, tmp_path: Path) -> tuple[Change, ...]:
    after = api(written(patched(base(), edits("hostile_text")), tmp_path))
    return changes(before, after)


@pytest.mark.promise("changes-told")
def test_text_of_a_description_stays_in_its_cell(
    before: ir.Api, tmp_path: Path
) -> None:
    text = report.markdown(hostile(before, tmp_path))

    tokens = TABLES.parse(text)
    kinds = [token.type for token in tokens]
    assert kinds.count("tr_open") == 2
    assert kinds.count("td_open") == 4
    assert kinds.count("heading_open") == 1
    inline = [child.type for token in tokens for child in token.children or ()]
    assert "link_open" not in inline
    markup = {
        child.content
        for token in tokens
        for child in token.children or ()
        if child.type == "html_inline"
    }
    assert markup <= {"<code>", "</code>"}


@pytest.mark.promise("changes-told")
def test_text_of_a_description_stays_in_its_annotation(
    before: ir.Api, tmp_path: Path
) -> None:
    found = hostile(before, tmp_path)
    lines = report.github(found).splitlines()
    assert len(lines) == len(found)
    assert all(line.startswith("::warning title=minor change::") for line in lines)


def test_json_holds_everything(before: ir.Api, tmp_path: Path) -> None:
    found = hostile(before, tmp_path)
    told = json.loads(report.as_json(found))
    assert told["verdict"] == "minor"
    assert [item["subject"] for item in told["changes"]] == ["Tool.kind"]


@pytest.mark.real
def test_what_nobody_told_stops_the_run(tmp_path: Path) -> None:
    after = written(patched(base(), edits("call_removed")), tmp_path)
    with pytest.raises(UntoldChangeError, match="makers: Public object was removed"):
        check_told(source(BASE), source(after), ())


def repository(folder: Path) -> Path:
    """Commit the description, with the configuration of a project around it."""
    project = folder / "project"
    (project / "spec").mkdir(parents=True)
    shutil.copy(BASE, project / "spec" / "openapi.yaml")
    table = {"spec": "spec/openapi.yaml", "output": "out", "package": "tools_client"}
    table |= {"client": "Tools", "distribution": "tools-client", "version": "1.0"}
    lines = [f"{key} = {json.dumps(value)}" for key, value in table.items()]
    lines.append(f"templates = {json.dumps(str(TEMPLATES))}")
    text = "\n".join(["[tool.generator]", *lines])
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    author = ["-c", "user.name=K", "-c", "user.email=k@example.com"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "first"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    return project


def run(project: Path, *arguments: str) -> int:
    return main(["--config", str(project / "pyproject.toml"), "diff", *arguments])


@pytest.mark.real
def test_the_command_compares_with_a_revision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = repository(tmp_path)
    spec = project / "spec" / "openapi.yaml"
    assert run(project, "--fail-on", "patch") == 0
    assert capsys.readouterr().out == "No change for users of the client.\n"

    edited = yaml.safe_dump(patched(base(), edits("call_removed")))
    spec.write_text(edited, encoding="utf-8")
    assert run(project, "--base", "HEAD", "--fail-on", "major") == 1
    assert "`makers.all` | is gone" in capsys.readouterr().out
    assert run(project, "--fail-on", "major", "--base", str(BASE)) == 1
    assert run(project) == 0
    assert spec.read_text(encoding="utf-8") == edited


@pytest.mark.real
@pytest.mark.parametrize("base", ["no-such", "--output=x", "HEAD:spec", ""])
def test_what_is_no_revision_is_refused(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = repository(tmp_path)
    assert run(project, f"--base={base}") == 3
    assert "no such file or revision" in capsys.readouterr().err
    assert sorted(path.name for path in project.iterdir()) == [
        ".git",
        "pyproject.toml",
        "spec",
    ]
