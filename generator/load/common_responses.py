"""Responses that operations have in common, which the root names once.

They become responses of the operations themselves, in the bundle too: nothing behind
`load` knows where a response was written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..dialect.document import (
    COMMON_RESPONSES,
    METHODS,
    CommonResponse,
    CommonResponses,
)
from ..source.nodes import MappingNode
from ..source.references import is_reference
from .bodies import load_response

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..dialect.document import Response
    from ..findings import Location
    from ..source.nodes import Entry, Node
    from ..source.references import Component
    from .context import Context
    from .fields import Fields

ANY = "any"
MAX_COMMON = 50
"""Common responses, each of which stands in all operations of the bundle."""
_RULE = "common-response"


@dataclass(slots=True)
class _Common:
    """One of the common responses, and whether some operation has it from there."""

    entry: Entry
    response: Response
    taken: bool = False


@dataclass(slots=True)
class Common:
    """What the operations of a description have in common, by verb and status."""

    _context: Context
    _at: Location | None = None
    _by_verb: dict[str, dict[str, _Common]] = field(
        default_factory=dict[str, dict[str, _Common]]
    )

    @classmethod
    def load(cls, context: Context, root: Fields) -> Common:
        """Read it from the root."""
        node = root.find(COMMON_RESPONSES)
        if node is None:
            return cls(context)
        fields = context.fields(node, "the common responses")
        verbs = (ANY, *METHODS)
        read = {
            verb: _common(context, fields.entries(verb)) for verb in fields.among(verbs)
        }
        _use_others(context, node, verbs)
        if sum(map(len, read.values())) > MAX_COMMON:
            message = f"there are more than {MAX_COMMON} common responses"
            remedy = "Write those of few operations into these."
            context.problems.add(node.at, "too-large", message, remedy)
            read.clear()
        return cls(context, node.at, read)

    def of(self, method: str, fields: Fields) -> tuple[Response, ...]:
        """Read the responses of an operation, with those it has in common with others.

        Its own response of a status takes the place of the common one. An operation
        with `servers` of its own has nothing in common.
        """
        own = fields.entries("responses", required=True)
        read = (load_response(self._context, entry) for entry in own.values())
        responses = tuple(item for item in read if item is not None)
        node = fields.find("responses")
        if not isinstance(node, MappingNode) or "servers" in fields:
            return responses
        common = self._by_verb.get(ANY, {}) | self._by_verb.get(method, {})
        self._refuse_repeated(own, common)
        added = {status: common[status] for status in common.keys() - own.keys()}
        if not added:
            return responses
        self._write_out(node, added)
        given = (*responses, *(item.response for item in added.values()))
        return tuple(sorted(given, key=lambda item: item.status))

    def document(self) -> CommonResponses | None:
        """Say what operations have without a word of their own."""
        if self._at is None:
            return None
        found = (
            CommonResponse(None if verb == ANY else verb, item.response)
            for verb, items in self._by_verb.items()
            for item in items.values()
        )
        return CommonResponses(self._at, tuple(found))

    def refuse_unused(self) -> None:
        """Refuse those that no operation has, once all are read.

        Where something else is wrong, it may be why.
        """
        problems = self._context.problems
        for verb, items in () if problems.findings else self._by_verb.items():
            for status, item in items.items():
                if not item.taken:
                    message = f"no operation has the common response `{status}`"
                    remedy = f"Take it out of `{verb}`."
                    problems.add(item.entry.key.at, _RULE, message, remedy)

    def _write_out(self, node: MappingNode, added: dict[str, _Common]) -> None:
        """Let the bundle have the responses of an operation all in one place."""
        entries = dict(node.entries)
        for status, item in added.items():
            item.taken = True
            entries[status] = item.entry
        entries = dict(sorted(entries.items()))
        whole = MappingNode(node.file, node.line, node.column, entries)
        self._context.refs.inlined[id(node)] = whole

    def _refuse_repeated(
        self, own: dict[str, Entry], common: dict[str, _Common]
    ) -> None:
        for status in own.keys() & common.keys():
            at, target = own[status].key.at, self._target(own[status].value)
            if target is None or target is not self._target(common[status].entry.value):
                continue
            message = f"the response `{status}` is what operations have in common"
            remedy = f"Take it out; `{COMMON_RESPONSES}` says it."
            self._context.problems.add(at, _RULE, message, remedy)

    def _target(self, node: Node) -> Component | None:
        """Say which shared response a node that has been read refers to."""
        if not isinstance(node, MappingNode) or not is_reference(node):
            return None
        return self._context.refs.rewrites.get(id(node.entries["$ref"].value))


def _common(context: Context, entries: dict[str, Entry]) -> dict[str, _Common]:
    read = {status: load_response(context, each) for status, each in entries.items()}
    return {
        status: _Common(entries[status], response)
        for status, response in read.items()
        if response is not None
        and _is_no_success(context, entries[status])
        and _has_name(context, entries[status])
    }


def _use_others(context: Context, node: Node, verbs: Collection[str]) -> None:
    """Let nothing be unused for the slip in a verb, which is told."""
    entries = node.entries if isinstance(node, MappingNode) else {}
    for verb, entry in entries.items():
        if verb not in verbs:
            context.refs.use(entry.value)


def _is_no_success(context: Context, entry: Entry) -> bool:
    status = str(entry.key.value)
    if status[0] not in "12":
        return True
    message = f"the response `{status}` belongs to the operation that gives it"
    remedy = "Write it into the `responses` of the operations."
    context.problems.add(entry.key.at, _RULE, message, remedy)
    return False


def _has_name(context: Context, entry: Entry) -> bool:
    if is_reference(entry.value):
        return True
    message = (
        "a common response is written in place, and would be written out everywhere"
    )
    remedy = "Give it a name among the shared responses, and refer to that."
    context.problems.add(entry.value.at, _RULE, message, remedy)
    return False
