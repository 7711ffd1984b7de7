"""Publishing: only what is ours is replaced, and every step may be the last."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.output.manifest import MANIFEST, with_manifest
from generator.output.publish import PublishError, compare, difference, examine, publish
from generator.output.write import write

FIRST = {"README.md": "one\n", "p/a.py": "a = 1\n", "p/old/b.py": "b = 1\n"}
SECOND = {"README.md": "two\n", "p/a.py": "a = 1\n", "p/new/c.py": "c = 'ü'\n"}


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Give a folder in which the first tree is published."""
    folder = tmp_path / "out"
    publish(with_manifest(FIRST), folder)
    return folder


def test_the_first_run_writes_everything(output: Path) -> None:
    assert files(output) == with_manifest(FIRST)
    modes = {(output / path).stat().st_mode & 0o777 for path in FIRST}
    assert modes == {0o644}


def test_the_manifest_is_one_of_sha256sum(output: Path) -> None:
    assert shutil.which("sha256sum")
    command = ["sha256sum", "--check", "--strict", MANIFEST]
    done = subprocess.run(
        command, cwd=output, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [f"{path}: OK" for path in sorted(FIRST)]


def test_the_second_run_writes_nothing(output: Path) -> None:
    before = {path: path.stat() for path in output.rglob("*")}
    report = publish(with_manifest(FIRST), output)
    assert report.clean
    assert report.unchanged == len(FIRST) + 1
    for path, stat in before.items():
        found = path.stat()
        assert (found.st_mtime_ns, found.st_ino) == (stat.st_mtime_ns, stat.st_ino)


def test_files_become_those_of_another_tree(output: Path) -> None:
    report = publish(with_manifest(SECOND), output)
    assert files(output) == with_manifest(SECOND)
    assert report.written == (MANIFEST, "README.md", "p/new/c.py")
    assert report.removed == ("p/old/b.py",)
    assert not (output / "p" / "old").exists()


def test_comparing_touches_nothing(output: Path) -> None:
    wanted = with_manifest(SECOND)
    report = compare(wanted, output)
    assert files(output) == with_manifest(FIRST)
    assert publish(wanted, output) == report


def test_the_difference_is_a_patch(output: Path, tmp_path: Path) -> None:
    patch = tmp_path / "patch"
    patch.write_text(difference(with_manifest(SECOND), output), encoding="utf-8")
    copy = shutil.copytree(output, tmp_path / "copy")
    subprocess.run(["git", "init", "-q", copy], check=True)
    subprocess.run(["git", "apply", patch], cwd=copy, check=True)
    shutil.rmtree(copy / ".git")
    found = {path: text for path, text in files(copy).items() if text}
    assert found == with_manifest(SECOND)


def test_the_difference_of_equals_is_nothing(output: Path) -> None:
    assert difference(with_manifest(FIRST), output) == ""


@pytest.mark.parametrize("path", ["README.md", "p/old/b.py", "p/a.py"])
def test_an_edited_file_stops_everything(output: Path, path: str) -> None:
    (output / path).write_text("edited\n")
    before = files(output)
    wanted = with_manifest({**SECOND, "p/a.py": "a = 2\n"})
    with pytest.raises(PublishError) as caught:
        publish(wanted, output)
    assert caught.value.paths == (path,)
    assert f"    {path}\n" in str(caught.value)
    assert files(output) == before


def windows(output: Path) -> dict[Path, bytes]:
    """Give all files the line ends that git gives them under `core.autocrlf`."""
    for file in output.rglob("*"):
        if file.is_file():
            lines = file.read_bytes().replace(b"\r\n", b"\n")
            file.write_bytes(lines.replace(b"\n", b"\r\n"))
    return {file: file.read_bytes() for file in output.rglob("*") if file.is_file()}


def test_line_ends_of_windows_are_no_difference(output: Path) -> None:
    before = windows(output)
    tree = with_manifest(FIRST)
    assert difference(tree, output) == ""
    assert publish(tree, output).clean
    assert {file: file.read_bytes() for file in before} == before


def test_under_line_ends_of_windows_an_edit_is_still_one(output: Path) -> None:
    windows(output)
    (output / "p" / "a.py").write_bytes(b"a = 3\r\n")
    with pytest.raises(PublishError) as caught:
        publish(with_manifest({**FIRST, "p/a.py": "a = 2\n"}), output)
    assert caught.value.paths == ("p/a.py",)
    (output / "p" / "a.py").write_bytes(FIRST["p/a.py"].encode())
    windows(output)
    publish(with_manifest(SECOND), output)
    assert files(output) == with_manifest(SECOND)


def test_an_edited_file_that_is_now_as_wanted_is_fine(output: Path) -> None:
    (output / "README.md").write_text(SECOND["README.md"])
    publish(with_manifest(SECOND), output)
    assert files(output) == with_manifest(SECOND)


def test_a_file_of_somebody_else_is_not_overwritten(output: Path) -> None:
    (output / "p" / "new").mkdir()
    (output / "p" / "new" / "c.py").write_text("mine\n")
    with pytest.raises(PublishError) as caught:
        publish(with_manifest(SECOND), output)
    assert caught.value.paths == ("p/new/c.py",)


def test_files_that_are_not_listed_are_never_touched(output: Path) -> None:
    (output / "p" / "old" / "mine.py").write_text("mine\n")
    (output / "notes.txt").write_text("mine\n")
    publish(with_manifest(SECOND), output)
    mine = {"p/old/mine.py": "mine\n", "notes.txt": "mine\n"}
    assert files(output) == {**with_manifest(SECOND), **mine}


def test_a_stale_file_that_is_gone_already_is_fine(output: Path) -> None:
    (output / "p" / "old" / "b.py").unlink()
    publish(with_manifest(SECOND), output)
    assert compare(with_manifest(SECOND), output).clean


@pytest.mark.parametrize("path", ["README.md", "p/old/b.py", MANIFEST])
def test_a_link_is_not_followed(output: Path, tmp_path: Path, path: str) -> None:
    target = tmp_path / "target"
    (output / path).rename(target)
    (output / path).symlink_to(target)
    before = target.read_text()
    with pytest.raises(PublishError):
        publish(with_manifest(SECOND), output)
    assert target.read_text() == before
    assert (output / path).is_symlink()


@pytest.mark.parametrize("folder", ["p", "p/old"])
def test_a_link_in_the_place_of_a_folder_is_not_followed(
    output: Path, tmp_path: Path, folder: str
) -> None:
    target = tmp_path / "target"
    (output / folder).rename(target)
    (output / folder).symlink_to(target)
    before = files(target)
    with pytest.raises(PublishError):
        publish(with_manifest(SECOND), output)
    assert files(target) == before


def test_a_folder_in_the_place_of_a_file_stops_everything(output: Path) -> None:
    (output / "README.md").unlink()
    (output / "README.md").mkdir()
    before = files(output)
    with pytest.raises(PublishError):
        publish(with_manifest(SECOND), output)
    assert files(output) == before


def test_a_file_in_the_place_of_a_folder_stops_everything(output: Path) -> None:
    (output / "p" / "new").write_text("mine\n")
    before = files(output)
    with pytest.raises(PublishError):
        publish(with_manifest(SECOND), output)
    assert files(output) == before


@pytest.mark.parametrize(
    "path", ["../victim", "/victim", "p/../../victim", "./../victim"]
)
def test_a_manifest_leads_nowhere_else(output: Path, tmp_path: Path, path: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("a = 1\n")
    digest = with_manifest({"x": "a = 1\n"})[MANIFEST].split()[0]
    absolute = path.replace("/victim", str(victim)) if path[0] == "/" else path
    with (output / MANIFEST).open("a") as manifest:
        manifest.write(f"{digest}  {absolute}\n")
    publish(with_manifest(FIRST), output)
    assert victim.read_text() == "a = 1\n"
    assert files(output) == with_manifest(FIRST)


@pytest.mark.parametrize(
    "manifest", ["", "\n\n", "no digest", "\0", "  p/a.py\n", "x  \n"]
)
def test_a_broken_manifest_claims_nothing(output: Path, manifest: str) -> None:
    (output / MANIFEST).write_text(manifest)
    with pytest.raises(PublishError) as caught:
        publish(with_manifest(SECOND), output)
    assert caught.value.paths == ("README.md",)


@pytest.mark.parametrize("step", range(4))
def test_a_crash_leaves_every_file_old_or_new(
    output: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Stop before each replacement and removal; the next run brings the rest."""
    old, new = with_manifest(FIRST), with_manifest(SECOND)
    with monkeypatch.context() as patch:
        crash_at(step, patch)
        with pytest.raises(KeyboardInterrupt):
            publish(new, output)
    for path, text in files(output).items():
        if path != MANIFEST and not path.startswith(".publishing/"):
            assert text in {old.get(path), new.get(path)}, path
    publish(new, output)
    assert files(output) == new


def crash_at(step: int, patch: pytest.MonkeyPatch) -> None:
    """Let the steps that change files happen so many times, then stop."""
    left = [step]

    def counted(change: object) -> object:
        def change_or_crash(self: Path, *arguments: object, **named: object) -> object:
            if self.name.startswith(".") and change is unlink:
                return unlink(self, missing_ok=True)
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            assert callable(change)
            return change(self, *arguments, **named)

        return change_or_crash

    replace, unlink = Path.replace, Path.unlink
    patch.setattr(Path, "replace", counted(replace))
    patch.setattr(Path, "unlink", counted(unlink))


def test_a_full_disk_leaves_no_rubbish(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = files(output)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", full)
        with pytest.raises(OSError, match="No space left"):
            publish(with_manifest(SECOND), output)
    assert {path: text for path, text in files(output).items() if text} == before
    assert set(files(output)) == set(before)


def test_a_link_is_written_through_and_a_pipe_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "link").symlink_to("file")
    write(tmp_path / "link", "new\n")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "new\n"
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write(tmp_path / "pipe", "text\n")
    assert os.read(reader, 100) == b"text\n"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_what_is_written_is_on_the_disk_before_it_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def synced(descriptor: int) -> None:
        seen.append((tmp_path / "file").read_text())
        assert os.fstat(descriptor).st_size == len("new")

    monkeypatch.setattr(os, "fsync", synced)
    (tmp_path / "file").write_text("old")
    write(tmp_path / "file", "new")
    assert seen == ["old"]
    assert (tmp_path / "file").read_text() == "new"


def test_force_overwrites_and_removes_edited_files(output: Path) -> None:
    for path in ("README.md", "p/old/b.py"):
        (output / path).write_text("edited\n")
    (output / "own.txt").write_text("mine\n")
    publish(with_manifest(SECOND), output, force=True)
    assert files(output) == with_manifest(SECOND) | {"own.txt": "mine\n"}


def test_force_overwrites_no_links(output: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine\n")
    (output / "p" / "a.py").unlink()
    (output / "p" / "a.py").symlink_to(elsewhere)
    with pytest.raises(PublishError) as caught:
        publish(with_manifest({**SECOND, "p/a.py": "a = 2\n"}), output, force=True)
    assert caught.value.paths == ("p/a.py",)
    assert elsewhere.read_text() == "mine\n"


def test_to_examine_changes_nothing_and_refuses_the_same(tmp_path: Path) -> None:
    output = tmp_path / "new"
    report = examine(with_manifest(FIRST), output)
    assert (len(report.written), report.removed) == (len(FIRST) + 1, ())
    assert not output.exists()
    publish(with_manifest(FIRST), output)
    (output / "README.md").write_text("edited\n")
    with pytest.raises(PublishError):
        examine(with_manifest(SECOND), output)
    assert "README.md" in examine(with_manifest(SECOND), output, force=True).written
    assert (output / "README.md").read_text() == "edited\n"
