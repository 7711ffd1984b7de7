"""Emitted code is looked at once more: only declarations leave the generator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.emit import code
from generator.emit.imports import MODULES
from generator.output.gate import GateError, examined
from tests.support.generate import ROOT, emit, generate, settings
from tests.support.harmless import harmless
from tests.support.hostile import apart
from tests.support.sinks import NAMED, altered, save

if TYPE_CHECKING:
    from pathlib import Path

NONE: frozenset[str] = frozenset()


@pytest.mark.promise("emitted-code-declares-only")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("def f(:", "does not parse"),
        ("x = 1\n\0", "does not parse"),
        ("x = " + "(" * 5_000, "does not parse"),
        ("import os", "imports a module whole"),
        ("def f() -> None:\n    import builtins as b", "imports a module whole"),
        ("from typing import sys", "imports `sys`"),
        ("from importlib import util", "imports `util`"),
        ("from importlib import import_module as f", "imports `import_module as f`"),
        (
            "from importlib import reload as import_module",
            "imports `reload as import_module`",
        ),
        ("from os import path", "imports from `os`"),
        ("from importlib.util import find_spec", "imports from `importlib.util`"),
        ("from builtins import exec as type", "imports `exec`"),
        ("from typing import *", "imports `*`"),
        ("from ... import x", "imports from outside"),
        ("x = open('PWNED', 'w')", "calls `open`"),
        ("class A:\n    x: int = eval('1')", "calls `eval`"),
        ("def f(x: int = exec('1')) -> None: ...", "calls `exec`"),
        ("@__import__('os').system\ndef f() -> None: ...", "calls `__import__`"),
        ("x = open\ny = x('PWNED', 'w')", "uses `open`"),
        ("class A:\n    open: int = 1\n    x = [open for y in z]", "uses `open`"),
        ("x = getattr", "uses `getattr`"),
        ("x = __builtins__['exec']", "uses `__builtins__`"),
        ("x = ().__class__", "reaches into `__class__`"),
        ("x = import_module\ny = x('os')", "imports a module it does not name"),
        ("x = import_module('os')", "imports a module it does not name"),
        ("x = import_module(f'..{x}', __package__)", "imports a module"),
        ("x = import_module(f'.{x}', y)", "imports a module"),
        ("print()", "a statement no declaration has (Expr)"),
        ("publish(__name__, print())", "a statement no declaration has (Expr)"),
        ("publish(x, y)", "a statement no declaration has (Expr)"),
        ("class A:\n    print()", "a statement no declaration has (Expr)"),
        ("if x: pass", "a statement no declaration has (If)"),
        ("if TYPE_CHECKING: pass\nelse: print()", "(Expr)"),
        ("for x in y: pass", "(For)"),
        ("while True: pass", "(While)"),
        ("del x", "(Delete)"),
        ("with x: pass", "(With)"),
        ("try: pass\nfinally: pass", "(Try)"),
        ("def f() -> None:\n    global x", "has a Global"),
    ],
)
def test_what_emitted_code_never_holds_is_refused(text: str, told: str) -> None:
    with pytest.raises(GateError, match=rf"^p/a\.py:\d+: .*{re.escape(told)}"):
        examined({"p/a.py": text}, NONE)


def test_copied_files_and_other_files_pass() -> None:
    tree = {"p/a.py": "import os", "p/a.md": "import os"}
    assert examined(tree, frozenset({"p/a.py"})) == tree


def test_modules_are_what_templates_import() -> None:
    """The one list allows no more than is in use, and nothing that acts on a system."""
    package = ROOT / "generated" / "spotify_web_api"
    text = "\n".join(
        file.read_text("utf-8")
        for file in (*package.rglob("*.py"), *(ROOT / "generator").rglob("*.py"))
    )
    assert [name for name in MODULES if f'"{name}"' not in text] == []
    assert MODULES & {"os", "sys", "subprocess", "socket", "pathlib", "io"} == set()


@pytest.mark.promise("emitted-code-declares-only")
def test_an_emitter_that_fails_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a text became code after all, it still does not leave the generator."""
    text = '" + open("PWNED", "w").name + "'
    spec = save(altered({"argument enum": text}), tmp_path)
    monkeypatch.setattr(code, "_escaped", lambda character: character)
    with pytest.raises(GateError, match=r"client_of_things/.*calls `open`"):
        generate(settings(spec))
    assert [item.name for item in tmp_path.iterdir()] == ["spec.yaml"]


def test_what_is_harmless_passes(tmp_path: Path) -> None:
    assert generate(settings(save(harmless(), tmp_path)))


@pytest.mark.parametrize("name", ["open", "input", "exec", "compile", "getattr"])
def test_names_of_what_is_not_used_are_names(tmp_path: Path, name: str) -> None:
    """What a description calls so is a parameter, a property or a call, and may be."""
    for _, document in apart(dict.fromkeys(NAMED, name), tmp_path):
        tree = emit(document, settings(tmp_path / "spec.yaml"), formatted=False)
        assert examined(tree, NONE) == tree
