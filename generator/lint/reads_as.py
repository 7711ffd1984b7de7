"""Whether what one schema describes can be read as another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.schema import Ref
from ..dialect.schemas import bare

if TYPE_CHECKING:
    from ..dialect.schema import Schema
    from .view import View

_Seen = frozenset[tuple[int, int]]


def reads_as(view: View, schema: Schema | Ref, base: Schema | Ref) -> bool:
    """Say whether what fits `schema` can be read as `base`.

    It is the same, or an object that has all that the other one has. Pages are the
    same if their items are; that something may be null makes no odds.
    """
    return _reads_as(view, schema, base, frozenset())


def _reads_as(
    view: View, schema: Schema | Ref, base: Schema | Ref, seen: _Seen
) -> bool:
    schema, base = bare(schema), bare(base)
    if isinstance(schema, Ref) and isinstance(base, Ref) and schema.name == base.name:
        return True
    items, others = view.page_items(schema), view.page_items(base)
    if items is None or others is None:
        one, other = view.resolve(schema), view.resolve(base)
        pair = (id(one), id(other))
        if one is other or pair in seen:  # as far as it can be followed, they agree
            return True
        if view.is_object(one) and view.is_object(other):
            return _has_all(view, one, other, seen | {pair})
        kinds = [set(item.types) - {"null"} for item in (one, other)]
        if one.one_of or other.one_of or one.format != other.format:
            return False
        if kinds[0] != kinds[1]:
            return False
        items, others = one.items, other.items
    if items is None or others is None:
        return items is others
    return _reads_as(view, items, others, seen)


def _has_all(view: View, one: Schema, other: Schema, seen: _Seen) -> bool:
    """Say whether an object has every property of another one, and needs it as well."""
    own, required = view.properties(one), view.required(one)
    return view.required(other) <= required and all(
        name in own and _reads_as(view, own[name].schema, item.schema, seen)
        for name, item in view.properties(other).items()
    )
