"""What the runtime offers, read from its source: it declares, the generator follows."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ..emit.docstrings import first_sentence
from .modules import PythonModule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """One exception of the runtime.

    Attributes:
        name: Its name.
        base: The exception above it; `` for the root.
        summary: The first sentence of its docstring.
    """

    name: str
    base: str
    summary: str


@dataclass(frozen=True, slots=True)
class GrantClass:
    """One way of getting access tokens.

    Attributes:
        name: The class.
        scoped: Whether its type says which scopes there are.
        credentials: The arguments that come from elsewhere if they are not given.
        summary: The first sentence of its docstring.
    """

    name: str
    scoped: bool
    credentials: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class ClientOption:
    """One option of a client.

    Attributes:
        name: Its name.
        annotation: Its type, without the marks.
        default: What holds where it is not given, as it is written.
        text: The first paragraph of what stands below it.
        marks: The names of its marks.
        types: The names that its module has for types, and what they mean.
        homes: The names its module imports, to the modules they are from.
    """

    name: str
    annotation: ast.expr
    default: str
    text: str
    marks: frozenset[str]
    types: Mapping[str, ast.expr]
    homes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Runtime:
    """What emitted packages build on.

    Attributes:
        public: The names that users import from the top of their package.
        face: These, and the names that emitted modules import.
        errors: The tree of exceptions, each after the one above it.
        grants: OpenAPI's name of a flow to the grants it makes possible.
        client: The public attributes of the two clients.
        resource: The public attributes of what has calls.
        model: The public attributes of a model.
        page: The public attributes of a page.
        options: What a client may be told, in the order of the source.
    """

    public: frozenset[str]
    face: frozenset[str]
    errors: tuple[ErrorClass, ...]
    grants: Mapping[str, tuple[GrantClass, ...]]
    client: frozenset[str]
    resource: frozenset[str]
    model: frozenset[str]
    page: frozenset[str]
    options: tuple[ClientOption, ...]


@cache
def read_runtime(folder: Path) -> Runtime:
    """Read the runtime; once, for rules and plan alike, as no command changes it.

    Args:
        folder: Where it is.

    Raises:
        ConfigError: It does not declare what is looked for.
    """
    reader = _Reader(folder)
    return Runtime(
        public=frozenset(reader.names("_PUBLIC")),
        face=frozenset((*reader.names("_PUBLIC"), *reader.names("_EMITTED"))),
        errors=tuple(reader.errors()),
        grants=reader.grants(),
        client=reader.public("Client", "AsyncClient"),
        resource=reader.public("Resource", "AsyncResource"),
        model=reader.public("Model"),
        page=reader.public("Page"),
        options=tuple(reader.options("", "Options")),
    )


class _Reader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._modules: dict[str, PythonModule] = {}

    def module(self, name: str) -> PythonModule:
        """Read a module once, such as `.errors` or, the face itself, ``."""
        if name not in self._modules:
            self._modules[name] = PythonModule(self._folder, name.removeprefix("."))
        return self._modules[name]

    def constant(self, name: str, constant: str) -> ast.expr:
        """Find a constant of a module."""
        module = self.module(name)
        value = module.constant(constant)
        if value is None:
            module.fail(1, f"there is no `{constant}`")
        return value

    def names(self, table: str, room: str | None = None) -> list[str]:
        """List the names in a table of the face, or those of one room."""
        homes: dict[str, str] = ast.literal_eval(self.constant("", table))
        texts = homes.values() if room is None else [homes[room]]
        return [name for text in texts for name in text.split()]

    def class_of(self, name: str, class_name: str) -> tuple[str, ast.ClassDef]:
        """Follow imports to a class; give its module as well."""
        home = self.module(name).homes.get(class_name, name)
        if home != name:
            return self.class_of(home, class_name)
        return name, self.module(name).class_of(class_name)

    def errors(self) -> Iterator[ErrorClass]:
        """Read the tree of exceptions, in the order of the source."""
        names = self.names("_EMITTED", ".errors")
        classes = [self.class_of(".errors", name) for name in names]
        for _, node in sorted(classes, key=lambda item: (item[0], item[1].lineno)):
            bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
            base = next((base for base in bases if base in names), "")
            yield ErrorClass(node.name, base, _summary(node))

    def grants(self) -> dict[str, tuple[GrantClass, ...]]:
        """Read the grants by the names of their flows."""
        home = self.module("").homes["ClientCredentials"]
        flows: dict[str, tuple[str, ...]] = ast.literal_eval(
            self.constant(home, "FLOWS")
        )
        return {
            flow: tuple(_grant(self.class_of(home, name)[1]) for name in names)
            for flow, names in flows.items()
        }

    def public(self, *class_names: str) -> frozenset[str]:
        """Collect the public attributes of classes of the face."""
        return frozenset(
            name
            for class_name in class_names
            for name in self.attributes("", class_name)
            if not name.startswith("_")
        )

    def attributes(self, name: str, class_name: str) -> Iterator[str]:
        """List what a class and the classes of the runtime above it define."""
        home, node = self.class_of(name, class_name)
        for statement in node.body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                yield statement.name
            elif isinstance(statement, ast.AnnAssign):
                yield ast.unparse(statement.target)
        for base in node.bases:
            text = ast.unparse(base).partition("[")[0]
            if self.module(home).homes.get(text, "").startswith("."):
                yield from self.attributes(home, text)

    def options(self, name: str, class_name: str) -> Iterator[ClientOption]:
        """Read the fields of a class, those of the class that it extends first."""
        home, node = self.class_of(name, class_name)
        for base in node.bases:
            if isinstance(base, ast.Name):
                yield from self.options(home, base.id)
        for field, below in pairwise(node.body):
            if isinstance(field, ast.AnnAssign):
                yield _option(self.module(home), field, below)


def _option(
    module: PythonModule, field: ast.AnnAssign, below: ast.stmt
) -> ClientOption:
    if field.value is None or not isinstance(below, ast.Expr):
        module.fail(field.lineno, "an option has a default, and a text below it")
    annotation, marks = _unmarked(field.annotation)
    text = str(ast.literal_eval(below.value))
    return ClientOption(
        name=ast.unparse(field.target),
        annotation=annotation,
        default=module.spelled(field.value),
        text=text.partition("\n\n")[0],
        marks=marks,
        types=module.types,
        homes=module.homes,
    )


def _unmarked(annotation: ast.expr) -> tuple[ast.expr, frozenset[str]]:
    match annotation:
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([kind, *marks])):
            return kind, frozenset(map(ast.unparse, marks))
        case _:
            return annotation, frozenset()


def _summary(node: ast.ClassDef) -> str:
    return first_sentence(ast.get_docstring(node) or "")


def _grant(node: ast.ClassDef) -> GrantClass:
    takes = next(
        item.args
        for item in node.body
        if isinstance(item, ast.FunctionDef) and item.name == "__init__"
    )
    return GrantClass(
        name=node.name,
        scoped=any(isinstance(base, ast.Subscript) for base in node.bases),
        credentials=tuple(item.arg for item in takes.args[-len(takes.defaults) :]),
        summary=_summary(node),
    )
