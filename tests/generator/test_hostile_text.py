"""Text of a description never becomes code: it is refused, or stays text.

Every hostile text is put into every place a description has for text. What is emitted
has the shape of what a harmless description gives: the same trees, constants aside.
"""

from __future__ import annotations

import ast
import io
import json
import os
import subprocess
import sys
import tokenize
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from generator.findings import InvalidDescriptionError
from generator.load.load import load
from tests.support import hostile
from tests.support.generate import TEMPLATES, emit, findings, settings, write
from tests.support.harmless import harmless
from tests.support.hostile import accepted, apart, is_accepted, rotated
from tests.support.shared import SHARED
from tests.support.sinks import ALIKE, FORMED, NAMED, OTHERS, PROSE, altered, save

if TYPE_CHECKING:
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


@cache
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
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        inline = {child.type for token in tokens for child in token.children or ()}
        linked = inline & {"html_inline", "image", "link_open"}
        return [token.type for token in tokens], linked
    if path.endswith((".toml", "/VERSION")):
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


def test_the_vectors_are_there() -> None:
    if not vectors()["payloads"]:
        pytest.skip(f"{VECTORS} is not here (set SHARED_DIR); built-in texts are tried")
    assert len(PAYLOADS) > 40
    assert len(NAMES) > 60


def test_the_harmless_description_has_no_findings(tmp_path: Path) -> None:
    assert findings(save(harmless(), tmp_path)) == ()


def test_a_table_without_rows_says_so(tmp_path: Path) -> None:
    spec = save(harmless(), tmp_path)
    page = emit(load(spec), settings(spec), formatted=False)["availability.md"]
    assert page.endswith("| --- | --- | --- | --- | --- |\n\nNone.\n")


def test_every_sink_takes_a_text(tmp_path: Path) -> None:
    """A sink that refuses whatever it is given would test nothing."""
    for sink in (*PROSE, *OTHERS):
        assert is_accepted(sink, FORMED.get(sink, "plain"), tmp_path), sink


def test_alike_sinks_refuse_the_same_texts(tmp_path: Path) -> None:
    for text, sinks in ALIKE.items():
        assert [sink for sink in sinks if is_accepted(sink, text, tmp_path)] == []


@pytest.fixture(scope="module")
def hostile_trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tree]:
    """Generate a package for each text, put into every place that takes it."""
    folder = tmp_path_factory.mktemp("hostile")
    trees: dict[str, Tree] = {}
    for number, text in enumerate(PAYLOADS):
        spec = save(altered(accepted(text, folder)), folder)
        config = settings(spec, package=f"hostile_{number}")
        trees[text] = emit(load(spec), config, formatted=False)
    return trees


@pytest.mark.promise("texts-stay-texts")
@pytest.mark.parametrize("text", PAYLOADS, ids=lambda text: ascii(text)[:24])
def test_texts_are_refused_or_stay_texts(
    usual: dict[str, Any], hostile_trees: dict[str, Tree], text: str
) -> None:
    package = f"hostile_{PAYLOADS.index(text)}"
    found = {
        path.replace(package, "client_of_things"): (
            # It is a key there, of the plugin of pytest.
            made.replace(package, "client_of_things")
            if path == "pyproject.toml"
            else made
        )
        for path, made in hostile_trees[text].items()
    }
    assert shapes(found) == usual


@pytest.mark.promise("texts-stay-texts")
@pytest.mark.parametrize("text", PAYLOADS, ids=lambda text: ascii(text)[:24])
def test_prose_stays_prose_even_without_lint(
    tmp_path: Path, usual: dict[str, Any], text: str
) -> None:
    """The emitters hold alone: nothing that `load` lets through becomes code."""
    spec = save(altered(dict.fromkeys(PROSE, text)), tmp_path)
    try:
        document = load(spec)
    except InvalidDescriptionError as error:
        rules = {finding.rule for finding in error.findings}
        assert rules <= {"yaml-syntax", "too-large"}
        return
    assert shapes(emit(document, settings(spec), formatted=False)) == usual


@pytest.mark.parametrize("text", hostile.PAYLOADS, ids=lambda text: ascii(text)[:24])
def test_formatting_keeps_the_shape(tmp_path: Path, text: str) -> None:
    document = load(save(altered(dict.fromkeys(PROSE, text)), tmp_path))
    config = settings(tmp_path / "spec.yaml")
    plain = shapes(emit(document, config, formatted=False))
    assert shapes(emit(document, config)) == plain


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tree]:
    """Generate packages with each name in each place that takes it."""
    folder = tmp_path_factory.mktemp("named")
    trees: dict[str, Tree] = {}
    for texts in rotated([*NAMED], NAMES):
        for names, document in apart(texts, folder):
            config = settings(folder / "spec.yaml", package=f"named_{len(trees)}")
            trees[repr(names)] = emit(document, config, formatted=False)
    return trees


@pytest.mark.promise("texts-stay-texts")
def test_names_are_refused_or_valid_python(named: dict[str, Tree]) -> None:
    assert {kind for label in named for kind in ast.literal_eval(label)} == set(NAMED)
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


@pytest.mark.promise("texts-stay-texts")
def test_nothing_is_executed(tmp_path: Path, hostile_trees: dict[str, Tree]) -> None:
    for tree in hostile_trees.values():
        write(modules(tree), tmp_path)
    assert (
        imported(tmp_path, [package_of(tree) for tree in hostile_trees.values()]) == []
    )
    assert not list(tmp_path.rglob("PWNED"))
    assert not Path("PWNED").exists()
