"""What a module of Python binds in each of its scopes, and whether it does so twice."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def bound(body: Iterable[ast.stmt]) -> Iterator[str]:
    """List the names that statements bind, those below `if` as well."""
    for node in body:
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                yield node.name
            case ast.Import() | ast.ImportFrom():
                yield from (item.asname or item.name for item in node.names)
            case ast.AnnAssign(target=ast.Name(name)):
                yield name
            case ast.Assign():
                for target in node.targets:
                    yield from (
                        n.id for n in ast.walk(target) if isinstance(n, ast.Name)
                    )
            case ast.If():
                yield from bound(node.body)
            case _:
                pass


def twice(source: str) -> list[str]:
    """List what a module or one of its classes binds more than once.

    Raises:
        SyntaxError: It is no Python, for example if an argument stands twice.
    """
    tree = ast.parse(source)
    compile(source, "emitted", "exec")
    scopes = [
        tree.body,
        *(n.body for n in ast.walk(tree) if isinstance(n, ast.ClassDef)),
    ]
    return [
        name
        for body in scopes
        for name, count in Counter(bound(body)).items()
        if count > 1
    ]
