"""What `verify` says of copies, of edits, and of lists that nobody should trust."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st

from generator.__main__ import main
from generator.output.manifest import digest, with_manifest
from generator.verify import VerifyError, verify
from tests.support.generate import ROOT, write

PACKAGE = ROOT / "generated" / "spotify_web_api"
VERSION = 'client = "1.2.3"\ndescription = "sha256:0a"\ngenerator = "0.1.0"\n'
FILES = {"VERSION": VERSION, "__init__.py": "x = 1\n", "models/album.py": "y = 2\n"}
LINE = f"{digest('x')}  "


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "tunes"
    write(with_manifest(FILES), folder)
    return folder


@pytest.mark.promise("a-copy-is-verified")
def test_an_untouched_package_tells_what_it_was_made_of(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(package)]) == 0
    assert capsys.readouterr().out == (
        "tunes: 3 files as generated;"
        " client 1.2.3, description sha256:0a, generator 0.1.0\n"
    )
    assert main(["--quiet", "verify", str(package)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.promise("a-copy-is-verified")
def test_every_difference_is_told(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "__init__.py").write_text("x = 2\n", encoding="utf-8")
    shutil.rmtree(package / "models")
    (package / "models").symlink_to(package.parent)
    (package / "own\nfile.py").touch()
    os.mkfifo(package / "pipe")
    assert main(["verify", str(package)]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "edited     __init__.py",
        "missing    models/album.py",
        "not of it  models",
        "not of it  'own\\nfile.py'",
        "not of it  pipe",
    ]
    assert told.err == (
        "tunes is not what its generator made. It is client 1.2.3, description"
        " sha256:0a, generator 0.1.0. Undo the changes, or generate it again\n"
    )


@pytest.mark.promise("a-copy-is-verified")
def test_caches_and_line_ends_of_windows_are_no_difference(package: Path) -> None:
    for name in ("__pycache__", "models/__pycache__", ".mypy_cache"):
        (package / name).mkdir()
        (package / name / "album.pyc").touch()
    for path in [*FILES, "MANIFEST"]:
        file = package / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    found = verify(package)
    assert found.clean
    assert found.origin["client"] == "1.2.3"
    file = package / "models" / "album.py"
    file.write_bytes(b"y = 2\r")
    assert verify(package).edited == ("models/album.py",)


@given(
    path=st.sampled_from(sorted(FILES)),
    place=st.integers(0, 200),
    inserted=st.binary(max_size=3),
    dropped=st.integers(0, 3),
)
@pytest.mark.promise("a-copy-is-verified")
def test_no_edit_of_a_file_goes_unnoticed(
    path: str, place: int, inserted: bytes, dropped: int
) -> None:
    with TemporaryDirectory() as name:
        write(with_manifest(FILES), Path(name))
        file = Path(name, path)
        before = file.read_bytes()
        after = before[:place] + inserted + before[place + dropped :]
        file.write_bytes(after)
        same = after.replace(b"\r\n", b"\n") == before
        assert verify(Path(name)).edited == (() if same else (path,))


def test_a_version_that_is_edited_is_not_told(package: Path) -> None:
    (package / "VERSION").write_text(VERSION.replace("1.2.3", "9.9.9"))
    found = verify(package)
    assert found.edited == ("VERSION",)
    assert found.origin == {}


def test_a_file_that_grew_without_end_is_edited_and_not_read(package: Path) -> None:
    os.truncate(package / "__init__.py", 1 << 40)
    assert verify(package).edited == ("__init__.py",)


@pytest.mark.promise("a-hostile-manifest-is-refused")
@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        (LINE + "../secret\n", "MANIFEST:1: ../secret is no path below the folder"),
        (LINE + "/etc/passwd\n", "MANIFEST:1: /etc/passwd is no path below"),
        (LINE + "a/./b\n", "MANIFEST:1: a/./b is no path below"),
        (LINE + "a\\b\n", "MANIFEST:1: a\\b is no path below"),
        (LINE + "MANIFEST\n", "MANIFEST:1: MANIFEST is no path below"),
        (LINE + "a\x1b[2J\n", "MANIFEST:1: 'a\\x1b[2J' is no path below"),
        (LINE + "a\n" + LINE + "a\n", "MANIFEST:2: a is listed twice"),
        (LINE + "a\n\n", "MANIFEST:2: is no SHA-256, two spaces and a path"),
        ("", "MANIFEST:1: is no SHA-256"),
        ("not a digest  a\n", "MANIFEST:1: is no SHA-256"),
        (LINE + "a\n", "MANIFEST: lists no VERSION"),
        (LINE * 100_000, "MANIFEST: is larger than 4194304 bytes"),
        (b"\xff", "MANIFEST: is not UTF-8 (byte 0)"),
    ],
    ids=str.split(
        "up root dot backslash self escape twice blank none no no huge latin"
    ),
)
def test_a_manifest_nobody_should_trust_is_refused(
    package: Path,
    manifest: str | bytes,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = manifest.encode() if isinstance(manifest, str) else manifest
    (package / "MANIFEST").write_bytes(data)
    assert main(["verify", str(package)]) == 3
    assert capsys.readouterr().err.startswith(f"tunes/{told}")


@pytest.mark.promise("a-hostile-manifest-is-refused")
def test_no_list_is_read_through_a_link(package: Path, tmp_path: Path) -> None:
    (package / "MANIFEST").rename(tmp_path / "elsewhere")
    with pytest.raises(VerifyError, match="MANIFEST: is not there"):
        verify(package)
    (package / "MANIFEST").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(VerifyError, match="MANIFEST: is no regular file"):
        verify(package)


def test_a_version_that_says_nothing_is_refused(tmp_path: Path) -> None:
    write(with_manifest(FILES | {"VERSION": 'client = "1"\n'}), tmp_path)
    with pytest.raises(VerifyError, match="VERSION: does not name client"):
        verify(tmp_path)


@pytest.mark.real
@pytest.mark.promise("a-copy-is-verified")
def test_a_copy_verifies_itself(tmp_path: Path) -> None:
    """Under another name, by the standard library alone, from outside and inside."""
    copy = tmp_path / "tunes"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-S", *command],
            cwd=tmp_path,
            env={},
            capture_output=True,
            text=True,
            check=False,
        )

    for command in (["-m", "tunes.verify"], ["tunes/verify.py", "tunes"]):
        done = run(*command)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("tunes: ")
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "MANIFEST"],
        cwd=copy,
        check=True,
    )
    with (copy / "client.py").open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    done = run("-m", "tunes.verify")
    assert (done.returncode, done.stdout) == (1, "edited     client.py\n")


def test_the_project_around_the_package_verifies_as_well() -> None:
    found = verify(ROOT / "generated")
    assert found.clean, str(found)
    assert found.origin["client"]
