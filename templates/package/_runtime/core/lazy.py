"""Names that are loaded at their first use (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def attach(
    package: str, *homes: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Make the `__getattr__`, the `__dir__` and the `__all__` of a package.

    Args:
        package: The `__name__` of the package.
        homes: Tables of a module, relative to the package, to the names it offers, with
            white space between them; those of `.` are modules themselves.

    Returns:
        The two functions and the names, to be assigned in the package.
    """
    found = {
        name: module
        for table in homes
        for module, names in table.items()
        for name in names.split()
    }

    def load(name: str) -> object:
        module = found.get(name)
        if module is None:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        if module == ".":
            return import_module(f".{name}", package)
        value: object = getattr(import_module(module, package), name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *found})

    return load, names, sorted(found)
