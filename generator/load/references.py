"""Nodes to what arguments name, and which of them go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.schema import Group, IdForms, Reference
from ..source.nodes import ScalarNode
from .patterns import load_pattern

if TYPE_CHECKING:
    from ..source.nodes import Node
    from .context import Context
    from .fields import Fields


def load_kinds(context: Context, root: Fields) -> tuple[IdForms, ...]:
    """Read `x-references`: the kinds of things that arguments may name."""
    found: list[IdForms] = []
    for name, entry in root.entries("x-references").items():
        fields = context.fields(entry.value, "one of `x-references`")
        found.append(
            IdForms(
                at=entry.key.at,
                name=name,
                uri=fields.optional_text("uri"),
                url=fields.optional_text("url"),
                optional=fields.texts("optional"),
                also=fields.texts("also"),
                pattern=load_pattern(context, fields),
                hint=fields.optional_text("hint"),
            )
        )
        fields.for_others("description")
    return tuple(found)


def load_reference(context: Context, node: Node) -> Reference:
    """Read `x-reference`: a kind, several of them, or one described in place."""
    if isinstance(node, ScalarNode) and isinstance(node.value, str):
        return Reference(node.at, (node.value,))
    fields = context.fields(node, "an `x-reference`")
    if "kinds" in fields:
        return Reference(
            at=node.at,
            kinds=fields.texts("kinds"),
            as_uri=fields.choice("as", ("uri",)) is not None,
            by=fields.optional_text("by"),
        )
    uri, url = fields.text("uri"), fields.text("url")
    written = IdForms(
        node.at,
        uri.rpartition(":")[0].rpartition(":")[2],
        uri,
        url,
        fields.texts("optional"),
    )
    return Reference(node.at, (written.name,), written=written)


def load_groups(context: Context, fields: Fields) -> tuple[Group, ...]:
    """Read `x-groups`: which arguments or properties go together."""
    found: list[Group] = []
    for node in fields.items("x-groups"):
        group = context.fields(node, "one of `x-groups`")
        group.find("of", required=True)
        found.append(
            Group(
                at=node.at,
                of=group.texts("of"),
                at_least=group.count("at_least") or 0,
                at_most=group.count("at_most"),
            )
        )
    return tuple(found)
