"""Where constants stand that several operations are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import ir
from ..naming import constant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Table = tuple[ir.ReferenceKind, ...]

SHARED = "_shared"
"""The module of what several modules use."""


@dataclass(frozen=True, slots=True)
class Homes:
    """What is written once, by its name, and the module it stands in.

    Attributes:
        parameters: Name of a shared parameter to its module.
        tables: Kinds of things that several parameters name, to name and module.
        shapes: Objects in bodies by their names, those within others first.
    """

    parameters: Mapping[str, str]
    tables: Mapping[Table, tuple[str, str]]
    shapes: Mapping[str, ir.Shape]


def shape_home(name: str) -> tuple[str, str]:
    """Give the constant of an object in bodies, and the module it stands in."""
    return f"{constant(name)}_SHAPE", SHARED


def homes(modules: Mapping[str, Sequence[ir.Operation]]) -> Homes:
    """Find a home for what is used twice: its only module, or the shared one."""
    arguments = [
        (module, item)
        for module, operations in modules.items()
        for operation in operations
        for item in operation.parameters
    ]
    used: defaultdict[str, set[str]] = defaultdict(set)
    for module, item in arguments:
        if item.shared is not None:
            used[item.shared].add(module)
    parameters = {name: _home(places) for name, places in used.items()}
    shapes: dict[str, ir.Shape] = {}
    referring: defaultdict[Table, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for module, item in arguments:
        _collect(item.shapes, shapes)
        if item.reference is None or item.shared in seen:
            continue
        seen |= {item.shared} if item.shared is not None else set()
        home = module if item.shared is None else parameters[item.shared]
        referring[item.reference.table].append(home)
    for shape in shapes.values():
        for item in shape.properties:
            if item.reference is not None:
                referring[item.reference.table].append(SHARED)
    taken = {constant(name) for name in parameters}
    taken |= {shape_home(name)[0] for name in shapes}
    return Homes(parameters, _named(referring, taken), shapes)


def _collect(shapes: Iterable[ir.Shape], found: dict[str, ir.Shape]) -> None:
    """Add objects and the objects within them, these first."""
    for shape in shapes:
        if shape.name not in found:
            for item in shape.properties:
                _collect(item.shapes, found)
            found[shape.name] = shape


def _home(places: Iterable[str]) -> str:
    found = {*places}
    return found.pop() if len(found) == 1 else SHARED


def _named(
    referring: Mapping[Table, Sequence[str]], taken: set[str]
) -> dict[Table, tuple[str, str]]:
    """Name the tables that are used twice; a single kind after what its URI says."""
    named: dict[Table, tuple[str, str]] = {}
    for table, places in referring.items():
        if len(places) > 1:
            name = constant("_".join(_words(table)))
            while name in taken:
                name += "_"
            taken.add(name)
            named[table] = (name, _home(places))
    return named


def _words(table: Table) -> list[str]:
    if len(table) != 1:
        return ["references"]
    fixed = re.sub(r"\{.*?\}", "", table[0].uri or "")
    return re.findall(r"[A-Za-z][A-Za-z0-9]*", fixed) or ["any"]
