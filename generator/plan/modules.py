"""Python modules that are read and never run: hand-written calls, and the runtime."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn

from ..config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


class PythonModule:
    """The source of one module.

    Attributes:
        name: The module as it is seen from the folder it was looked for in, such as
            `.folder.module`.
        body: Its statements.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """Parse a module.

        Args:
            folder: Where its package is.
            name: Its name, relative to that package; `` for the package itself.

        Raises:
            ConfigError: It cannot be read, or is no Python.
        """
        self.name = f".{name}"
        path = [part for part in name.split(".") if part]
        whole = folder.joinpath(*path)
        is_package = not path or whole.is_dir()
        self._package = path if is_package else path[:-1]
        self._file = whole / "__init__.py" if is_package else whole.with_suffix(".py")
        try:
            self._text = self._file.read_text(encoding="utf-8")
            self.body = ast.parse(self._text).body
        except OSError as error:
            raise ConfigError(f"{self._file}: {error.strerror}") from None
        except (SyntaxError, ValueError) as error:
            self.fail(getattr(error, "lineno", 1), str(error))

    def fail(self, line: int, why: str) -> NoReturn:
        """Refuse the module.

        Raises:
            ConfigError: Always; it names the place.
        """
        message = f"{self._file}:{line}: {why}"
        raise ConfigError(message) from None

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """The names it imports, and its own classes, to the modules they are from."""
        return dict(self._homes(self.body))

    def _homes(self, body: Iterable[ast.stmt]) -> Iterator[tuple[str, str]]:
        for node in body:
            if isinstance(node, ast.ImportFrom):
                module = node.module or ""
                if node.level:
                    above = self._package[: len(self._package) - node.level + 1]
                    module = "." + ".".join([*above, *filter(None, [module])])
                yield from ((item.asname or item.name, module) for item in node.names)
            elif isinstance(node, ast.If):
                yield from self._homes(node.body)
            elif isinstance(node, ast.ClassDef):
                yield node.name, self.name

    @cached_property
    def types(self) -> Mapping[str, ast.expr]:
        """The names it has for types, to what they mean."""
        return {
            ast.unparse(node.target): node.value
            for node in self.body
            if isinstance(node, ast.AnnAssign)
            and ast.unparse(node.annotation) == "TypeAlias"
            and node.value is not None
        }

    def class_of(self, name: str) -> ast.ClassDef:
        """Find one of its classes.

        Raises:
            ConfigError: There is no such class.
        """
        classes = (node for node in self.body if isinstance(node, ast.ClassDef))
        found = next((node for node in classes if node.name == name), None)
        return found or self.fail(1, f"there is no class `{name}`")

    def constant(self, name: str) -> ast.expr | None:
        """Find what it assigns to a name at last, or `None` if it does not."""
        values = [
            node.value
            for node in self.body
            if isinstance(node, ast.Assign)
            and [*map(ast.unparse, node.targets)] == [name]
        ]
        return values[-1] if values else None

    def spelled(self, node: ast.expr) -> str:
        """Spell an expression as it stands there, or anew if it takes several lines."""
        text = ast.get_source_segment(self._text, node) or "\n"
        return ast.unparse(node) if "\n" in text else text
