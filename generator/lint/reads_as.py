"""Whether what one schema describes can be read as another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.schema import Ref
from ..dialect.schemas import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.schema import Schema
    from .view import View


def reads_as(view: View, schema: Schema | Ref, base: Schema | Ref) -> bool:
    """Say whether what fits `schema` can be read as `base`.

    It is the same, or built on it. Pages are the same if their items are; that
    something may be null makes no odds.
    """
    schema, base = bare(schema), bare(base)
    if isinstance(base, Ref) and base.name in _ancestry(view, schema):
        return True
    items, others = view.page_items(schema), view.page_items(base)
    if items is None or others is None:
        one, other = view.resolve(schema), view.resolve(base)
        if one.properties or one.one_of or one.all_of:
            return one is other
        kinds = [set(item.types) - {"null"} for item in (one, other)]
        if one.format != other.format or kinds[0] != kinds[1]:
            return False
        items, others = one.items, other.items
    if items is None or others is None:
        return items is others
    return reads_as(view, items, others)


def _ancestry(view: View, schema: Schema | Ref) -> Iterator[str]:
    """Name a schema and those it is built on."""
    if isinstance(schema, Ref):
        yield schema.name
        for part in view.resolve(schema).all_of:
            yield from _ancestry(view, part)
