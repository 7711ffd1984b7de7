"""Tree to Report: write, remove what is stale, compare; what changes the client.

The manifest is a `sha256sum -c` file. A file it lists may be replaced or removed as
long as it is unmodified; a file it does not list is never touched.
"""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from .write import write

if TYPE_CHECKING:
    from ..emit.outputs import Tree

MANIFEST = "MANIFEST"


@dataclass(frozen=True, slots=True)
class Report:
    """What publishing did or would do, as sorted paths below the output."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @property
    def clean(self) -> bool:
        """Whether the output is already what it should be."""
        return not self.written and not self.removed


class PublishError(Exception):
    """Files that people edited stand in the way; `paths` names them."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        listing = "\n".join(f"    {path}" for path in paths)
        super().__init__(
            f"these files were edited or are not ours:\n{listing}\n"
            "Nothing was written. Move the change into the description or the"
            " templates, or delete the files, and generate again."
        )
        self.paths = paths


def with_manifest(tree: Tree) -> Tree:
    """Add the manifest to a tree."""
    listing = "".join(
        f"{_digest(text)}  {path}\n" for path, text in sorted(tree.items())
    )
    return {**tree, MANIFEST: listing}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def compare(tree: Tree, output: Path) -> Report:
    """Say what `publish` would do, and touch nothing."""
    changed = [path for path, text in tree.items() if _current(output / path) != text]
    stale = [path for path in _listed(output) if path not in tree]
    existing = [path for path in stale if (output / path).is_file()]
    return Report(
        tuple(sorted(changed)), tuple(sorted(existing)), len(tree) - len(changed)
    )


def difference(tree: Tree, output: Path) -> str:
    """Give the unified diff from what is in `output` to `tree`."""
    report = compare(tree, output)
    chunks: list[str] = []
    for path in (*report.written, *report.removed):
        before = (_current(output / path) or "").splitlines(keepends=True)
        after = tree.get(path, "").splitlines(keepends=True)
        chunks += difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(chunks)


def publish(tree: Tree, output: Path) -> Report:
    """Bring `output` to `tree`, file by file, each replaced in one step.

    Raises:
        PublishError: A file to replace or remove is not what the manifest says. Nothing
            was written.
    """
    report = compare(tree, output)
    listed = _listed(output)
    edited = tuple(
        path
        for path in (*report.written, *report.removed)
        if not _ours(output, path, listed.get(path), tree.get(path))
    )
    if edited:
        raise PublishError(edited)
    for path in report.written:
        if path != MANIFEST:
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            write(output / path, tree[path])
    for path in report.removed:
        _remove(output, path)
    if MANIFEST in report.written:
        write(output / MANIFEST, tree[MANIFEST])
    return report


def _ours(output: Path, path: str, listed: str | None, wanted: str | None) -> bool:
    current = _current(output / path)
    if _leads_away(output, path):
        return False
    if current is None or path == MANIFEST or current == wanted:
        return True
    return listed is not None and _digest(current) == listed


def _leads_away(output: Path, path: str) -> bool:
    """Say whether a link, or something of another kind, is on the way to a file."""
    file = output / path
    folders = [output / folder for folder in PurePosixPath(path).parents][:-1]
    astray = any(item.is_symlink() or item.is_file() for item in folders)
    return astray or file.is_symlink() or file.is_dir()


def _current(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def _listed(output: Path) -> dict[str, str]:
    """Read the manifest, path to digest; what leads out of `output` is skipped."""
    rows = (
        line.partition("  ") for line in (_current(output / MANIFEST) or "").split("\n")
    )
    return {
        path: digest
        for digest, _, path in rows
        if path
        and not PurePosixPath(path).is_absolute()
        and ".." not in path.split("/")
    }


def _remove(output: Path, path: str) -> None:
    (output / path).unlink()
    for folder in PurePosixPath(path).parents:
        target = output / folder
        if target == output or any(target.iterdir()):
            break
        target.rmdir()
