"""The description of another time: a file, or a revision of git.

A revision is read out of git's own store; the working tree is not touched.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


class RevisionError(Exception):
    """There is no such file or revision, or no description in it."""


@contextmanager
def description_of(base: str, spec: Path) -> Generator[Path]:
    """Give the root file of a description of another time.

    Args:
        base: A file, such as a bundle, or else a revision of git.
        spec: The root file of today's description.

    Raises:
        RevisionError: It is neither, or the revision has no such description.
    """
    if Path(base).is_file():
        yield Path(base)
        return
    with tempfile.TemporaryDirectory() as folder:
        _extract(base, spec, Path(folder))
        yield Path(folder, spec.name)


def _extract(base: str, spec: Path, folder: Path) -> None:
    """Write the folder of a description, as it was, into another one."""
    where = spec.resolve().parent
    named = f"{base}^{{commit}}"
    commit = _git(
        where, base, "rev-parse", "--verify", "--quiet", "--end-of-options", named
    )
    inside = _git(where, base, "rev-parse", "--show-prefix").decode().strip()
    tree = f"{commit.decode().strip()}:{inside}"
    archive = _git(
        where, base, "-C", str(_top(where, base)), "archive", "--format=tar", tree
    )
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    if not (folder / spec.name).is_file():
        raise RevisionError(f"{base}: has no {inside}{spec.name}")


def _top(where: Path, base: str) -> Path:
    return Path(_git(where, base, "rev-parse", "--show-toplevel").decode().strip())


def _git(where: Path, base: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - the revision comes last, after its mark
            ["git", *arguments],  # noqa: S607 - whichever git its user has
            cwd=where,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise RevisionError(f"{base}: no such file, and git is not here") from None
    if done.returncode != 0:
        told = (
            done.stderr.decode(errors="replace").strip() or "no such file or revision"
        )
        raise RevisionError(f"{base}: {told}")
    return done.stdout
