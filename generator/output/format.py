"""Tree to Tree: black through its API, pinned exactly, blind to configuration."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import black
from black.mode import TargetVersion

from ..emit.outputs import TemplateError

if TYPE_CHECKING:
    from ..emit.outputs import Tree

_MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=88, preview=False)
_WORKERS = 2
_SMALL = 100_000
"""Characters that are formatted before other processes would have started."""


class FormatError(TemplateError):
    """A template emitted something that is no Python; `path` names the file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path

    def __str__(self) -> str:
        return ": ".join(self.args)


def format_tree(tree: Tree, verbatim: frozenset[str]) -> Tree:
    """Format every Python file of `tree` but those copied verbatim.

    Args:
        tree: Path to text.
        verbatim: The paths to leave as they are.

    Raises:
        FormatError: A file does not parse.
    """
    paths = [path for path in tree if path.endswith(".py") and path not in verbatim]
    largest_first = sorted(paths, key=lambda path: (-len(tree[path]), path))
    jobs = [(path, tree[path]) for path in largest_first]
    if sum(len(text) for _, text in jobs) < _SMALL:
        formatted = dict(map(_format, jobs))
    else:
        with ProcessPoolExecutor(min(_WORKERS, os.cpu_count() or 1)) as pool:
            formatted = dict(pool.map(_format, jobs))
    return {path: formatted.get(path, text) for path, text in tree.items()}


def _format(job: tuple[str, str]) -> tuple[str, str]:
    path, text = job
    try:
        return path, black.format_str(text, mode=_MODE)
    except ValueError as error:
        raise FormatError(path, str(error)) from None
