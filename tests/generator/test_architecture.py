"""How the house hangs together: who imports whom, how long things are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.generate import ROOT, TEMPLATES

GENERATOR = ROOT / "generator"
RUNTIME = TEMPLATES / "package" / "_runtime"
HANDWRITTEN = TEMPLATES / "spotify" / "package"
FOLDERS = {"generator": GENERATOR, "runtime": RUNTIME, "handwritten": HANDWRITTEN}

LEAVES = {
    "document": set(),
    "naming": set(),
    "ir": {"document", "ir_availability"},
    "ir_availability": {"document"},
    "outputs": set(),
    "config": {"naming"},
    "problems": {"document"},
    "emit": {"document", "naming"},
    "needs": {"ir"},
    "shapes": {"document"},
    "bounds": {"document"},
    "fit": {"document", "shapes", "bounds"},
}
"""Data and leaves, and what each of them may import."""

STAGES = {
    "load": {"document", "problems"},
    "lint": {"document", "naming", "problems", "shapes", "fit"},
    "build": {"document", "ir", "ir_availability", "naming", "needs"},
    "plan": {
        *("document", "ir", "ir_availability", "outputs", "config"),
        *("emit", "naming", "needs"),
    },
    "render": {"outputs", "emit"},
    "format": {"outputs"},
    "publish": {"outputs"},
    "validate": {"document"},
    "verdict": {"document", "validate"},
    "reality": {"document", "shapes", "fit"},
}
"""What each stage may import: data on its two sides, and leaves."""

HELPERS = {
    "bundle": "load",
    "fields": "load",
    "refs": "load",
    "sources": "load",
    "unsupported": "load",
    "yaml_nodes": "load",
    "yaml_scalars": "load",
    "imports": "plan",
    "spelling": "plan",
}
"""Modules whose name does not say which stage they are a part of."""

LONG_FILES = {"document.py": "a list of types"}
LONG_FUNCTIONS = {
    "load_schemas.py load_plain_schema": "one line for each key of a schema",
    "client.py __init__": "two lines for each setting",
    "async_client.py __init__": "two lines for each setting",
    "new_session.py new_session": "two lines for each setting",
}
MAX_FILE, MAX_FUNCTION, MAX_TEMPLATE = 300, 30, 120


def sources(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py"))


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def siblings(file: Path) -> set[str]:
    """List the modules of its own package that a module imports."""
    found: set[str] = set()
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.ImportFrom) and node.level == 1:
            names = [node.module] if node.module else [item.name for item in node.names]
            found.update(name.partition(".")[0] for name in names if name)
    return found


def stage_of(module: str) -> str | None:
    """Name the stage a module is a part of; data and leaves are of none."""
    if module in LEAVES:
        return None
    return HELPERS.get(module) or module.partition("_")[0]


MODULES = [path.stem for path in sources(GENERATOR) if not path.stem.startswith("__")]


@pytest.mark.parametrize("module", MODULES)
def test_a_stage_imports_itself_and_the_data_on_its_two_sides(module: str) -> None:
    imported = siblings(GENERATOR / f"{module}.py")
    stage = stage_of(module)
    if stage is None:
        assert imported <= LEAVES[module]
        return
    others = {item for item in imported if stage_of(item) not in {stage, None}}
    data = {item for item in imported if stage_of(item) is None}
    assert {stage_of(item) for item in others} <= STAGES[stage]
    assert data <= STAGES[stage]


def test_only_main_imports_the_stages() -> None:
    entries = {
        "load",
        "lint",
        "build",
        "plan",
        "render",
        "format",
        "publish",
        "verdict",
        "reality",
    }
    for module in MODULES:
        allowed = {stage_of(module)} if module == stage_of(module) else set()
        assert (
            siblings(GENERATOR / f"{module}.py") & (entries - allowed) == set()
        ), module
    assert entries <= siblings(GENERATOR / "__main__.py")


def test_the_contracts_of_imports_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


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
    assert len(texts) > len(MODULES)
    for path in texts:
        told = f"{path.relative_to(ROOT)} {path.read_text(encoding='utf-8')}"
        assert name not in told.lower(), path


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_no_file_is_long(folder: Path) -> None:
    lines = {
        file.name: file.read_text(encoding="utf-8").count("\n")
        for file in sources(folder)
        if file.name not in LONG_FILES
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
    decided = [tag for tag in tags if {"if", "set", "macro", "include"} & {*tag}]
    assert decided == []


def test_every_emitted_module_parses() -> None:
    emitted = sources(ROOT / "generated")
    assert emitted
    for file in emitted:
        parsed(file)
