"""What the `pyproject.toml` around a package needs: dependencies, and excludes."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from ..emit.markdown import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ROOTS = ("pyproject.toml", ".git")
"""What the folder of a project holds, the better sign first."""


def settings(project: str, target: Path) -> str:
    """Say what to put into a `pyproject.toml`, as TOML.

    Args:
        project: The `pyproject.toml` of the emitted project.
        target: The folder of the package.
    """
    table = _project(project)
    folder = target.relative_to(_root(target.parent)).as_posix()
    black = f"^/{re.escape(folder)}/"
    rows = [
        "[project]",
        f"dependencies = {_array(table.get('dependencies', []))}",
        *(
            f"# for {name}: {', '.join(map(toml_string, lines))}"
            for name, lines in table.get("optional-dependencies", {}).items()
        ),
        "",
        "[tool.ruff]",
        f"extend-exclude = {_array([folder])}",
        "",
        "[tool.black]",
        f"extend-exclude = {toml_string(black)}",
        "",
        "[[tool.mypy.overrides]]",
        f"module = {_array([f'{_module(target)}.*'])}",
        "ignore_errors = true",
        "",
        "[tool.coverage.run]",
        f"omit = {_array([f'{folder}/*'])}",
    ]
    return "".join(f"{row}\n" for row in rows)


def _project(text: str) -> dict[str, Any]:
    return {**tomllib.loads(text)["project"]}


def _root(folder: Path) -> Path:
    """Find the folder of the project that a folder is in, or take it for one."""
    for sign in _ROOTS:
        for place in (folder, *folder.parents):
            if (place / sign).exists():
                return place
    return folder


def _module(target: Path) -> str:
    """Name a package as its project imports it."""
    parts = [target.name]
    for folder in target.parents:
        if not (folder / "__init__.py").is_file():
            break
        parts.insert(0, folder.name)
    return ".".join(parts)


def _array(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(toml_string, texts))}]"
