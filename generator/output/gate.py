"""Tree to Tree: what is emitted is looked at once more, as if nothing before held.

The emitters of `emit` let no text become code. This holds it for each file of each run:
whatever a template made parses, imports only what emitted code is made of, does at its
top level only what declarations do, and calls nothing that runs text or opens files.
"""

from __future__ import annotations

import ast
import symtable
import sys
from typing import TYPE_CHECKING

from ..emit.imports import MODULES
from ..emit.outputs import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..emit.outputs import Tree

_DECLARATIONS = (
    ast.AnnAssign,
    ast.Assign,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.FunctionDef,
    ast.Import,
    ast.ImportFrom,
)
"""What may stand at the top of a module and of a class, beside what is named below."""
_NOT_USED = frozenset(
    {
        *("__import__", "breakpoint", "compile", "delattr", "eval", "exec", "getattr"),
        *("globals", "input", "locals", "open", "setattr"),
    }
)
"""Functions of Python's own that run text, open files or reach whatever does."""
_DUNDER = frozenset(
    {"__all__", "__dir__", "__getattr__", "__name__", "__package__", "__version__"}
)
"""The names of Python's own kind that emitted modules have and read."""
_ADVICE = (
    "If a template says so on purpose, let generator/output/gate.py know of it; "
    "otherwise text of the description has become code: report it"
)


class GateError(TemplateError):
    """What was emitted holds something that emitted code never holds."""


def examined(tree: Tree, verbatim: frozenset[str]) -> Tree:
    """Let a tree pass whose modules are what emitted code is; nothing is changed.

    Args:
        tree: Path to text.
        verbatim: The paths of copied files, into which no text comes.

    Raises:
        GateError: A module is something else. The message names file, line and what.
    """
    for path, text in tree.items():
        if path.endswith(".py") and path not in verbatim:
            problem = next(_problems(path, text), None)
            if problem is not None:
                message = f"{path}:{problem}; nothing was written."
                raise GateError(f"{message} {_ADVICE}")
    return tree


def _problems(path: str, text: str) -> Iterator[str]:
    try:
        module = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        yield f"{line}: does not parse ({error.args[0]})"
        return
    yield from _statements(module.body)
    for node in ast.walk(module):
        if told := _told(node, path.count("/")):
            yield f"{getattr(node, 'lineno', 1)}: {told}"
    yield from _built_in(symtable.symtable(text, path, "exec"))
    yield from _imports_by_call(module)


def _told(node: ast.AST, depth: int) -> str:
    """Say what is wrong with a part of a module below so many folders."""
    match node:
        case ast.Import():
            return "imports a module whole"
        case ast.ImportFrom():
            return _imported(node, depth)
        case ast.Call(func=ast.Name(id=name)) if name in _NOT_USED:
            return f"calls `{name}`"
        case ast.Attribute(attr=name) if name[:2] == "__" and name != "__init__":
            return f"reaches into `{name}`"
        case ast.Name(id=name) if name[:2] == "__" and name not in _DUNDER:
            return f"uses `{name}`"
        case ast.Global() | ast.Nonlocal() | ast.With() | ast.AsyncWith():
            return f"has a {type(node).__name__}"
        case _:
            return ""


def _imported(node: ast.ImportFrom, depth: int) -> str:
    """Say what is wrong with an import from a module."""
    if node.level:
        return "imports from outside of the package" if node.level > depth else ""
    if node.module not in MODULES:
        return f"imports from `{node.module}`"
    if node.module == "importlib":
        wrong = {ast.unparse(alias) for alias in node.names} - {"import_module"}
    else:
        names = {alias.name for alias in node.names} - {node.module}
        wrong = names & {*_NOT_USED, *sys.stdlib_module_names, "*"}
    return f"imports `{min(wrong)}`" if wrong else ""


def _built_in(scope: symtable.SymbolTable) -> Iterator[str]:
    """Say where a scope means a function of Python's own that is not used."""
    for name in sorted(_NOT_USED.intersection(scope.get_identifiers())):
        symbol = scope.lookup(name)
        if symbol.is_referenced() and symbol.is_global() and not symbol.is_local():
            yield f"{scope.get_lineno()}: uses `{name}`"
    for inner in scope.get_children():
        yield from _built_in(inner)


def _imports_by_call(module: ast.Module) -> Iterator[str]:
    """Say where a module is imported by a call, unless it is one of the package."""
    near = {
        id(node.func)
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and _is_near(node.args)
    }
    for node in ast.walk(module):
        match node:
            case ast.Name(id="import_module") if id(node) not in near:
                yield f"{node.lineno}: imports a module it does not name"
            case _:
                continue


def _statements(body: list[ast.stmt]) -> Iterator[str]:
    """Say which statements of a module, or of a class, are no declarations."""
    for node in body:
        match node:
            case ast.Expr(value=ast.Constant(value=str())) | ast.Pass():
                continue
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from _statements([*node.body, *node.orelse])
            case ast.Expr(
                value=ast.Call(
                    func=ast.Name(id="publish"),
                    args=[ast.Name(id="__name__"), ast.Name(id="__all__")],
                )
            ):
                continue
            case ast.ClassDef():
                yield from _statements(node.body)
            case _ if isinstance(node, _DECLARATIONS):
                continue
            case _:
                kind = type(node).__name__
                yield f"{node.lineno}: has a statement no declaration has ({kind})"


def _is_near(arguments: list[ast.expr]) -> bool:
    """Say whether a module that is imported by a call is one of the package."""
    match arguments:
        case [ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]), base]:
            ours = isinstance(base, ast.Name) and base.id == "__package__"
            return start.startswith(".") and not start.startswith("..") and ours
        case _:
            return False
