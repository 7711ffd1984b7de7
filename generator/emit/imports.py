"""Imports: collected as data, written in the order isort would give them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .code import Code

_STANDARD = frozenset(
    {
        *("__future__", "builtins", "collections.abc", "datetime", "functools"),
        *("importlib", "typing"),
    }
)
MODULES = _STANDARD | {"msgspec"}
"""What emitted code imports from outside of its package."""

_Natural = tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class Imports:
    """What a module imports: module to names."""

    names: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def add(self, module: str, name: str) -> None:
        """Import `name` from `module`, which may be relative."""
        self.names.setdefault(module, set()).add(name)

    def update(self, others: Imports) -> None:
        """Import what others import as well."""
        for module, names in others.names.items():
            self.names.setdefault(module, set()).update(names)

    def without(self, others: Imports) -> Imports:
        """Leave out what others import already."""
        rest = {
            m: names - others.names.get(m, set()) for m, names in self.names.items()
        }
        return Imports({module: names for module, names in rest.items() if names})

    def lines(self, *, indent: int = 0) -> tuple[Code, ...]:
        """Write the imports, groups apart: standard library, others, relative ones."""
        groups: list[list[Code]] = [[], [], []]
        for module in sorted(self.names, key=_module_order):
            names = ", ".join(sorted(self.names[module], key=name_order))
            line = Code(f"{' ' * indent}from {module} import {names}")
            groups[_group(module)].append(line)
        written: list[Code] = []
        for group in groups:
            if group and written:
                written.append(Code(""))
            written += group
        return tuple(written)

    def with_typing(self, typing: Imports) -> tuple[Code, ...]:
        """Write the imports, then those that only a type checker makes."""
        typing = typing.without(self)
        if not typing.names:
            return self.lines()
        self.add("typing", "TYPE_CHECKING")
        block = (Code(""), Code("if TYPE_CHECKING:"))
        return (*self.lines(), *block, *typing.lines(indent=4))


def _group(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module in _STANDARD else 1


def _module_order(module: str) -> tuple[int, int, _Natural]:
    name = module.lstrip(".")
    return (_group(module), len(name) - len(module), _natural(name))


def name_order(name: str) -> tuple[int, _Natural, _Natural]:
    """Order names as isort does in an import: constants, classes, the rest."""
    return (_kind(name), _natural(name.lower()), _natural(name))


def public_order(name: str) -> tuple[int, _Natural]:
    """Order names as isort does in `__all__`, where capitals come first."""
    return (_kind(name), _natural(name))


def _kind(name: str) -> int:
    imported = name.partition(" as ")[0]
    if imported.isupper() and len(imported) > 1:
        return 0
    return 1 if name[0].isupper() else 2


def _natural(name: str) -> _Natural:
    """Split into text and numbers, so that `a9` stands before `a10`."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts)
