"""Tree to Report: write, remove what is stale, compare; what changes the client.

The manifest is a `sha256sum -c` file. A file it lists may be replaced or removed as
long as it is unmodified; a file it does not list is never touched.

All new files are written beside the old ones first, in a folder of their own. Then the
manifest lists both the old and the new files, until each has taken its place: whenever
a run ends, the next one knows what is ours, and brings the rest.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..files import read_regular, unix_lines
from ..verify import MANIFEST
from . import manifest
from .difference import unified
from .staging import Staging, locked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..emit.outputs import Tree
    from .manifest import Listing

_MAX_SHOWN = 100
"""Lines of a difference that are told of edited files."""


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

    def __str__(self) -> str:
        """Count them."""
        counts = len(self.written), len(self.removed), self.unchanged
        return "{} written, {} removed, {} unchanged".format(*counts)


class PublishError(Exception):
    """Files that people edited stand in the way; `paths` names them."""

    def __init__(self, paths: tuple[str, ...], edits: str = "") -> None:
        listing = "\n".join(f"    {path}" for path in paths)
        super().__init__(
            f"these files were edited or are not ours:\n{listing}\n"
            "Nothing was written. Move the change into the description or the"
            " templates, or delete the files, and run this again; --force overwrites"
            f" files that were edited.{edits}"
        )
        self.paths = paths


def compare(tree: Tree, output: Path) -> Report:
    """Say where an output is not `tree`, and touch nothing."""
    return _compared(tree, output, _listed(output))


def _compared(tree: Tree, output: Path, listed: Listing) -> Report:
    changed = [path for path, text in tree.items() if _current(output / path) != text]
    stale = [path for path in listed if path not in tree]
    existing = [path for path in stale if _is_there(output / path)]
    return Report(
        tuple(sorted(changed)), tuple(sorted(existing)), len(tree) - len(changed)
    )


def _is_there(file: Path) -> bool:
    """Say whether a stale file is still there; a folder with its name is another."""
    return _mode(file) != 0 and _is_leaf(file)


def difference(tree: Tree, output: Path) -> str:
    """Give the unified diff from what is in `output` to `tree`."""
    report = compare(tree, output)
    return _difference((*report.written, *report.removed), tree, output)


def _difference(paths: Iterable[str], tree: Tree, output: Path) -> str:
    return "".join(
        unified(path, _current(output / path), tree.get(path)) for path in paths
    )


def examine(tree: Tree, output: Path, *, force: bool = False) -> Report:
    """Say what `publish` would do, and touch nothing.

    Args:
        tree: What the output is to be.
        output: The folder.
        force: Whether files that were edited are overwritten.

    Raises:
        PublishError: `publish` would refuse it.
        OSError: A file cannot be read.
    """
    _refuse_link(output)
    return _examined(tree, output, _listed(output), force=force)


def _examined(tree: Tree, output: Path, listed: Listing, *, force: bool) -> Report:
    report = _compared(tree, output, listed)
    removed = frozenset(report.removed)
    refused = tuple(
        path
        for path in (*report.written, *report.removed)
        if _in_the_way(output, path, listed, removed)
        or not (force or _unmodified(output, path, listed, tree))
    )
    if refused:
        lines = _difference(refused, tree, output).splitlines()
        shown = [*lines[:_MAX_SHOWN], *(["…"] if len(lines) > _MAX_SHOWN else [])]
        raise PublishError(refused, "\n".join(["", *shown]).rstrip())
    return report


def publish(tree: Tree, output: Path, *, force: bool = False) -> Report:
    """Bring `output` to `tree`, file by file, each replaced in one step.

    Args:
        tree: What the output is to be.
        output: The folder; it is made if it is not there.
        force: Whether files that were edited are overwritten. Links never are.

    Raises:
        PublishError: A file to replace or remove is not what the manifest says. Nothing
            was written.
        OSError: A file cannot be read or written, or another run does not end.
    """
    _refuse_link(output)
    if not os.path.lexists(output):
        output.mkdir(parents=True)
    with locked(output):
        listed = _listed(output)
        report = _examined(tree, output, listed, force=force)
        if report.clean:
            Staging(output).clear()
        else:
            _write(report, listed, tree, output)
    return report


def _refuse_link(output: Path) -> None:
    if output.is_symlink():
        raise PublishError((f"{output.name} (a link)",))


def _write(report: Report, listed: Listing, tree: Tree, output: Path) -> None:
    staging = Staging(output)
    staging.clear()
    both = {(digest, path) for path, digests in listed.items() for digest in digests}
    both |= {
        (manifest.digest(text), path) for path, text in tree.items() if path != MANIFEST
    }
    try:
        for path in sorted({*report.written, MANIFEST}):
            staging.add(path, tree[path])
        staging.add(
            f"{MANIFEST}.both", manifest.written(sorted(both, key=lambda line: line[1]))
        )
        staging.place(f"{MANIFEST}.both", MANIFEST)
        for path in report.removed:
            _remove(output, path)
        for path in report.written:
            if path != MANIFEST:
                staging.place(path, path)
        staging.place(MANIFEST, MANIFEST)
    finally:
        staging.clear()


def _unmodified(output: Path, path: str, listed: Listing, tree: Tree) -> bool:
    current = _current(output / path)
    if current is None or path == MANIFEST or current == tree.get(path):
        return True
    return manifest.digest(current) in listed.get(path, ())


def _in_the_way(
    output: Path, path: str, listed: Listing, removed: frozenset[str]
) -> bool:
    """Say whether a link, or something of another kind, is on the way to a file.

    What is removed first is not: a file where a folder will be, or a folder of files.
    """
    for folder in [*PurePosixPath(path).parents][:-1]:
        mode = _mode(output / folder)
        if mode and not stat.S_ISDIR(mode):
            return not (stat.S_ISREG(mode) and folder.as_posix() in removed)
    mode = _mode(output / path)
    if not stat.S_ISDIR(mode):
        return bool(mode) and not stat.S_ISREG(mode)
    below = (output / path).rglob("*")
    left = {item.relative_to(output).as_posix() for item in below if _is_leaf(item)}
    ours = any(name.startswith(f"{path}/") for name in listed)
    return not (ours and left <= removed)


def _mode(item: Path) -> int:
    """Give what `stat` knows of something that is there, or 0."""
    try:
        return item.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _is_leaf(item: Path) -> bool:
    return not stat.S_ISDIR(_mode(item))


def _current(file: Path) -> str | None:
    """Read a file of the output; of what is no file, or is a link, there is no text."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        data = read_regular(file, follow=False)
        return unix_lines(data.decode("utf-8", "replace"))
    except (FileNotFoundError, NotADirectoryError):
        return None


def _listed(output: Path) -> Listing:
    return manifest.listed(_current(output / MANIFEST) or "")


def _remove(output: Path, path: str) -> None:
    (output / path).unlink(missing_ok=True)
    for folder in PurePosixPath(path).parents:
        target = output / folder
        if target == output or any(target.iterdir()):
            break
        target.rmdir()
