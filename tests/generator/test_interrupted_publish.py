"""A run that ends anywhere blocks no other one, and leaves nothing behind for good."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from generator.output.manifest import MANIFEST, with_manifest
from generator.output.publish import PublishError, compare, publish
from generator.output.staging import locked
from tests.support.generate import ROOT

from .test_publish import files

pytestmark = pytest.mark.slow

FIRST = {
    "README.md": "one\n",
    "p/a.py": "a = 1\n",
    "p/old/b.py": "b = 1\n",
    "p/c": "c\n",
}
SECOND = {
    "README.md": "two\n",
    "p/a.py": "a = 2\n",
    "p/new/b.py": "b = 1\n",
    "p/c/d": "d\n",
}
THIRD = {"README.md": "three\n", "p/a.py": "a = 3\n", "p/old/b.py": "b = 3\n"}
OTHERS = ("replace", "unlink", "rmdir", "mkdir", "fsync", "open", "chmod")
"""The functions of `os` by which files change."""


class Killed(BaseException):
    """The process is gone; nothing that cleans up happens any more."""


@contextmanager
def failing(step: int, error: BaseException, *, for_good: bool) -> Iterator[list[int]]:
    """Let changes of files happen so many times, then fail: once, or for good."""
    count = [0]

    def counted(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*arguments: Any, **named: Any) -> Any:
            writes = change is not real["open"] or arguments[1] & os.O_CREAT
            if writes:
                count[0] += 1
                if count[0] == step or (for_good and count[0] > step):
                    raise error
            return change(*arguments, **named)

        return changed

    real = {name: getattr(os, name) for name in OTHERS}
    try:
        for name, change in real.items():
            setattr(os, name, counted(change))
        yield count
    finally:
        for name, change in real.items():
            setattr(os, name, change)


def steps() -> range:
    """Count the changes it takes to publish the second tree over the first."""
    with TemporaryDirectory() as folder:
        publish(with_manifest(FIRST), Path(folder))
        with failing(10_000, Killed(), for_good=True) as count:
            publish(with_manifest(SECOND), Path(folder))
        return range(1, count[0] + 1)


STEPS = steps()


@pytest.mark.promise("a-stopped-run-blocks-none")
@pytest.mark.parametrize("after", [SECOND, THIRD, FIRST], ids=["again", "new", "back"])
@pytest.mark.parametrize("step", STEPS)
def test_a_run_that_is_killed_blocks_none(
    tmp_path: Path, step: int, after: dict[str, str]
) -> None:
    publish(with_manifest(FIRST), tmp_path)
    (tmp_path / "p/mine.txt").write_text("mine\n")
    with suppress(Killed), failing(step, Killed(), for_good=True):
        publish(with_manifest(SECOND), tmp_path)
    whole = {(path, text) for tree in (FIRST, SECOND) for path, text in tree.items()}
    for path, text in files(tmp_path).items():
        if not path.startswith((MANIFEST, ".publishing/", "p/mine")):
            assert (path, text) in whole
    publish(with_manifest(after), tmp_path)
    assert files(tmp_path) == {**with_manifest(after), "p/mine.txt": "mine\n"}


@pytest.mark.promise("a-stopped-run-blocks-none")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("step", STEPS)
def test_a_write_that_fails_blocks_none(tmp_path: Path, step: int, code: int) -> None:
    publish(with_manifest(FIRST), tmp_path)
    error = OSError(code, os.strerror(code), "somewhere")
    with suppress(OSError), failing(step, error, for_good=False):
        publish(with_manifest(SECOND), tmp_path)
    publish(with_manifest(THIRD), tmp_path)
    assert files(tmp_path) == with_manifest(THIRD)


def test_a_disk_that_is_full_at_once_changes_nothing(tmp_path: Path) -> None:
    publish(with_manifest(FIRST), tmp_path)
    error = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(OSError, match="No space"), failing(4, error, for_good=False):
        publish(with_manifest(SECOND), tmp_path)
    assert files(tmp_path) == with_manifest(FIRST)


@pytest.mark.promise("a-stopped-run-blocks-none")
def test_a_real_kill_blocks_none(tmp_path: Path) -> None:
    publish(with_manifest(FIRST), tmp_path)
    script = (
        "import os, signal, sys; from pathlib import Path;"
        "from generator.output.manifest import with_manifest;"
        "from generator.output.publish import publish;"
        "from tests.generator.test_interrupted_publish import SECOND;"
        "real = os.replace; left = [2];\n"
        "def replace(*a, **k):\n"
        "    if not left[0]: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    left[0] -= 1; return real(*a, **k)\n"
        "os.replace = replace; publish(with_manifest(SECOND), Path(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], cwd=ROOT, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / ".publishing").is_dir()
    publish(with_manifest(THIRD), tmp_path)
    assert files(tmp_path) == with_manifest(THIRD)


def work(output: Path, number: int) -> None:
    tree = {f"p/{name}.py": f"{name} = {number}\n" for name in "abcdefgh"}
    for _ in range(10):
        publish(with_manifest(tree), output)


@pytest.mark.promise("a-stopped-run-blocks-none")
def test_two_runs_at_once_take_turns(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    runs = [context.Process(target=work, args=(tmp_path, number)) for number in (1, 2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0, 0]
    found = files(tmp_path)
    assert len({text[-2] for path, text in found.items() if path != MANIFEST}) == 1
    assert ".publishing" not in {path.name for path in tmp_path.iterdir()}


@pytest.mark.promise("a-stopped-run-blocks-none")
def test_nothing_is_judged_while_another_run_writes(tmp_path: Path) -> None:
    """What a run has half done looks like an edit to one that does not wait."""
    publish(with_manifest(FIRST), tmp_path)
    path = next(path for path in FIRST if path.endswith(".py"))
    with locked(tmp_path):
        (tmp_path / path).write_text("half done")
        tree = with_manifest(SECOND)
        run = ThreadPoolExecutor(1).submit(publish, tree, tmp_path)
        assert not wait([run], 0.5).done
        (tmp_path / path).write_text(FIRST[path])
    run.result()
    assert files(tmp_path) == tree


@pytest.mark.promise("only-our-files-are-changed")
@pytest.mark.parametrize("kind", ["pipe", "link", "dangling link", "folder", "device"])
@pytest.mark.parametrize(
    "path", ["README.md", "p/old/b.py", "p/new/b.py", MANIFEST, "p/new"]
)
def test_what_is_no_file_is_neither_read_nor_replaced(
    tmp_path: Path, path: str, kind: str
) -> None:
    output = tmp_path / "out"
    publish(with_manifest(FIRST), output)
    target = output / path
    target.unlink(missing_ok=True)
    target.parent.mkdir(exist_ok=True)
    match kind:
        case "pipe":
            os.mkfifo(target)
        case "link":
            target.symlink_to("/etc/hostname")
        case "dangling link":
            target.symlink_to("nowhere")
        case "folder":
            target.mkdir()
            (target / "mine").write_text("mine")
        case _:
            try:
                os.mknod(target, 0o020600, os.makedev(1, 5))
            except PermissionError:
                pytest.skip("devices can be made by root only")
    before = target.lstat()
    if kind == "folder" and path in {"p/new", "p/old/b.py"}:
        publish(with_manifest(SECOND), output)
        assert (target / "mine").read_text() == "mine"
        return
    assert not compare(with_manifest(SECOND), output).clean
    with pytest.raises(PublishError):
        publish(with_manifest(SECOND), output)
    assert target.lstat().st_ino == before.st_ino


@pytest.mark.promise("only-our-files-are-changed")
def test_the_output_itself_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    with pytest.raises(PublishError, match="out"):
        publish(with_manifest(FIRST), tmp_path / "out")
    assert not files(tmp_path / "real")


@pytest.mark.parametrize(
    "text", ["a//x", "./a", "a/", "a\\b", "a\x1bb", "a\0b", "/a", ".", "a/.."]
)
def test_a_manifest_names_files_in_one_way(tmp_path: Path, text: str) -> None:
    publish(with_manifest(FIRST), tmp_path)
    with (tmp_path / MANIFEST).open("a", newline="") as manifest:
        manifest.write(f"{'0' * 64}  {text}\n")
    report = publish(with_manifest(FIRST), tmp_path)
    assert report.removed == ()
    assert files(tmp_path) == with_manifest(FIRST)


def test_an_edit_is_told_with_its_difference(tmp_path: Path) -> None:
    publish(with_manifest(FIRST), tmp_path)
    (tmp_path / "README.md").write_text("one, edited\n")
    with pytest.raises(PublishError) as caught:
        publish(with_manifest(SECOND), tmp_path)
    assert "\n-one, edited\n+two" in str(caught.value)


def test_a_file_becomes_a_folder_and_the_other_way_round(tmp_path: Path) -> None:
    for tree in ({"a": "1"}, {"a/b/c": "2"}, {"a": "3"}, {"a/b": "4"}, {"a/b/c": "5"}):
        publish(with_manifest(tree), tmp_path)
        assert files(tmp_path) == with_manifest(tree)
    (tmp_path / "a/mine").write_text("mine")
    with pytest.raises(PublishError):
        publish(with_manifest({"a": "6"}), tmp_path)
    shutil.rmtree(tmp_path / "a")
    publish(with_manifest({"a": "6"}), tmp_path)
