"""`docs/keeper.md` is true, and so is what it says of versions."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from generator.changes.change import Verdict, minor
from generator.changes.release import ReleaseError, next_version, release
from tests.support.markdown import blocks
from tests.test_contributing import apply, copied, run

PAGE = Path(__file__).parents[1] / "docs" / "keeper.md"
PROJECT = '[a]\nversion = "1.2.3"\n[tool.generator]\nx = 1\nversion = "1.2.3"\n'
CHANGELOG = "# Changelog\n\n## Unreleased\n\n### Added\n\n- By hand.\n"
CHANGES = (minor("tools.find", "is new"),)


@pytest.mark.parametrize(
    ("version", "patched", "minored", "majored"),
    [
        ("1.2.3", "1.2.4", "1.3.0", "2.0.0"),
        ("0.2.3", "0.2.4", "0.2.4", "0.3.0"),
    ],
)
def test_versions_move_as_far_as_the_change(
    version: str, patched: str, minored: str, majored: str
) -> None:
    verdicts = (Verdict.PATCH, Verdict.MINOR, Verdict.MAJOR)
    following = [next_version(version, verdict) for verdict in verdicts]
    assert following == [patched, minored, majored]


def test_a_release_is_made_once() -> None:
    made = release(CHANGES, "1.2.3", CHANGELOG, PROJECT)
    assert made is not None
    assert made.version == "1.3.0"
    assert made.project == PROJECT.replace(
        'x = 1\nversion = "1.2.3"', 'x = 1\nversion = "1.3.0"'
    )
    head, _, rest = made.changelog.partition("## 1.3.0\n")
    assert head == "# Changelog\n\n## Unreleased\n\n"
    assert "`tools.find` | is new" in rest
    assert rest.endswith("- By hand.\n")
    assert release(CHANGES, "1.3.0", made.changelog, made.project) is None
    assert release((), "1.2.3", CHANGELOG, PROJECT) is None


@pytest.mark.parametrize(
    ("version", "changelog", "project"),
    [
        ("1.2", CHANGELOG, PROJECT.replace("1.2.3", "1.2")),
        ("1.2.3", "# Changelog\n", PROJECT),
        ("1.2.3", CHANGELOG, PROJECT.replace("[tool.generator]", "[tool.other]")),
    ],
)
def test_what_cannot_be_moved_is_refused(
    version: str, changelog: str, project: str
) -> None:
    with pytest.raises(ReleaseError):
        release(CHANGES, version, changelog, project)


@pytest.mark.slow
@pytest.mark.real
def test_the_page_works_as_it_stands(tmp_path: Path) -> None:
    project = copied(tmp_path)
    author = ["-c", "user.name=K", "-c", "user.email=k@example.com"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "before"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    told = ""
    for block in blocks(PAGE):
        if block.attributes:
            apply(project, block)
            continue
        for line in block.text.splitlines():
            program, *arguments = shlex.split(line)
            assert program == "python"
            done = run(project, *arguments)
            assert done.returncode == 0, done.stdout + done.stderr
            told += done.stdout
    assert "A minor change for users of the client." in told
    assert "`markets.list_all` | is new" in told
    assert "a minor change: version 0.1.1" in told
    changelog = (project / "generated" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## 0.1.1\n\nA minor change" in changelog
    assert 'version = "0.1.1"' in (project / "generated" / "pyproject.toml").read_text()
