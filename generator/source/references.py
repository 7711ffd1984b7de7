"""References: what may be referred to, where it stands, what it is called.

A reference names a file below the folder of the description and an entry in it. The
entries of a file (or of a section under `components`) become components when the first
reference reaches them: of what kind, the place of the reference says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote

from ..dialect.pointers import tokens
from ..findings import closest
from .nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Location, Problems
    from .files import Sources

ComponentKind = Literal[
    "schemas", "parameters", "headers", "responses", "examples", "pathItems"
]

KINDS: dict[ComponentKind, str] = {
    "schemas": "schema",
    "parameters": "parameter",
    "headers": "header",
    "responses": "response",
    "examples": "example",
    "pathItems": "path item",
}
"""Each section of `components`, and what one of its entries is called."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(slots=True)
class Component:
    """A named thing that is referred to."""

    kind: ComponentKind
    name: str
    at: Location
    node: Node
    used: bool = False


class Pointed(NamedTuple):
    """Where a reference leads: a file and the tokens of a JSON pointer."""

    file: str
    tokens: tuple[str, ...]


class BadReferenceError(Exception):
    """A reference is not of the one form allowed; `remedy` says what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def split(reference: str, file: str) -> Pointed:
    """Take a reference that stands in `file` apart, decoded but not looked up.

    Raises:
        BadReferenceError: if it is no relative file with a JSON pointer.
    """
    path, hash_sign, pointer = reference.partition("#")
    if _SCHEME.match(path) or path.startswith(("/", "\\")):
        message = f"`{reference}` is a URL or an absolute path, which is never followed"
        remedy = "Copy what it names into the description and refer to that."
        raise BadReferenceError(message, remedy)
    if not hash_sign or not pointer.startswith("/") or "?" in path or "\\" in path:
        message = f"`{reference}` has no JSON pointer (`#/…`) to one entry"
        raise BadReferenceError(message, "Write `file.yaml#/Name` or `#/…/Name`.")
    try:
        decoded = unquote(path, errors="strict")
        plain = unquote(pointer, errors="strict")
    except UnicodeDecodeError as error:
        message = f"`{reference}` has escapes that are no UTF-8"
        raise BadReferenceError(message, "Mend the `%…`.") from error
    if re.search(r"~(?![01])", plain):
        message = f"`{reference}` has a `~` that is neither `~0` nor `~1`"
        raise BadReferenceError(message, "Write `~` as `~0` and `/` as `~1`.")
    target = join(dirname(file), decoded) if decoded else file
    return Pointed(target, tokens(plain))


def is_reference(node: Node) -> bool:
    """Say whether a node is a mapping with `$ref`."""
    return isinstance(node, MappingNode) and "$ref" in node.entries


@dataclass(slots=True)
class Refs:
    """The components of a description and the references to them."""

    sources: Sources
    problems: Problems
    root_file: str
    components: dict[ComponentKind, list[Component]] = field(
        default_factory=dict[ComponentKind, list[Component]]
    )
    rewrites: dict[int, Component] = field(default_factory=dict[int, Component])
    """What each reference leads to, by the identity of the scalar it stands in."""
    _followed: dict[int, tuple[Node, Component | None] | None] = field(
        default_factory=dict[int, "tuple[Node, Component | None] | None"]
    )
    """What references that lead to a component lead to in the end, by its identity."""
    lost: set[Location] = field(default_factory=set["Location"])
    """Where references stand that lead nowhere, or into files nobody can read."""
    inlined: dict[int, Node] = field(default_factory=dict[int, Node])
    """What stands in the bundle in place of a node, by its identity: the path item of a
    reference, all responses of an operation."""
    _sections: dict[
        tuple[str, tuple[str, ...]], tuple[ComponentKind, dict[str, Component]]
    ] = field(
        default_factory=dict[
            tuple[str, tuple[str, ...]], tuple[ComponentKind, dict[str, Component]]
        ]
    )

    def __iter__(self) -> Iterator[Component]:
        """All components reached so far, in the order they were."""
        for kind in KINDS:
            yield from self.components.get(kind, ())

    def target(self, scalar: Node, kind: ComponentKind) -> Component | None:
        """Look up the component a `$ref` (or a mapping of tags) names, one step."""
        text = scalar.value if isinstance(scalar, ScalarNode) else None
        if not isinstance(text, str):
            self._bad(scalar, "a reference must be text", "Write `file.yaml#/Name`.")
            return None
        try:
            path, tokens = split(text, scalar.file)
        except BadReferenceError as error:
            self._bad(scalar, str(error), error.remedy)
            return None
        file = self.sources.locate(path, scalar.at)
        root = self.sources.open(file, scalar.at) if file else None
        if file is None or root is None:
            self.lost.add(scalar.at)
            return None
        section = self._section(file, root, tokens, kind, scalar)
        if section is None:
            return None
        found = section.get(tokens[-1])
        if found is None:
            message = f"`{text}` names no {KINDS[kind]}: `{tokens[-1]}` is not there"
            remedy = closest(tokens[-1], section)
            self.problems.add(scalar.at, "dangling-reference", message, remedy)
            self.lost.add(scalar.at)
            return None
        found.used = True
        self.rewrites[id(scalar)] = found
        return found

    def use(self, node: Node) -> None:
        """Take note of all that a node which is not loaded refers to."""
        if isinstance(node, SequenceNode):
            for item in node.items:
                self.use(item)
        if not isinstance(node, MappingNode):
            return
        for name, entry in node.entries.items():
            text = entry.value.value if isinstance(entry.value, ScalarNode) else None
            if name == "$ref" and isinstance(text, str):
                self._use(text, node.file)
            self.use(entry.value)

    def _use(self, reference: str, file: str) -> None:
        try:
            path, tokens = split(reference, file)
        except BadReferenceError:
            return
        known = self._sections.get((normpath(path), tokens[:-1]))
        found = known[1].get(tokens[-1]) if known is not None else None
        if found is not None and not found.used:
            found.used = True
            self.use(found.node)

    def follow(
        self, node: Node, kind: ComponentKind
    ) -> tuple[Node, Component | None] | None:
        """Follow references until something stands there itself.

        Returns:
            The node and the component it is (None where `node` is no reference), or
            None if the way breaks off, which is a finding.
        """
        component: Component | None = None
        chain: dict[int, Component] = {}
        found: tuple[Node, Component | None] | None = None
        while isinstance(node, MappingNode) and "$ref" in node.entries:
            self._alone(node, kind)
            component = self.target(node.entries["$ref"].value, kind)
            if component is None:
                break
            if id(component) in self._followed:
                found = self._followed[id(component)]
                break
            if id(component) in chain:
                self._cycle([*chain.values(), component])
                break
            chain[id(component)] = component
            node = component.node
        else:
            found = node, component
        self._followed |= dict.fromkeys(chain, found)
        return found

    def _cycle(self, chain: list[Component]) -> None:
        circle = chain[[item is chain[-1] for item in chain].index(True) : -1]
        first = circle.index(min(circle, key=lambda item: item.at))
        chain = [*circle[first:], *circle[:first], circle[first]]
        names = " → ".join(item.name for item in chain)
        self.problems.add(
            chain[0].at,
            "reference-cycle",
            f"references in a circle: {names}",
            f"Let one of them be a {KINDS[chain[0].kind]} instead of a reference.",
        )

    def _alone(self, node: MappingNode, kind: ComponentKind) -> None:
        for name, entry in node.entries.items():
            if name != "$ref":
                self.problems.add(
                    entry.key.at,
                    "beside-reference",
                    f"`{name}` stands beside a reference to a {KINDS[kind]}",
                    "Take it out, or write it where the reference leads.",
                )

    def _bad(self, scalar: Node, message: str, remedy: str) -> None:
        self.problems.add(scalar.at, "bad-reference", message, remedy)

    def _section(
        self,
        file: str,
        root: MappingNode,
        tokens: tuple[str, ...],
        kind: ComponentKind,
        scalar: Node,
    ) -> dict[str, Component] | None:
        """Give the section the tokens lead into, if it is one of this kind."""
        pointer = tokens[:-1]
        whole_file = pointer == () and file != self.root_file
        if not whole_file and pointer != ("components", kind):
            place = "`#/components/" + kind + "/Name`"
            elsewhere = "" if file == self.root_file else " or `#/Name`"
            message = f"a {KINDS[kind]} has to be an entry of its own to be referred to"
            self._bad(
                scalar, message, f"Give it a name and refer to {place}{elsewhere}."
            )
            return None
        node: Node | None = root
        for token in pointer:
            entry = node.entries.get(token) if isinstance(node, MappingNode) else None
            node = entry.value if entry else None
        if not isinstance(node, MappingNode):
            node = MappingNode(file, 1, 1)
        return self.register(file, pointer, kind, node, scalar.at)

    def register(
        self,
        file: str,
        pointer: tuple[str, ...],
        kind: ComponentKind,
        node: MappingNode,
        at: Location,
    ) -> dict[str, Component] | None:
        """Make components of the entries of a section, the first time it is seen."""
        known = self._sections.get((file, pointer))
        if known is None:
            made = {
                name: Component(kind, name, entry.key.at, entry.value)
                for name, entry in node.entries.items()
            }
            self._sections[file, pointer] = (kind, made)
            self.components.setdefault(kind, []).extend(made.values())
            return made
        if known[0] != kind:
            message = f"`{file}` holds {known[0]}; this refers to a {KINDS[kind]} in it"
            self._bad(
                MappingNode(at.file, at.line, at.column), message, "Split the file."
            )
            return None
        return known[1]
