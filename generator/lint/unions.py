"""Rules about unions and compositions: what tells members apart, what may be joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.remedies import ALTERNATIVES
from ..dialect.schema import Ref, Schema
from ..dialect.schemas import is_null
from .repeated import repeated
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.schema import Discriminator, Property
    from ..findings import Location
    from .rules import Issue
    from .view import View

_NO_OBJECTS = (
    "Write the one type it has, or name objects and tell them apart by a"
    " `discriminator`; left out, it stays in the raw response."
)


@rule("linked")
def union(view: View) -> Iterator[Issue]:
    """`oneOf` is one schema or null, or named objects with a `discriminator`.

    Where `x-variants` picks the members, in a body or an answer, it needs none, and may
    be `anyOf`: one answer may fit several members.
    """
    picked = _picked(view)
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref) or not schema.one_of:
            continue
        members = [item for item in schema.one_of if not is_null(item)]
        nulls = len(schema.one_of) - len(members)
        if len(members) == 1 and nulls == 1 and schema.discriminator is None:
            continue
        if len(members) < 2 or nulls > 1:
            message = "a choice between fewer than two schemas"
            yield schema.at, message, "Write the one there is, or it and `null`."
        elif id(schema) in picked:
            yield from _named_objects(view, members)
        elif schema.any_of:
            message = "`anyOf` stands where no variant picks one of its schemas"
            yield schema.at, message, ALTERNATIVES
        elif not all(
            isinstance(item, Ref) and view.is_object(item) for item in members
        ):
            message = "a choice of what are no named objects, which is not supported"
            yield schema.at, message, _NO_OBJECTS
        elif schema.discriminator is None:
            message = "nothing tells the members of this union apart"
            yield schema.at, message, "Add a `discriminator` with a `mapping`."
        else:
            yield from _named_objects(view, members)


def _picked(view: View) -> set[int]:
    """Find the bodies and answers of operations with variants."""
    found: set[int] = set()
    for operation in view.document.operations:
        if not operation.variants:
            continue
        body = operation.request_body.content if operation.request_body else ()
        answers = [media for item in operation.responses for media in item.content]
        found |= {id(view.resolve(media.schema)) for media in (*body, *answers)}
    return found


def _named_objects(view: View, members: list[Schema | Ref]) -> Iterator[Issue]:
    for member in members:
        if isinstance(member, Schema):
            message = "a member of a union is described in place"
            yield member.at, message, "Make it a named schema and refer to it."
        elif not view.is_object(member):
            message = f"`{member.name}`, a member of a union, is no object"
            yield member.at, message, "Refer to schemas with properties."


@rule("linked")
def discriminator(view: View) -> Iterator[Issue]:
    """Every mapping of a discriminator names each member of its union once.

    What tells the members apart is `type`: emitted models read no other tag.
    """
    for schema, found in _discriminators(view):
        if found.property_name != "type":
            message = f"the members are told apart by `{found.property_name}`"
            yield found.at, message, "Only `propertyName: type` is supported."
        if not schema.one_of:
            message = "a discriminator without `oneOf`"
            yield found.at, message, "Take it out, or name the members with `oneOf`."
            continue
        members = {item.name for item in schema.one_of if isinstance(item, Ref)}
        mapped = [name for _, name in found.mapping]
        for name in sorted(set(mapped) - members):
            message = f"the mapping names `{name}`, which is no member of the union"
            yield found.at, message, "Take it out, or add it to `oneOf`."
        for name in sorted(members - set(mapped)):
            message = f"the mapping lacks `{name}`, a member of the union"
            yield found.at, message, f"Add `tag: …{name}`."
        for name in repeated(mapped):
            message = f"the mapping names `{name}` twice"
            yield found.at, message, "Give every member one tag."


def _discriminators(view: View) -> Iterator[tuple[Schema, Discriminator]]:
    for spot in view.spots:
        if isinstance(spot.schema, Schema) and spot.schema.discriminator is not None:
            yield spot.schema, spot.schema.discriminator


@rule("linked")
def union_tag(view: View) -> Iterator[Issue]:
    """Every member of a union requires its tag: a property with it as `const`.

    A schema that is a member of several unions has the same tag in each.
    """
    seen: dict[str, tuple[str, str, Location]] = {}
    for _, found in _discriminators(view):
        for tag, name in found.mapping:
            schema = view.resolve(Ref(found.at, name))
            key = found.property_name
            item = view.properties(schema).get(key)
            if item is None or view.resolve(item.schema).const != tag:
                at = item.at if item else schema.at
                message = f"`{key}` of `{name}` is not the tag `{tag}` of its union"
                yield at, message, f"Add `{key}: {{type: string, const: {tag}}}`."
            elif key not in view.required(schema):
                message = f"`{name}` does not require `{key}`, which tells it apart"
                yield item.at, message, f"Add `{key}` to `required`."
            first = seen.setdefault(name, (key, tag, found.at))
            if first[:2] != (key, tag):
                message = (
                    f"`{name}` has the tag `{first[1]}` in the union at {first[2]}"
                )
                yield found.at, message, "Give it one tag everywhere."


@rule("linked")
def composition(view: View) -> Iterator[Issue]:
    """`allOf` joins objects: references to named ones and parts written in place."""
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref):
            continue
        for part in schema.all_of:
            target = view.resolve(part)
            if target.one_of or not view.is_object(part):
                message = "a part of `allOf` is no object with properties"
                yield part.at, message, "Join objects, or use `oneOf`."


@rule("linked")
def redefinition(view: View) -> Iterator[Issue]:
    """`allOf` asks for one type of what its parts have in common.

    JSON Schema asks for all of them at once: a later part that allows null where an
    earlier one does not allows nothing more. It may name fewer values.
    """
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref) or not schema.all_of:
            continue
        own = {item.name: item for item in schema.properties}
        before: dict[str, Property] = {}
        for part in (*map(view.properties, schema.all_of), own):
            for name, item in part.items():
                first = before.setdefault(name, item)
                if not _agree(view, first.schema, item.schema):
                    message = (
                        f"`{name}` is of another type at {first.at}, "
                        "and `allOf` asks for both"
                    )
                    remedy = (
                        f"Move `{name}` out of the shared part into those it joins."
                    )
                    yield item.at, message, remedy


def _agree(view: View, one: Schema | Ref, other: Schema | Ref) -> bool:
    """Say whether two schemas of a property are of one type, null included."""
    if isinstance(one, Ref) and isinstance(other, Ref):
        return one.name == other.name
    one, other = view.resolve(one), view.resolve(other)
    if one is other:
        return True
    kinds = [(set(each.types), each.format) for each in (one, other)]
    if kinds[0] != kinds[1] or one.properties or one.all_of:
        return False
    if one.enum and not {*other.enum, other.const} <= {*one.enum, None}:
        return False
    inner = [
        (each.items, *each.one_of, each.additional_properties) for each in (one, other)
    ]
    return len(inner[0]) == len(inner[1]) and all(
        a is b or (a is not None and b is not None and _agree(view, a, b))
        for a, b in zip(*inner, strict=True)
    )
