"""Text of a description never becomes code: it is refused, or stays text.

Every hostile text is put into every place a description has for text. What is emitted
has the shape of what a harmless description gives: the same trees, constants aside.
"""

from __future__ import annotations

import ast
import io
import itertools
import json
import os
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from generator.findings import InvalidDescriptionError
from generator.lint.lint import lint
from generator.load.load import load
from tests.support import hostile
from tests.support.generate import (
    TEMPLATES,
    emit,
    findings,
    reserved_names,
    settings,
    write,
)
from tests.support.hostile import NAMED, OTHERS, PROSE, altered, harmless, save
from tests.support.shared import SHARED

if TYPE_CHECKING:
    from generator.dialect.document import Document
    from generator.emit.outputs import Tree

pytestmark = pytest.mark.slow


VECTORS = SHARED / "vectors" / "hostile_spec_strings.json"


@cache
def vectors() -> dict[str, list[str]]:
    if not VECTORS.exists():
        return {"payloads": [], "names": []}
    found: dict[str, list[str]] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return found


PAYLOADS = [*dict.fromkeys((*hostile.PAYLOADS, *vectors()["payloads"]))]
NAMES = [*dict.fromkeys((*hostile.NAMES, *vectors()["names"]))]
SINKS = {**PROSE, **OTHERS}
FREE = {name: sink for name, sink in SINKS.items() if name not in hostile.FORMED}
"""Sinks that take nearly everything."""


def shape(path: str, text: str) -> Any:
    """Give what must not change: all but texts and constants."""
    if path.endswith(".py"):
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant):
                node.value = type(node.value).__name__
        read = tokenize.tokenize(io.BytesIO(text.encode()).readline)
        comments = [token.string for token in read if token.type == tokenize.COMMENT]
        return ast.dump(tree), comments
    if path.endswith(".md"):
        tokens = MarkdownIt("commonmark").parse(text)
        inline = {child.type for token in tokens for child in token.children or ()}
        return [token.type for token in tokens], inline & {"html_inline", "image"}
    if path.endswith(".toml"):
        return _keys(tomllib.loads(text))
    return text


def _keys(value: object) -> object:
    if isinstance(value, dict):
        return {key: _keys(item) for key, item in value.items()}
    return [_keys(item) for item in value] if isinstance(value, list) else type(value)


