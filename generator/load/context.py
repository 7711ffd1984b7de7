"""What every loader needs: where findings go and what references lead to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ..dialect.document import Example, Header, Parameter, Response
from ..dialect.patterns import Patterns
from .fields import Fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..findings import Problems
    from ..source.nodes import Node
    from ..source.references import Refs

T = TypeVar("T")


@dataclass(slots=True)
class Context:
    """The state of one run of `load`."""

    problems: Problems
    refs: Refs
    modes: frozenset[str] = frozenset()
    """The declared quota modes."""
    parameters: dict[int, Parameter] = field(default_factory=dict[int, Parameter])
    responses: dict[int, Response] = field(default_factory=dict[int, Response])
    headers: dict[int, Header] = field(default_factory=dict[int, Header])
    examples: dict[int, Example] = field(default_factory=dict[int, Example])
    """Shared ones already read, by the identity of their node."""
    path_items: dict[int, str] = field(default_factory=dict[int, str])
    """The path of each path item already read, by the identity of its node."""
    patterns: Patterns = field(default_factory=Patterns)
    _opened: list[Fields] = field(default_factory=list[Fields])

    def fields(self, node: Node, what: str) -> Fields:
        """Take a mapping of the description apart."""
        self._opened.append(Fields(node, what, self.problems))
        return self._opened[-1]

    def refuse_unread(self) -> None:
        """Refuse what nobody read of all that was taken apart."""
        for fields in self._opened:
            fields.refuse_unread()

    def optional(
        self, fields: Fields, key: str, read: Callable[[Context, Node], T]
    ) -> T | None:
        """Read what stands at a key, if it is there."""
        node = fields.find(key)
        return None if node is None else read(self, node)
