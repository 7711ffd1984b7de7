"""Tree to Tree: black through its API, pinned exactly, blind to configuration.

What black made of a text is remembered, since most of a client stays as it is from run
to run. `check`, which CI runs, formats everything.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from typing import TYPE_CHECKING

import black
from black.mode import TargetVersion

from ..emit.outputs import TemplateError
from ..memory import Memory

if TYPE_CHECKING:
    from pathlib import Path

    from ..emit.outputs import Tree

_MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=88, preview=False)
_WORKERS = 2
_SMALL = 100_000
"""Characters that are formatted before other processes would have started."""


_REMEMBERED = 1_000
"""How many texts are kept, of all clients of a user; a client has about a hundred."""


class FormatError(TemplateError):
    """A template emitted something that is no Python; `path` names the file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path

    def __str__(self) -> str:
        return ": ".join(self.args)


def format_tree(
    tree: Tree, verbatim: frozenset[str], folder: Path | None = None
) -> Tree:
    """Format every Python file of `tree` but those copied verbatim.

    Args:
        tree: Path to text.
        verbatim: The paths to leave as they are.
        folder: Where formatted texts are remembered, if that will do.

    Raises:
        FormatError: A file does not parse.
    """
    paths = [path for path in tree if path.endswith(".py") and path not in verbatim]
    code = {path: tree[path] for path in paths}
    if folder is None:
        return {**tree, **_formatted(code)}
    return {**tree, **_remembered(code, Memory(folder, _REMEMBERED))}


def _remembered(tree: Tree, memory: Memory) -> Tree:
    """Format what is not remembered, and remember it."""
    recalled = {path: memory.recall(_name(text)) for path, text in tree.items()}
    known = {path: text for path, text in recalled.items() if text is not None}
    new = _formatted({path: tree[path] for path in tree.keys() - known.keys()})
    for path, text in new.items():
        memory.keep(_name(tree[path]), text)
    if new:
        memory.forget()
    return known | new


def _name(text: str) -> str:
    """Name a text by what black is asked to do with it."""
    asked = f"{version('black')}\0{_MODE.get_cache_key()}\0{text}"
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()


def _formatted(tree: Tree) -> Tree:
    largest_first = sorted(tree, key=lambda path: (-len(tree[path]), path))
    jobs = [(path, tree[path]) for path in largest_first]
    if sum(len(text) for _, text in jobs) < _SMALL:
        return dict(map(_format, jobs))
    with ProcessPoolExecutor(min(_WORKERS, os.cpu_count() or 1)) as pool:
        return dict(pool.map(_format, jobs))


def _format(job: tuple[str, str]) -> tuple[str, str]:
    path, text = job
    try:
        return path, black.format_str(text, mode=_MODE)
    except ValueError as error:
        raise FormatError(path, str(error)) from None