def shapes(tree: Tree) -> dict[str, Any]:
    return {path: shape(path, text) for path, text in tree.items()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give the shapes of what the harmless description makes."""
    spec = save(harmless(), tmp_path_factory.mktemp("usual"))
    return shapes(emit(load(spec), settings(spec), formatted=False))


def loaded(sinks: dict[str, hostile.Sink], text: str, folder: Path) -> Document | None:
    """Load the description with a text in places; nothing if it has findings."""
    try:
        document = load(save(altered(sinks, text), folder))
        found = lint(document, reserved_names(), house=False)
    except InvalidDescriptionError as error:
        found = error.findings
        assert found
    return None if found else document


def is_accepted(sinks: dict[str, hostile.Sink], text: str, folder: Path) -> bool:
    return loaded(sinks, text, folder) is not None


def accepted(text: str, folder: Path) -> dict[str, hostile.Sink]:
    """Choose the sinks that take a text without a finding."""
    chosen: dict[str, hostile.Sink] = {}
    for sinks in (PROSE, OTHERS):
        free = {name: sink for name, sink in sinks.items() if name in FREE}
        if is_accepted(free, text, folder):
            chosen |= free
        rest = {name: sink for name, sink in sinks.items() if name not in chosen}
        chosen |= {n: s for n, s in rest.items() if is_accepted({n: s}, text, folder)}
    return chosen


def test_the_vectors_are_there() -> None:
    if not vectors()["payloads"]:
        pytest.skip(f"{VECTORS} is not here (set SHARED_DIR); built-in texts are tried")
    assert len(PAYLOADS) > 40
    assert len(NAMES) > 60


def test_the_harmless_description_has_no_findings(tmp_path: Path) -> None:
    assert findings(save(harmless(), tmp_path)) == ()


def test_every_sink_takes_a_text(tmp_path: Path) -> None:
    """A sink that refuses whatever it is given would test nothing."""
    text = "plain"
    taken = accepted(text, tmp_path)
    for name in set(SINKS) - set(taken):
        assert is_accepted({name: SINKS[name]}, hostile.FORMED[name], tmp_path), name


@pytest.fixture(scope="module")
def hostile_trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tree]:
    """Generate a package for each text, put into every place that takes it."""
    folder = tmp_path_factory.mktemp("hostile")
    trees: dict[str, Tree] = {}
    for number, text in enumerate(PAYLOADS):
        sinks = accepted(text, folder)
        spec = save(altered(sinks, text), folder)
        config = settings(spec, package=f"hostile_{number}")
        trees[text] = emit(load(spec), config, formatted=False)
    return trees


@pytest.mark.parametrize("text", PAYLOADS, ids=lambda text: ascii(text)[:24])
def test_texts_are_refused_or_stay_texts(
    usual: dict[str, Any], hostile_trees: dict[str, Tree], text: str
) -> None:
    package = f"hostile_{PAYLOADS.index(text)}"
    found = shapes(hostile_trees[text])
    assert {
        p.replace(package, "client_of_things"): s for p, s in found.items()
    } == usual


@pytest.mark.parametrize("text", PAYLOADS, ids=lambda text: ascii(text)[:24])
def test_prose_stays_prose_even_without_lint(
    tmp_path: Path, usual: dict[str, Any], text: str
) -> None:
    """The emitters hold alone: nothing that `load` lets through becomes code."""
    spec = save(altered(PROSE, text), tmp_path)
    try:
        document = load(spec)
    except InvalidDescriptionError as error:
        assert {finding.rule for finding in error.findings} == {"yaml-syntax"}
        return
    assert shapes(emit(document, settings(spec), formatted=False)) == usual


@pytest.mark.parametrize("text", hostile.PAYLOADS, ids=lambda text: ascii(text)[:24])
def test_formatting_keeps_the_shape(tmp_path: Path, text: str) -> None:
    document = load(save(altered(PROSE, text), tmp_path))
    config = settings(tmp_path / "spec.yaml")
    plain = shapes(emit(document, config, formatted=False))
    assert shapes(emit(document, config)) == plain


TOGETHER = (
    ("call", "query parameter", "property", "quota mode", "error"),
    ("resource", "body property", "first of"),
    ("root call", "variant", "schema", "path parameter"),
)
"""Places of names that do not depend on each other; one package may show them all."""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tree]:
    """Generate packages with each name in each place that takes it."""
    folder = tmp_path_factory.mktemp("named")
    trees: dict[str, Tree] = {}
    for kinds, name in itertools.product(TOGETHER, NAMES):
        for label, document in _taking(kinds, name, folder):
            config = settings(folder / "spec.yaml", package=f"named_{len(trees)}")
            trees[f"{label} {name!r}"] = emit(document, config, formatted=False)
    return trees


def _taking(
    kinds: tuple[str, ...], name: str, folder: Path
) -> Iterator[tuple[str, Document]]:
    """Put a name into all places that take it, at once where that works."""
    everywhere = loaded({kind: NAMED[kind] for kind in kinds}, name, folder)
    if everywhere is not None:
        yield " + ".join(kinds), everywhere
        return
    single = {kind: loaded({kind: NAMED[kind]}, name, folder) for kind in kinds}
    taken = {kind: document for kind, document in single.items() if document}
    together = loaded({kind: NAMED[kind] for kind in taken}, name, folder)
    if taken and together is not None:
        yield " + ".join(taken), together
    else:
        yield from taken.items()


def test_names_are_refused_or_valid_python(named: dict[str, Tree]) -> None:
    kinds = {kind for label in named for kind in label.partition(" '")[0].split(" + ")}
    assert kinds == set(NAMED)
    for label, tree in named.items():
        for path, text in tree.items():
            if path.endswith(".py"):
                compile(text, f"{label}: {path}", "exec")


IMPORT_ALL = """
import importlib, pkgutil, sys
import _runtime
for found in pkgutil.walk_packages(_runtime.__path__, "_runtime."):
    importlib.import_module(found.name)
runtime = {n: m for n, m in sys.modules.items() if n.partition(".")[0] == "_runtime"}
failed = []
for package in sys.argv[1:]:
    sys.modules |= {f"{package}.{name}": module for name, module in runtime.items()}
    try:
        top = importlib.import_module(package)
        for found in pkgutil.walk_packages(top.__path__, f"{package}."):
            if "._runtime" not in found.name:
                importlib.import_module(found.name)
        for name in (*top.__all__, *(f"models.{n}" for n in top.models.__all__)):
            owner, _, last = name.rpartition(".")
            getattr(top.models if owner else top, last)
    except Exception as error:
        failed.append(f"{package}: {type(error).__name__}: {error}")
print("\\n".join(failed))
"""
"""Import packages, all with one runtime, and whatever they offer."""


def imported(folder: Path, packages: list[str]) -> list[str]:
    """Import packages in a folder in another process; give what failed."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", IMPORT_ALL, *packages],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TEMPLATES / "package")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1] if done.stdout.strip() else []


@pytest.fixture(scope="module")
def named_folder(
    tmp_path_factory: pytest.TempPathFactory, named: dict[str, Tree]
) -> Path:
    folder = tmp_path_factory.mktemp("named_packages")
    for tree in named.values():
        write(modules(tree), folder)
    return folder


def modules(tree: Tree) -> Tree:
    return {path: text for path, text in tree.items() if path.endswith(".py")}


def package_of(tree: Tree) -> str:
    return next(iter(modules(tree))).partition("/")[0]


def test_packages_with_odd_names_import(
    named_folder: Path, named: dict[str, Tree]
) -> None:
    labels = {package_of(tree): label for label, tree in named.items()}
    failed = imported(named_folder, [*labels])
    assert [f"{labels[line.partition(':')[0]]}: {line}" for line in failed] == []


def test_nothing_is_executed(tmp_path: Path, hostile_trees: dict[str, Tree]) -> None:
    for tree in hostile_trees.values():
        write(modules(tree), tmp_path)
    assert (
        imported(tmp_path, [package_of(tree) for tree in hostile_trees.values()]) == []
    )
    assert not list(tmp_path.rglob("PWNED"))
    assert not Path("PWNED").exists()
