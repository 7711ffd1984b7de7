"""YAML text to nodes.

libyaml, where it is there, finds the events; what a scalar is and what is refused is
decided here. Nothing is constructed: no tags, no aliases, no merge keys, so that a
description of any size costs no more than its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from ..findings import Location
from . import plain, scalars
from .lines import SEPARATOR, Lines
from .nodes import MAX_NODES, Entry, MappingNode, ScalarNode, SequenceNode
from .plain import has_cut_header, is_cut

if TYPE_CHECKING:
    from ..dialect.schema import Scalar
    from ..findings import Problems
    from .nodes import Budget, Node

MAX_DEPTH = 64
MAX_KEY = 1_000
"""Characters of a key."""

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ALIAS_REASON = (
    "aliases are not allowed: what several places share has a name and is referred to"
)


class _StopError(Exception):
    """The rest of the file is not worth reading."""


def parse(text: str, file: str, problems: Problems, budget: Budget) -> Parsed:
    """Parse the text of one file; what is wrong with it goes to `problems`."""
    composer = _Composer(text, file, problems, budget)
    if composer.finds_what_no_yaml_has():
        return Parsed(None, ())
    try:
        composer.run()
    except _StopError:
        return Parsed(None, ())
    except yaml.YAMLError as error:
        composer.refuse_syntax(error)
        return Parsed(None, ())
    root = None if composer.refused else composer.root
    return Parsed(root, tuple(composer.ambiguous))


class Parsed(NamedTuple):
    """The root of a file (None if it cannot be used) and its ambiguous scalars."""

    root: Node | None
    ambiguous: tuple[tuple[Location, str], ...]


class _Composer:
    """Turns the events of one file into nodes, without recursion."""

    def __init__(
        self, text: str, file: str, problems: Problems, budget: Budget
    ) -> None:
        self._text = text
        self._lines = Lines(text)
        self.file = file
        self.problems = problems
        self.budget = budget
        self.root: Node | None = None
        self.ambiguous: list[tuple[Location, str]] = []
        self._open: list[SequenceNode | MappingNode] = []
        self._keys: list[ScalarNode | None] = []
        self._flows = 0
        self._documents = 0
        self.refused: set[str] = set()

    def finds_what_no_yaml_has(self) -> bool:
        """Look for characters that are none of YAML, or line ends to some versions."""
        found = SEPARATOR.search(self._text)
        if found is not None:
            code = f"U+{ord(found.group()):04X}"
            message = f"{code} ends a line for YAML 1.1, and is text for YAML 1.2"
            remedy = (
                f"Take it out, or write `\\u{ord(found.group()):04x}` in double quotes."
            )
            self._add(found.start(), "line-separator", message, remedy)
        found = yaml.reader.Reader.NON_PRINTABLE.search(self._text)
        if found is not None:
            message = (
                f"not YAML: the character U+{ord(found.group()):04X} is not allowed"
            )
            remedy = "Take it out, or write it as an escape in double quotes."
            self._add(found.start(), "yaml-syntax", message, remedy)
        return found is not None

    def refuse_syntax(self, error: yaml.YAMLError) -> None:
        """Tell what the parser does not understand."""
        mark = getattr(error, "problem_mark", None) or getattr(
            error, "context_mark", None
        )
        parts = [getattr(error, name, None) for name in ("context", "problem")]
        story = ": ".join(part for part in parts if part) or str(error)
        index = mark.index if mark else 0
        self._add(index, "yaml-syntax", f"not YAML: {story}", plain.remedy(story))

    def _add(self, index: int, rule: str, message: str, remedy: str) -> None:
        at = Location(self.file, *self._lines.place(index))
        self.problems.add(at, rule, message, remedy)

    def run(self) -> None:
        """Read all events."""
        parser = _PARSER(self._text)
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
                    self._flows = max(self._flows - 1, 0)
                case yaml.AliasEvent():
                    self._refuse(event, "alias", f"`*{event.anchor}`: {_ALIAS_REASON}")
                    self._attach(
                        ScalarNode(self.file, *self._place(event), None), event
                    )
                case yaml.DocumentStartEvent():
                    self._document(event)
                case _:
                    pass

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark: Any = event.start_mark
        return self._lines.place(mark.index)

    def _refuse(self, event: yaml.Event, rule: str, message: str) -> None:
        """Note a construct the dialect does not know, each kind once in a file."""
        if rule not in self.refused:
            self.refused.add(rule)
            at = Location(self.file, *self._place(event))
            remedy = "Write it out; put a text that begins like this in quotes."
            self.problems.add(at, rule, message, remedy)

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
        self._check_cut(event, value, plain=plain)
        if plain and event.value == "<<" and self._expects_key():
            message = "merge keys (`<<`) are not allowed: they hide what stands where"
            self._refuse(event, "merge-key", message)
        self._attach(node, event)

    def _check_cut(
        self, event: yaml.ScalarEvent, value: Scalar, *, plain: bool
    ) -> None:
        """Refuse text, or nothing, behind which something is taken for a comment."""
        start: Any = event.start_mark
        end: Any = event.end_mark
        if plain and (isinstance(value, str) or not event.value):
            inside = self._flows or not self._open or not isinstance(value, str)
            indent = None if inside else self._open[-1].column - 1
            cut = is_cut(self._text, end.index, indent)
        else:
            cut = event.style in ("|", ">") and has_cut_header(self._text, start.index)
        if cut:
            message = "what stands behind ` #` here is a comment and no text"
            remedy = "Put the text in quotes; a comment stands above, on its own line."
            self._add(start.index, "cut-text", message, remedy)

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
        self._flows += bool(self._flows or getattr(event, "flow_style", False))
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
