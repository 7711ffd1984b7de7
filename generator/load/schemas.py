"""Nodes to schemas and references to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.json_types import TYPES
from ..dialect.remedies import FREE_FORM
from ..dialect.schema import Discriminator, NamedSchema, Property, Ref, Schema
from ..source.nodes import ScalarNode, SequenceNode
from ..source.references import is_reference
from .extensions import load_firsts, load_page_place, load_reasons
from .fields import kind_of, value_of
from .patterns import load_pattern
from .references import load_groups, load_reference

if TYPE_CHECKING:
    from ..dialect.schema import Scalar
    from ..source.nodes import Node
    from ..source.references import Component
    from .context import Context
    from .fields import Fields


def load_schema(context: Context, node: Node) -> Schema | Ref:
    """Read a schema written in place, or a reference to a named one."""
    if is_reference(node):
        return load_schema_ref(context, node)
    return load_plain_schema(context, node)


def load_schema_ref(context: Context, node: Node) -> Ref:
    """Read a reference to a named schema with what may stand beside it."""
    fields = context.fields(node, "a reference to a schema")
    scalar = fields.find("$ref", required=True)
    component = context.refs.target(scalar, "schemas") if scalar else None
    fields.differs()
    return Ref(
        at=node.at,
        name=component.name if component else "",
        description=fields.optional_text("description"),
        deprecated=fields.flag("deprecated"),
        page=context.optional(fields, "x-page", load_page_place),
    )


def load_written_schema(context: Context, node: Node, where: str) -> Schema:
    """Read a schema that must be written in place, as in a parameter."""
    if is_reference(node):
        context.problems.add(
            node.at,
            "reference-not-allowed",
            f"the schema of {where} is a reference",
            "Write the schema out; it has neither properties nor a name.",
        )
        return Schema(node.at)
    return load_plain_schema(context, node)


def load_named_schema(context: Context, component: Component) -> NamedSchema:
    """Read an entry of a schema file; only another name for a schema is refused."""
    node = component.node
    if is_reference(node):
        if context.refs.follow(node, "schemas") is not None:
            context.problems.add(
                node.at,
                "schema-alias",
                f"`{component.name}` is only another name for a schema",
                "Refer to that schema itself and take this one out.",
            )
        return NamedSchema(component.name, node.file, Schema(node.at))
    schema = load_plain_schema(context, node)
    return NamedSchema(component.name, node.file, schema)


def load_plain_schema(context: Context, node: Node) -> Schema:
    """Read the keys of a schema."""
    fields = context.fields(node, "a schema")
    _check_examples(fields)
    fields.differs()
    return Schema(
        at=node.at,
        types=_types(fields),
        title=fields.optional_text("title"),
        description=fields.optional_text("description"),
        format=fields.optional_text("format"),
        pattern=load_pattern(context, fields),
        enum=_enum(fields),
        const=_const(fields),
        default=fields.data("default"),
        minimum=fields.number("minimum"),
        maximum=fields.number("maximum"),
        min_length=fields.count("minLength"),
        max_length=fields.count("maxLength"),
        min_items=fields.count("minItems"),
        max_items=fields.count("maxItems"),
        items=context.optional(fields, "items", load_schema),
        properties=_properties(context, fields),
        required=fields.texts("required"),
        additional_properties=_additional(context, fields),
        one_of=_choice(context, fields),
        any_of="anyOf" in fields,
        all_of=tuple(load_schema(context, item) for item in fields.items("allOf")),
        discriminator=_discriminator(context, fields),
        deprecated=fields.flag("deprecated"),
        content_encoding=fields.optional_text("contentEncoding"),
        page=context.optional(fields, "x-page", load_page_place),
        reference=context.optional(fields, "x-reference", load_reference),
        groups=load_groups(context, fields),
        reasons=load_reasons(context, fields.items("x-reason")),
        firsts=load_firsts(context, fields),
    )


def _check_examples(fields: Fields) -> None:
    """Refuse references in examples, which only the bundle keeps."""
    fields.data("example")
    for example in fields.items("examples"):
        value_of(example, fields.problems)


def _types(fields: Fields) -> tuple[str, ...]:
    node = fields.find("type")
    if node is None:
        return ()
    found: list[str] = []
    for item in node.items if isinstance(node, SequenceNode) else [node]:
        value = item.value if isinstance(item, ScalarNode) else ""
        if isinstance(value, str) and value in TYPES:
            found.append(value)
        elif isinstance(item, ScalarNode) and value is None:
            message = "the type `null` has to be quoted, or it is no text"
            fields.problems.add(item.at, "wrong-type", message, 'Write `"null"`.')
        else:
            fields.no_choice(item, "type", sorted(TYPES))
    return tuple(found)


def _enum(fields: Fields) -> tuple[Scalar, ...]:
    found: list[Scalar] = []
    for node in fields.items("enum"):
        if isinstance(node, ScalarNode):
            found.append(node.value)
        else:
            fields.wrong(node, "enum", "plain values")
    place = fields.find("enum")
    if place is not None and not fields.items("enum"):
        message = "`enum` names no value, so nothing would fit"
        fields.problems.add(
            place.at, "unsupported", message, "Name the values, or take `enum` out."
        )
    return tuple(found)


def _const(fields: Fields) -> Scalar:
    node = fields.find("const")
    if node is None:
        return None
    if isinstance(node, ScalarNode) and node.value is not None:
        return node.value
    fields.wrong(node, "const", "text, a number or a boolean")
    return None


def _properties(context: Context, fields: Fields) -> tuple[Property, ...]:
    found: list[Property] = []
    for name, entry in fields.entries("properties").items():
        if name == "$ref":
            message = (
                "a property cannot be called `$ref`: tools take it for a reference"
            )
            remedy = "Leave it out; what a schema lacks stays in the raw response."
            context.problems.add(entry.key.at, "unsupported", message, remedy)
            continue
        found.append(Property(entry.key.at, name, load_schema(context, entry.value)))
    return tuple(found)


def _choice(context: Context, fields: Fields) -> tuple[Schema | Ref, ...]:
    """Read the schemas of which a value fits one, or some."""
    if "oneOf" in fields and "anyOf" in fields:
        message = "`oneOf` and `anyOf` stand beside each other"
        context.problems.add(fields.place("anyOf"), "union", message, "Keep one.")
    members = (*fields.items("oneOf"), *fields.items("anyOf"))
    return tuple(load_schema(context, item) for item in members)


def _additional(context: Context, fields: Fields) -> Schema | Ref | None:
    node = fields.find("additionalProperties")
    if isinstance(node, ScalarNode):
        message = f"`additionalProperties` must be a schema, not {kind_of(node)}"
        remedy = FREE_FORM
        if "properties" in fields or "allOf" in fields:
            remedy = "Take it out: objects may always have more than is described."
        context.problems.add(node.at, "unsupported", message, remedy)
        return None
    return load_schema(context, node) if node else None


def _discriminator(context: Context, fields: Fields) -> Discriminator | None:
    node = fields.find("discriminator")
    if node is None:
        return None
    inner = context.fields(node, "a discriminator")
    pairs: list[tuple[str, str]] = []
    for tag, entry in inner.entries("mapping", required=True).items():
        component = context.refs.target(entry.value, "schemas")
        if component is not None:
            pairs.append((tag, component.name))
    return Discriminator(node.at, inner.text("propertyName"), tuple(pairs))
