"""Reading the keys of one mapping: each as what it must be, none left over.

What a mapping may hold is what somebody reads of it; there is no other list of keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..findings import closest
from ..source.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from .unsupported import UNSUPPORTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..dialect.schema import Scalar, Value
    from ..findings import Location, Problems

T = TypeVar("T", bound=str)

MAX_TEXT = 2_000
"""Characters of a text that is no description."""


def kind_of(node: Node) -> str:
    """Say in words what a node is."""
    match node:
        case MappingNode():
            return "a mapping"
        case SequenceNode():
            return "a list"
        case ScalarNode(value=None):
            return "nothing"
        case ScalarNode(value=bool()):
            return f"the boolean `{str(node.value).lower()}`"
        case ScalarNode(value=int() | float()):
            return f"the number `{node.value}`"
        case _:
            return "text"


class Fields:
    """The entries of one mapping of the description."""

    def __init__(self, node: Node, what: str, problems: Problems) -> None:
        """Take a node apart.

        Args:
            node: the mapping; anything else is a finding.
            what: what it is, with an article, as in "an operation".
            problems: where findings go.
        """
        self.node = node
        self.at: Location = node.at
        self.problems = problems
        self._what = what
        self._entries: dict[str, Entry] = {}
        self._known: set[str] = set()
        self.is_mapping = isinstance(node, MappingNode)
        if isinstance(node, MappingNode):
            self._entries = node.entries
        else:
            message = f"{what} must be a mapping, not {kind_of(node)}"
            problems.add(node.at, "wrong-type", message, "Write `key: …` entries.")

    def refuse_unread(self) -> None:
        """Refuse the keys that nobody asked for; to be called when all is read."""
        for name, entry in self._entries.items():
            if name not in self._known:
                self._refuse(name, entry)

    def _refuse(self, name: str, entry: Entry) -> None:
        table = UNSUPPORTED.get(self._what.split(" ", 1)[1], {})
        if name in table:
            reason, remedy = table[name]
            message = f"`{name}` is not supported in {self._what}: {reason}"
            self.problems.add(entry.key.at, "unsupported", message, remedy)
            return
        message = f"`{name}` is no key of {self._what}"
        self.problems.add(
            entry.key.at, "unknown-key", message, closest(name, self._known)
        )

    def __contains__(self, key: str) -> bool:
        """Say whether the mapping has a key, which it may have."""
        self._known.add(key)
        return key in self._entries

    def among(self, keys: Iterable[str]) -> Iterator[str]:
        """Give those of some keys there are, in the order of the description."""
        known = frozenset(keys)
        self._known |= known
        return (key for key in self._entries if key in known)

    def for_others(self, *keys: str) -> None:
        """Let keys stand that are for other readers of the description."""
        self._known.update(keys)

    def differs(self) -> None:
        """Let `x-differs` stand, which is for those who compare descriptions."""
        self.optional_text("x-differs")

    def place(self, key: str) -> Location:
        """Where a key stands, or the mapping if it does not have it."""
        return self._entries[key].key.at if key in self._entries else self.at

    def wrong(self, node: Node, key: str, wanted: str) -> None:
        """Note that the value of a key is not what it must be."""
        message = f"`{key}` of {self._what} must be {wanted}, not {kind_of(node)}"
        number = isinstance(node, ScalarNode) and node.value is not None
        quote = number and wanted.startswith("text")
        remedy = "Put it in quotes." if quote else f"Write {wanted} here."
        self.problems.add(node.at, "wrong-type", message, remedy)

    def find(self, key: str, *, required: bool = False) -> Node | None:
        """Give the node at a key; that a required one is missing is a finding."""
        self._known.add(key)
        if key in self._entries:
            return self._entries[key].value
        if required and self.is_mapping:
            message = f"{self._what} needs `{key}`"
            self.problems.add(self.at, "missing-key", message, f"Add `{key}`.")
        return None

    def _scalar(self, key: str, wanted: str, *types: type, required: bool) -> Scalar:
        node = self.find(key, required=required)
        if node is None:
            return None
        if isinstance(node, ScalarNode) and type(node.value) in types:
            return node.value
        self.wrong(node, key, wanted)
        return None

    def text(self, key: str) -> str:
        """Read text that has to be there."""
        return self.needed_text(key) or ""

    def needed_text(self, key: str) -> str | None:
        """Read text that has to be there; None if it is not, which is a finding."""
        self.find(key, required=True)
        return self.optional_text(key)

    def optional_text(self, key: str) -> str | None:
        """Read text that may be missing."""
        node = self.find(key)
        return None if node is None else self._text(node, key, "text")

    def _text(self, node: Node, key: str, wanted: str) -> str | None:
        text = node.value if isinstance(node, ScalarNode) else None
        if not isinstance(text, str):
            self.wrong(node, key, wanted)
            return None
        if len(text) > MAX_TEXT and key != "description":
            message = f"`{key}` of {self._what} has more than {MAX_TEXT} characters"
            self.problems.add(node.at, "too-large", message, "Make it shorter.")
            return None
        return text

    def choice(self, key: str, values: tuple[T, ...]) -> T | None:
        """Read one of a few words, if it is there."""
        node = self.find(key)
        if node is None:
            return None
        for value in values:
            if isinstance(node, ScalarNode) and node.value == value:
                return value
        self.no_choice(node, key, values)
        return None

    def no_choice(self, node: Node, key: str, values: Sequence[str]) -> None:
        """Note that the value of a key is none of a few words."""
        known = ", ".join(f"`{value}`" for value in values)
        if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
            self.wrong(node, key, f"one of {known}")
            return
        message = f"`{key}` of {self._what} is `{node.value}`"
        remedy = f"Write one of {known}."
        if similar := closest(node.value, values, many=1).found():
            remedy = f"Did you mean `{similar[0]}`? {remedy}"
        self.problems.add(node.at, "wrong-type", message, remedy)

    def flag(self, key: str) -> bool:
        """Read `true` or `false`; a missing one is false."""
        return self.optional_flag(key) or False

    def optional_flag(self, key: str) -> bool | None:
        """Read `true` or `false`, if it is there."""
        value = self._scalar(key, "`true` or `false`", bool, required=False)
        return value if isinstance(value, bool) else None

    def count(self, key: str, *, required: bool = False) -> int | None:
        """Read a whole number that is not negative."""
        wanted = "a whole number from 0"
        value = self._scalar(key, wanted, int, required=required)
        if isinstance(value, int) and value < 0:
            self.wrong(self._entries[key].value, key, wanted)
        return value if isinstance(value, int) else None

    def number(self, key: str) -> float | None:
        """Read a number, if it is there."""
        value = self._scalar(key, "a number", int, float, required=False)
        return value if isinstance(value, int | float) else None

    def items(self, key: str, *, required: bool = False) -> list[Node]:
        """Read a list; a missing one is empty."""
        node = self.find(key, required=required)
        if node is None:
            return []
        if isinstance(node, SequenceNode):
            return node.items
        self.wrong(node, key, "a list")
        return []

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; a missing one is empty."""
        wanted = "text in every element"
        read = (self._text(node, key, wanted) for node in self.items(key))
        return tuple(text for text in read if text is not None)

    def entries(self, key: str, *, required: bool = False) -> dict[str, Entry]:
        """Read a mapping of names; a missing one is empty."""
        node = self.find(key, required=required)
        if node is None:
            return {}
        if isinstance(node, MappingNode):
            return node.entries
        self.wrong(node, key, "a mapping")
        return {}

    def text_pairs(
        self, key: str, *, required: bool = False
    ) -> tuple[tuple[str, str], ...]:
        """Read a mapping of names to texts; a missing one is empty."""
        found: list[tuple[str, str]] = []
        for name, entry in self.entries(key, required=required).items():
            text = self._text(entry.value, name, "text")
            if text is not None:
                found.append((name, text))
        return tuple(found)

    def data(self, key: str, *, required: bool = False) -> Value:
        """Read free-form data, which must not look like a reference."""
        node = self.find(key, required=required)
        return None if node is None else value_of(node, self.problems)


def value_of(node: Node, problems: Problems) -> Value:
    """Turn nodes into plain data; a `$ref` in data is a finding."""
    match node:
        case ScalarNode():
            return node.value
        case SequenceNode():
            return [value_of(item, problems) for item in node.items]
        case MappingNode():
            if "$ref" in node.entries:
                problems.add(
                    node.entries["$ref"].key.at,
                    "reference-in-data",
                    "`$ref` stands in data, where some tools follow it and some do not",
                    "Write the data here, or use `examples` and refer to one of them.",
                )
            return {
                name: value_of(entry.value, problems)
                for name, entry in node.entries.items()
            }
        case _:
            return None
