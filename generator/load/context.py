"""What every loader needs: where findings go and what references lead to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ..dialect.document import Parameter, Response
from .fields import Fields

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

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
    """Shared ones already read, by the identity of their node."""

    def fields(self, node: Node, what: str, keys: Collection[str]) -> Fields:
        """Take a mapping of the description apart."""
        return Fields(node, what, keys, self.problems)

    def optional(
        self, fields: Fields, key: str, read: Callable[[Context, Node], T]
    ) -> T | None:
        """Read what stands at a key, if it is there."""
        node = fields.find(key)
        return None if node is None else read(self, node)
