"""The list of the files of a folder that are ours, as `sha256sum -c` reads it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ..verify import MANIFEST, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..emit.outputs import Tree

Listing = dict[str, frozenset[str]]
"""Path to the digests with which it is ours: one, or two while a run goes on."""


def with_manifest(tree: Tree, folder: str = "") -> Tree:
    """Add the manifest of a folder, or of the whole, to a tree."""
    start = f"{folder}/" if folder else ""
    lines = (
        (digest(text), path.removeprefix(start))
        for path, text in sorted(tree.items())
        if path.startswith(start)
    )
    return {**tree, f"{start}{MANIFEST}": written(lines)}


def written(lines: Iterable[tuple[str, str]]) -> str:
    """Write the text of a manifest of digests and paths."""
    return "".join(f"{digest}  {path}\n" for digest, path in lines)


def digest(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def listed(text: str) -> Listing:
    """Read a manifest; what is no plain path below its folder is skipped."""
    found: Listing = {}
    for line in text.split("\n"):
        digest, _, path = line.partition("  ")
        if is_plain(path):
            found[path] = found.get(path, frozenset()) | {digest}
    return found
