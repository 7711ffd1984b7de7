"""What a file of a description consists of: nodes that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..findings import Location

if TYPE_CHECKING:
    from ..dialect.schema import Scalar

MAX_NODES = 200_000


@dataclass(slots=True)
class Node:
    """Something in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    @property
    def at(self) -> Location:
        """Where it begins."""
        return Location(self.file, self.line, self.column)


@dataclass(slots=True)
class ScalarNode(Node):
    """A value without parts."""

    value: Scalar


@dataclass(slots=True)
class SequenceNode(Node):
    """A list."""

    items: list[Node] = field(default_factory=list[Node])


class Entry(NamedTuple):
    """A key, for where it stands, and its value."""

    key: ScalarNode
    value: Node


@dataclass(slots=True)
class MappingNode(Node):
    """A mapping; every key is text and stands once."""

    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])


@dataclass(slots=True)
class Budget:
    """How many nodes may still come, over all files."""

    nodes: int = MAX_NODES
