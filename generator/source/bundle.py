"""The one-file form of a description: every reference leads to `#/components/…`."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..dialect import pointers
from ..dialect.document import COMMON_RESPONSES
from .nodes import MappingNode, ScalarNode, SequenceNode
from .references import KINDS

if TYPE_CHECKING:
    from ..dialect.schema import Value
    from .nodes import Node
    from .references import Component, Refs


_WRITTEN_ELSEWHERE = frozenset(("components", COMMON_RESPONSES))


class Bundle:
    """One document of all files, without other references.

    Path items are put into their places, and common responses into all operations that
    have them; what is shared stands under `components`, sorted by name. Other keys keep
    the order of the description.
    """

    def __init__(self, root: MappingNode, refs: Refs) -> None:
        """Take the root of a description, all of whose references are known."""
        self._root = root
        self._refs = refs
        self._shared = [item for item in refs if item.kind != "pathItems"]
        self._counts = Counter((item.kind, item.name) for item in self._shared)

    def value(self) -> dict[str, Value]:
        """Write it as data."""
        bundle: dict[str, Value] = {}
        for key, entry in self._root.entries.items():
            if key not in _WRITTEN_ELSEWHERE:
                bundle[key] = self._value(entry.value)
        components = self._components()
        if components:
            bundle["components"] = components
        return bundle

    def node(self, pointer: str) -> Node:
        """Find the node a JSON pointer leads to, or the last before it."""
        tokens = pointers.tokens(pointer)
        node: Node = self._root
        if tokens[:1] == ("components",):
            shared = self._named(*tokens[1:3])
            node, tokens = (shared, tokens[3:]) if shared else (node, tokens)
        for token in tokens:
            node = self._followed(node)
            if isinstance(node, MappingNode) and token in node.entries:
                node = node.entries[token].value
            elif isinstance(node, SequenceNode) and token.isdigit():
                node = node.items[int(token)]
            else:
                break
        return node

    def _followed(self, node: Node) -> Node:
        node = self._refs.inlined.get(id(node), node)
        if not isinstance(node, MappingNode) or "$ref" not in node.entries:
            return node
        target = self._refs.rewrites.get(id(node.entries["$ref"].value))
        return target.node if target else node

    def _components(self) -> dict[str, Value]:
        """Give the section `components`."""
        made: dict[str, Value] = {}
        section = self._root.entries.get("components")
        if section and isinstance(section.value, MappingNode):
            schemes = section.value.entries.get("securitySchemes")
            if schemes:
                made["securitySchemes"] = self._value(schemes.value)
        for kind in KINDS:
            named = {
                self._name(item): self._value(item.node)
                for item in self._shared
                if item.kind == kind
            }
            if named:
                made[kind] = dict(sorted(named.items()))
        return made

    def _named(self, kind: str = "", name: str = "") -> Node | None:
        """Find what stands under `components` by the name it has there."""
        for item in self._shared:
            if item.kind == kind and self._name(item) == name:
                return item.node
        return None

    def _name(self, item: Component) -> str:
        """Give a name no other component of the kind has: its own, if it can be."""
        if self._counts[item.kind, item.name] == 1:
            return item.name
        stem = PurePosixPath(item.at.file).with_suffix("").as_posix()
        return f"{stem.replace('/', '-')}-{item.name}"

    def _value(self, node: Node) -> Value:
        """Copy a node."""
        node = self._refs.inlined.get(id(node), node)
        match node:
            case ScalarNode():
                return self._scalar(node)
            case SequenceNode():
                return [self._value(item) for item in node.items]
            case MappingNode():
                entries = node.entries.items()
                return {name: self._value(entry.value) for name, entry in entries}
            case _:
                return None

    def _scalar(self, node: ScalarNode) -> Value:
        target = self._refs.rewrites.get(id(node))
        if target is None:
            return node.value
        names = ("components", target.kind, self._name(target))
        return f"#{pointers.pointer(names)}"
