"""YAML text to nodes that know where they stand.

libyaml, where it is there, finds the events; what a scalar is and what is refused is
decided here. Nothing is constructed: no tags, no aliases, no merge keys, so that a
description of any size costs no more than its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from ..findings import Location
from . import scalars

if TYPE_CHECKING:
    from ..dialect.schema import Scalar
    from ..findings import Problems

MAX_DEPTH = 64
MAX_NODES = 200_000
MAX_KEY = 1_000
"""Characters of a key."""

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ALIAS_REASON = (
    "aliases are not allowed: what several places share has a name and is referred to"
)


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


class _StopError(Exception):
    """The rest of the file is not worth reading."""


def parse(text: str, file: str, problems: Problems, budget: Budget) -> Parsed:
    """Parse the text of one file; what is wrong with it goes to `problems`."""
    composer = _Composer(file, problems, budget)
    try:
        composer.run(text)
    except _StopError:
        return Parsed(None, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (
            Location(file, mark.line + 1, mark.column + 1)
            if mark
            else Location(file, 1, 1)
        )
        story = ": ".join(part for part in (error.context, error.problem) if part)
        problems.add(at, "yaml-syntax", f"not YAML: {story}", "Mend the syntax here.")
        return Parsed(None, ())
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        problems.add(
            Location(file, line, column),
            "yaml-syntax",
            f"not YAML: {error.reason}",
            "Take the character out, or write it as an escape in double quotes.",
        )
        return Parsed(None, ())
    root = None if composer.refused else composer.root
    return Parsed(root, tuple(composer.ambiguous))


class Parsed(NamedTuple):
    """The root of a file (None if it cannot be used) and its ambiguous scalars."""

    root: Node | None
    ambiguous: tuple[tuple[Location, str], ...]


class _Composer:
    """Turns the events of one file into nodes, without recursion."""

    def __init__(self, file: str, problems: Problems, budget: Budget) -> None:
        self.file = file
        self.problems = problems
        self.budget = budget
        self.root: Node | None = None
        self.ambiguous: list[tuple[Location, str]] = []
        self._open: list[SequenceNode | MappingNode] = []
        self._keys: list[ScalarNode | None] = []
        self._documents = 0
        self.refused: set[str] = set()

    def run(self, text: str) -> None:
        """Read all events."""
        parser = _PARSER(text)
        while (event := parser.get_event()) is not None:
            match event:
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.MappingStartEvent():
                    self._begin(MappingNode(self.file, *self._place(event)), event)
                case yaml.SequenceStartEvent():
                    self._begin(SequenceNode(self.file, *self._place(event)), event)
                case yaml.CollectionEndEvent():
                    self._open.pop()
                    self._keys.pop()
                case yaml.AliasEvent():
                    self._refuse(event, "alias", f"`*{event.anchor}`: {_ALIAS_REASON}")
                    self._attach(
                        ScalarNode(self.file, *self._place(event), None), event
                    )
                case yaml.DocumentStartEvent():
                    self._document(event)
                case _:
                    pass

    @staticmethod
    def _place(event: yaml.Event) -> tuple[int, int]:
        mark: Any = event.start_mark
        return mark.line + 1, mark.column + 1

    def _refuse(self, event: yaml.Event, rule: str, message: str) -> None:
        """Note a construct the dialect does not know, each kind once in a file."""
        if rule not in self.refused:
            self.refused.add(rule)
            at = Location(self.file, *self._place(event))
            self.problems.add(at, rule, message, "Write it out.")

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        at = Location(self.file, *self._place(event))
        if self._documents > 1:
            self.problems.add(
                at,
                "several-documents",
                "a second YAML document begins here",
                "Take `---` out, or move what follows to a file of its own.",
            )
            raise _StopError
        if event.version is not None or event.tags:
            self._refuse(event, "yaml-directive", "directives (`%…`) are not allowed")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        plain = bool(event.implicit[0])
        value: Scalar = event.value
        line, column = self._place(event)
        if plain:
            if scalars.is_ambiguous(event.value):
                self.ambiguous.append((Location(self.file, line, column), event.value))
            try:
                value = scalars.resolve(event.value)
            except ValueError as error:
                at = Location(self.file, line, column)
                self.problems.add(
                    at, "not-a-number", str(error), "Quote it, or mend it."
                )
        elif not event.value.isascii():
            self._check_surrogates(event)
        node = ScalarNode(self.file, line, column, value)
        if plain and event.value == "<<" and self._expects_key():
            message = "merge keys (`<<`) are not allowed: they hide what stands where"
            self._refuse(event, "merge-key", message)
        self._attach(node, event)

    def _check_surrogates(self, event: yaml.ScalarEvent) -> None:
        if any("\ud800" <= character <= "\udfff" for character in event.value):
            at = Location(self.file, *self._place(event))
            message = "the text has half of a surrogate pair, which is no character"
            self.problems.add(at, "yaml-syntax", message, "Write the whole character.")

    def _expects_key(self) -> bool:
        return (
            bool(self._open)
            and isinstance(self._open[-1], MappingNode)
            and self._keys[-1] is None
        )

    def _begin(self, node: SequenceNode | MappingNode, event: yaml.NodeEvent) -> None:
        self._attach(node, event)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > MAX_DEPTH:
            message = f"more than {MAX_DEPTH} levels deep"
            self.problems.add(
                node.at, "too-deep", message, "Give the inner parts names."
            )
            raise _StopError

    def _attach(self, node: Node, event: yaml.NodeEvent) -> None:
        """Put a node where it belongs in the innermost open collection."""
        self._count(node)
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._refuse(event, "anchor", f"`&{event.anchor}`: {_ALIAS_REASON}")
        tag: str | None = getattr(event, "tag", None)
        if tag is not None:
            message = f"the tag `{tag}` is not allowed: what a value is, its form says"
            self._refuse(event, "tag", message)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, SequenceNode):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(node)
        else:
            self._entry(parent, self._keys[-1], node)
            self._keys[-1] = None

    def _count(self, node: Node) -> None:
        self.budget.nodes -= 1
        if self.budget.nodes < 0:
            message = f"the description has more than {MAX_NODES} nodes"
            self.problems.add(node.at, "too-large", message, "Make it smaller.")
            raise _StopError

    def _key(self, node: Node) -> ScalarNode:
        if isinstance(node, ScalarNode) and isinstance(node.value, str):
            if len(node.value) > MAX_KEY:
                message = f"the key has more than {MAX_KEY} characters"
                self.problems.add(node.at, "too-large", message, "Make it shorter.")
                raise _StopError
            return node
        shown = f", not `{node.value}`" if isinstance(node, ScalarNode) else ""
        message = f"a key must be text{shown}"
        self.problems.add(node.at, "key-not-text", message, "Put the key in quotes.")
        return ScalarNode(node.file, node.line, node.column, None)

    def _entry(self, parent: MappingNode, key: ScalarNode, value: Node) -> None:
        name = key.value
        if not isinstance(name, str):
            return
        if name in parent.entries:
            first = parent.entries[name].key
            self.problems.add(
                key.at,
                "duplicate-key",
                f"the key `{name}` stands here and in line {first.line}",
                "Take one of the two out.",
            )
        else:
            parent.entries[name] = Entry(key, value)
