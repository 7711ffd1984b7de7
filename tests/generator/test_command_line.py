"""The command line, run as people run it: what it prints, writes and returns."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from generator.__main__ import main
from generator.load.load import load
from generator.memory import Memory
from generator.validation import verdict
from tests.support.generate import ROOT, TEMPLATES
from tests.test_golden import GOLDEN

pytestmark = pytest.mark.slow

SPEC = (GOLDEN / "call_path_and_query" / "spec.yaml").read_text(encoding="utf-8")
CONFIG = f"""
[tool.generator]
spec = "spec/openapi.yaml"
templates = "{TEMPLATES}"
output = "client"
package = "things"
client = "Things"
distribution = "things-client"
version = "1.0.0"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a folder with a description and a configuration."""
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "openapi.yaml").write_text(SPEC, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Validate where the packages that it takes are loaded already."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(verdict, "ProcessPoolExecutor", ThreadPoolExecutor)


@dataclass(frozen=True)
class Done:
    """What a command printed and returned."""

    returncode: int
    stdout: str
    stderr: str


def run(project: Path, *arguments: str) -> Done:
    out, err = io.StringIO(), io.StringIO()
    with chdir(project), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
    return Done(code, out.getvalue(), err.getvalue())


def test_it_is_a_module_that_runs(project: Path) -> None:
    for command in ("generate", "check"):
        done = subprocess.run(
            [sys.executable, "-m", "generator", command],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
    assert (done.stdout, done.stderr) == ("client is up to date\n", "")
    assert run(project, "check") == Done(0, done.stdout, "")


def listing(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if "cache" not in path.relative_to(folder).parts
    }


def break_spec(project: Path, before: str, after: str) -> None:
    spec = project / "spec" / "openapi.yaml"
    text = spec.read_text(encoding="utf-8")
    assert before in text
    spec.write_text(text.replace(before, after), encoding="utf-8")


def test_generate_then_check_then_change(project: Path) -> None:
    done = run(project, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"client: \d+ written, 0 removed, 0 unchanged\n", done.stdout)
    assert (project / "client" / "things" / "_sync" / "things.py").is_file()

    before = listing(project)
    done = run(project, "check")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "client is up to date\n",
        "",
    )
    done = run(project, "--quiet", "generate")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert listing(project) == before
    done = run(project, "generate")
    assert re.fullmatch(r"client: 0 written, 0 removed, \d+ unchanged\n", done.stdout)
    assert listing(project) == before

    break_spec(project, "The names of the parts of one thing.", "Other words.")
    before = listing(project)
    done = run(project, "check")
    assert done.returncode == 1
    assert (
        done.stderr
        == "client is not what it should be; run `python -m generator generate`\n"
    )
    assert (
        "\n--- a/things/_sync/things.py\n+++ b/things/_sync/things.py\n" in done.stdout
    )
    assert "\n-        The names of the parts of one thing.\n" in done.stdout
    assert "\n+        Other words.\n" in done.stdout
    assert listing(project) == before


def test_check_names_the_command_that_mends_with_its_configuration(
    project: Path,
) -> None:
    (project / "py project.toml").write_text(CONFIG, encoding="utf-8")
    done = run(project, "--config", "py project.toml", "check")
    mend = "python -m generator --config 'py project.toml' generate"
    assert done.stderr == f"client is not what it should be; run `{mend}`\n"
    assert done.returncode == 1
    words = shlex.split(mend)[3:]
    assert run(project, *words).returncode == 0
    assert run(project, *words[:-1], "check").returncode == 0
    (project / "client" / "things" / "py.typed").unlink()  # which is empty
    told = "--- /dev/null\n+++ b/things/py.typed\n"
    assert run(project, "check").stdout == told


def test_check_sees_missing_and_stale_files(project: Path) -> None:
    run(project, "generate")
    (project / "client" / "things" / "client.py").unlink()
    break_spec(project, "operationId: things.parts", "operationId: pieces.parts")
    done = run(project, "check")
    assert done.returncode == 1
    changed = re.findall(r"^\+\+\+ b/(\S+)", done.stdout, re.MULTILINE)
    assert {"things/client.py", "things/_sync/pieces.py"} <= set(changed)
    assert "\n--- a/things/_sync/things.py\n+++ /dev/null\n" in done.stdout
    done = run(project, "generate")
    assert done.returncode == 0
    assert ", 3 removed, " in done.stdout
    assert run(project, "check").returncode == 0


@pytest.mark.parametrize("command", ["generate", "check", "lint", "bundle"])
def test_a_broken_description_is_told_with_its_places(
    project: Path, command: str
) -> None:
    break_spec(project, "      summary: List Parts\n", "      sumary: List Parts\n")
    before = listing(project)
    done = run(project, command)
    assert done.returncode == 2
    assert done.stdout == ""
    place = r"spec/openapi\.yaml:\d+:\d+: "
    assert re.match(
        place + "missing-key: an operation needs `summary`\n    ", done.stderr
    )
    assert re.search(place + "unknown-key: `sumary` is no key", done.stderr)
    assert done.stderr.endswith("\n2 findings\n")
    assert listing(project) == before


def test_what_only_the_validator_finds_stops_generation(project: Path) -> None:
    break_spec(project, "info: {", "info: {contact: 5, ")
    before = listing(project)
    for command in ("lint", "generate"):
        done = run(project, command)
        assert done.returncode == 2
        assert re.match(
            r"spec/openapi\.yaml:\d+:\d+: openapi: 5 is not .*\n    Mend `contact`",
            done.stderr,
        )
    assert listing(project) == before


def test_only_generate_trusts_a_remembered_verdict(project: Path) -> None:
    assert run(project, "generate").returncode == 0
    (remembered,) = (project / "cache").glob("*/verdicts/*")
    break_spec(project, "info: {", "info: {contact: 5, ")
    document = load(project / "spec" / "openapi.yaml")
    remembered.rename(remembered.with_name(verdict._name(document)))
    assert run(project, "generate").returncode == 0
    assert run(project, "check").returncode == 2
    assert run(project, "lint").returncode == 2


def test_only_generate_trusts_formatted_texts(project: Path) -> None:
    assert run(project, "generate").returncode == 0
    (folder,) = (project / "cache").glob("*/formatted")
    memory = Memory(folder, 1_000)
    for name in [each.name for each in folder.iterdir()]:
        memory.keep(name, f"{memory.recall(name)}# remembered\n")
    shutil.rmtree(project / "client")
    assert run(project, "generate").returncode == 0
    done = run(project, "check")
    assert done.returncode == 1
    assert "-# remembered" in done.stdout + done.stderr


def test_where_no_verdict_can_be_remembered_the_validator_is_asked(
    project: Path,
) -> None:
    (project / "cache").write_text("in the way\n")
    done = run(project, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    break_spec(project, "info: {", "info: {contact: 5, ")
    assert run(project, "generate").returncode == 2


def test_an_edited_file_is_told_and_kept(project: Path) -> None:
    run(project, "generate")
    (project / "client" / "README.md").write_text("mine\n")
    before = listing(project)
    break_spec(project, "title: Things", "title: Other Things")
    done = run(project, "generate")
    assert done.returncode == 2
    assert "    README.md\nNothing was written." in done.stderr
    after = listing(project)
    del before["spec/openapi.yaml"], after["spec/openapi.yaml"]
    assert after == before


def elsewhere(project: Path) -> None:
    """Let a project look for its templates in a folder of its own."""
    config = project / "pyproject.toml"
    config.write_text(CONFIG.replace(str(TEMPLATES), "elsewhere"), encoding="utf-8")


def test_a_broken_template_is_told_by_name(project: Path) -> None:
    elsewhere(project)
    templates = project / "elsewhere" / "package"
    shutil.copytree(TEMPLATES / "project", templates.parent / "project")
    shutil.copytree(TEMPLATES / "package" / "_runtime", templates / "_runtime")
    done = run(project, "generate")
    assert done.returncode == 2, done.stderr
    assert re.match(r"\w+\.py\.j2 for things/__init__\.py: ", done.stderr)
    assert not (project / "client").exists()


def test_what_an_editor_leaves_in_the_runtime_is_not_published(project: Path) -> None:
    elsewhere(project)
    shutil.copytree(TEMPLATES, project / "elsewhere")
    room = project / "elsewhere" / "package" / "_runtime" / "core"
    (room / ".#lazy.py").symlink_to("someone@somewhere.1")
    (room / ".lazy.py").write_text("1 +", encoding="utf-8")
    done = run(project, "generate")
    assert done.returncode == 0, done.stderr
    published = project / "client" / "things" / "_runtime" / "core"
    assert (published / "lazy.py").exists()
    assert not any(path.name.startswith(".") for path in published.iterdir())


def test_missing_templates_are_told_by_name(project: Path) -> None:
    elsewhere(project)
    done = run(project, "generate")
    assert done.returncode == 3
    missing = project / "elsewhere" / "package" / "_runtime" / "__init__.py"
    assert done.stderr == f"{missing}: No such file or directory\n"
    assert not (project / "client").exists()


@pytest.mark.parametrize(
    "arguments",
    [(), ("paint",), ("generate", "--hard"), ("--config", "no.toml", "lint")],
)
def test_a_wrong_command_line(project: Path, arguments: tuple[str, ...]) -> None:
    done = run(project, *arguments)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Traceback" not in done.stderr
    assert done.stderr


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('version = "1.0.0"', "", "lacks version"),
        ('version = "1.0.0"', "version = 1", "needs text for version"),
        ('version = "1.0.0"', 'version = "1"\ncolour = "red"', "does not know colour"),
        ('client = "Things"', 'client = "the things"', "client is no Python name"),
        ('package = "things"', 'package = "../things"', "package is no Python name"),
        ("[tool.generator]", "[tool.painter]", r"has no \[tool.generator\]"),
        ("[tool.generator]", "[tool.generator", "Expected"),
        (
            "[tool.generator]",
            "[tool]\ngenerator = 5\n[x]",
            r"has no \[tool.generator\]",
        ),
    ],
)
def test_a_wrong_configuration(
    project: Path, before: str, after: str, told: str
) -> None:
    (project / "pyproject.toml").write_text(CONFIG.replace(before, after))
    done = run(project, "lint")
    assert (done.returncode, done.stdout) == (3, "")
    assert re.match(rf"pyproject\.toml: .*{told}", done.stderr)
    assert done.stderr.count("\n") == 1


def test_a_file_that_cannot_be_written_is_told_by_name(project: Path) -> None:
    done = run(project, "bundle", "--output", "nowhere/one.yaml")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "nowhere/one.yaml: No such file or directory\n"
    (project / "client").write_text("in the way\n", encoding="utf-8")
    done = run(project, "generate")
    assert (done.returncode, done.stdout) == (3, "")
    assert re.fullmatch(r"\S*client\S*: (File exists|Not a directory)\n", done.stderr)


def test_a_run_that_is_stopped_says_so_in_a_word(project: Path) -> None:
    command = (
        "import generator.lint.lint as rules, os, signal, sys;"
        "from generator.__main__ import main;"
        "rules.lint = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT);"
    )
    done = subprocess.run(
        [sys.executable, "-c", command + "sys.exit(main(['lint']))"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_lint_counts_operations(project: Path) -> None:
    done = run(project, "lint")
    assert (done.returncode, done.stdout) == (0, "1 operation, no findings\n")


def test_bundle_prints_or_writes_one_file(project: Path) -> None:
    printed = run(project, "bundle")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert yaml.safe_load(printed.stdout) == yaml.safe_load(SPEC)
    written = run(project, "bundle", "--output", "one.yaml")
    assert (written.returncode, written.stdout) == (0, "")
    assert (project / "one.yaml").read_text(encoding="utf-8") == printed.stdout


def test_progress_is_for_terminals(project: Path) -> None:
    """Each stage is told on a terminal, and a pseudo-terminal is one."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    for quiet in ([], ["--quiet"]):
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", *quiet, "lint"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=theirs,
        )
        os.close(theirs)
        shown = read_all(ours)
        assert process.wait() == 0
        stages = re.findall(r"^(\w+) +\d+ ms\r?$", shown, re.MULTILINE)
        assert stages == ([] if quiet else ["load", "lint", "validate"])


def read_all(descriptor: int) -> str:
    chunks: list[bytes] = []
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        while True:
            try:
                chunk = stream.read(1024)
            except OSError:
                break
            if not chunk:
                break
            chunks.append(chunk)
    return b"".join(chunks).decode()
