"""How the house hangs together: who imports whom, how long things are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.generate import ROOT, TEMPLATES

GENERATOR = ROOT / "generator"
RUNTIME = TEMPLATES / "package" / "_runtime"
HANDWRITTEN = TEMPLATES / "spotify" / "package"
FOLDERS = {"generator": GENERATOR, "runtime": RUNTIME, "handwritten": HANDWRITTEN}

LONG_FUNCTIONS = {
    "operations.py build_operation": "one line for each field of an operation",
    "schemas.py load_plain_schema": "one line for each key of a schema",
}
PARTIAL = re.compile(r'"([a-z]+/)?_[a-z_]+\.py\.j2"|[a-z]+\.template')
"""A part of templates by its name, or the one that a view names as its own."""

MAX_FILE, MAX_FUNCTION, MAX_TEMPLATE = 300, 30, 120


def sources(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py"))


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def test_the_runtime_imports_nothing_generated() -> None:
    for file in sources(RUNTIME):
        deepest = len(file.relative_to(RUNTIME).parts)
        levels = {
            n.level for n in ast.walk(parsed(file)) if isinstance(n, ast.ImportFrom)
        }
        assert max(levels, default=0) <= deepest, file.name


def test_generator_and_templates_know_no_api() -> None:
    """The name of the API we serve stands in its description and configuration only."""
    name = "spot" + "ify"
    folders = (GENERATOR, TEMPLATES / "package", TEMPLATES / "project")
    texts = [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in {".py", ".j2"}
    ]
    assert texts
    for path in texts:
        told = f"{path.relative_to(ROOT)} {path.read_text(encoding='utf-8')}"
        assert name not in told.lower(), path


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_no_file_is_long(folder: Path) -> None:
    lines = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8").count("\n")
        for file in sources(folder)
    }
    assert {name: count for name, count in lines.items() if count > MAX_FILE} == {}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring."""
    first = function.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1
    whole = (function.end_lineno or 0) - function.lineno + 1
    return whole - docstring if ast.get_docstring(function) is not None else whole


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_no_function_is_long(folder: Path) -> None:
    found = [
        f"{file.name}:{function.lineno} {function.name}: {length(function)} lines"
        for file in sources(folder)
        for function in functions(parsed(file))
        if length(function) > MAX_FUNCTION
        and f"{file.name} {function.name}" not in LONG_FUNCTIONS
    ]
    assert found == []


@pytest.mark.parametrize(
    "file", sorted(TEMPLATES.rglob("*.j2")), ids=lambda path: path.name
)
def test_templates_are_short_and_decide_nothing(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_TEMPLATE
    tags = [tag.split() for tag in re.findall(r"{[{%]-?(.*?)-?[%}]}", text)]
    assert [tag for tag in tags if {"if", "set", "macro"} & {*tag}] == []
    included = [tag[1] for tag in tags if tag and tag[0] == "include"]
    assert [name for name in included if not PARTIAL.fullmatch(name)] == []
