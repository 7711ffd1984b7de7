"""The one-file form of a description: every reference leads to `#/components/…`."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml

from ..dialect import pointers
from . import scalars
from .nodes import MappingNode, ScalarNode, SequenceNode
from .references import KINDS

if TYPE_CHECKING:
    from ..dialect.schema import Value
    from .nodes import Node
    from .references import Component, Refs

_WIDTH = 100


def make_bundle(root: MappingNode, refs: Refs) -> dict[str, Value]:
    """Join the files of a description into one document without other references.

    Path items are put into their places; what is shared stands under `components`,
    sorted by name. Keys keep the order of the description.
    """
    maker = _Maker(refs)
    bundle: dict[str, Value] = {}
    for key, entry in root.entries.items():
        if key != "components":
            bundle[key] = maker.value(entry.value)
    components = maker.components(root)
    if components:
        bundle["components"] = components
    return bundle


def find(root: MappingNode, refs: Refs, pointer: str) -> Node:
    """Find the node a JSON pointer into the bundle leads to, or the last before it."""
    maker = _Maker(refs)
    tokens = pointers.tokens(pointer)
    node: Node = root
    if tokens[:1] == ("components",):
        shared = maker.shared(*tokens[1:3])
        node, tokens = (shared, tokens[3:]) if shared else (node, tokens)
    for token in tokens:
        node = refs.inlined.get(id(node), node)
        if isinstance(node, MappingNode) and "$ref" in node.entries:
            target = refs.rewrites.get(id(node.entries["$ref"].value))
            node = target.node if target else node
        if isinstance(node, MappingNode) and token in node.entries:
            node = node.entries[token].value
        elif isinstance(node, SequenceNode) and token.isdigit():
            node = node.items[int(token)]
        else:
            break
    return node


class _Maker:
    """Copies nodes to data, rewriting references on the way."""

    def __init__(self, refs: Refs) -> None:
        self._refs = refs
        self._shared = [item for item in refs if item.kind != "pathItems"]
        self._counts = Counter((item.kind, item.name) for item in self._shared)

    def components(self, root: MappingNode) -> dict[str, Value]:
        """Give the section `components`."""
        made: dict[str, Value] = {}
        section = root.entries.get("components")
        if section and isinstance(section.value, MappingNode):
            schemes = section.value.entries.get("securitySchemes")
            if schemes:
                made["securitySchemes"] = self.value(schemes.value)
        for kind in KINDS:
            named = {
                self._name(item): self.value(item.node)
                for item in self._shared
                if item.kind == kind
            }
            if named:
                made[kind] = dict(sorted(named.items()))
        return made

    def shared(self, kind: str = "", name: str = "") -> Node | None:
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

    def value(self, node: Node) -> Value:
        """Copy a node."""
        node = self._refs.inlined.get(id(node), node)
        match node:
            case ScalarNode():
                return self._scalar(node)
            case SequenceNode():
                return [self.value(item) for item in node.items]
            case MappingNode():
                entries = node.entries.items()
                return {name: self.value(entry.value) for name, entry in entries}
            case _:
                return None

    def _scalar(self, node: ScalarNode) -> Value:
        target = self._refs.rewrites.get(id(node))
        if target is None:
            return node.value
        names = ("components", target.kind, self._name(target))
        return f"#{pointers.pointer(names)}"


class _Dumper(yaml.SafeDumper):
    """Writes block style, without aliases, so that 1.1 and 1.2 read the same."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out where it stands."""
        del data
        return True

    def represent_text(self, data: str) -> yaml.ScalarNode:
        """Quote what some reader would not take for text."""
        plain = scalars.is_text(data) and data.isprintable()
        style = None if plain else '"'
        return yaml.ScalarNode("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _Dumper.represent_text)


def dump(bundle: Value) -> str:
    """Write a bundle as readable YAML, every value on a line of its own."""
    return yaml.dump(
        bundle,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_WIDTH,
    )
