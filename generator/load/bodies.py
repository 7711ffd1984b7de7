"""Nodes to parameters, bodies and responses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..dialect.document import (
    Example,
    Header,
    MediaType,
    Parameter,
    RequestBody,
    Response,
)
from ..dialect.schema import Schema
from .extensions import load_quota_limits
from .references import load_reference
from .schemas import load_schema, load_written_schema
from .unsupported import NOWHERE

if TYPE_CHECKING:
    from ..source.nodes import Entry, Node, ScalarNode
    from .context import Context
    from .fields import Fields


def load_parameter(context: Context, node: Node) -> Parameter | None:
    """Read a parameter, or follow the reference to one that is shared."""
    found = context.refs.follow(node, "parameters")
    if found is None:
        return None
    target, component = found
    if component is None:
        return _parameter(context, target)
    if id(target) not in context.parameters:
        made = replace(_parameter(context, target), component=component.name)
        context.parameters[id(target)] = made
    return context.parameters[id(target)]


def _parameter(context: Context, node: Node) -> Parameter:
    fields = context.fields(node, "a parameter")
    name = fields.text("name")
    location = _place(fields, name)
    fields.differs()
    return Parameter(
        at=node.at,
        component=None,
        name=name,
        location="path" if location == "path" else "query",
        required=fields.flag("required"),
        deprecated=fields.flag("deprecated"),
        description=fields.text("description"),
        schema=_schema(context, fields, f"the parameter `{name}`"),
        style=fields.optional_text("style"),
        explode=fields.optional_flag("explode"),
        example=fields.data("example", required=not _is_fixed(fields)),
        reference=context.optional(fields, "x-reference", load_reference),
        partial_response=fields.flag("x-partial-response"),
        client_default=fields.flag("x-client-default"),
        quota_limits=load_quota_limits(context, fields),
    )


def _is_fixed(fields: Fields) -> bool:
    """Say whether the schema is a `const`, which is an example of itself."""
    return "const" in fields.entries("schema")


def _place(fields: Fields, name: str) -> str:
    place = fields.needed_text("in")
    if place in NOWHERE:
        reason, remedy = NOWHERE[place]
        message = f"the parameter `{name}` is in the {place}, not supported: {reason}"
        fields.problems.add(fields.place("in"), "unsupported", message, remedy)
    elif place is not None:
        fields.choice("in", ("path", "query"))
    return place or ""


def _schema(context: Context, fields: Fields, where: str) -> Schema:
    node = fields.find("schema", required=True)
    return load_written_schema(context, node, where) if node else Schema(fields.at)


def load_request_body(context: Context, node: Node) -> RequestBody:
    """Read the body of an operation."""
    fields = context.fields(node, "a request body")
    return RequestBody(
        at=node.at,
        description=fields.optional_text("description"),
        required=fields.flag("required"),
        content=_content(context, fields, required=True),
    )


def _content(
    context: Context, fields: Fields, *, required: bool = False
) -> tuple[MediaType, ...]:
    return tuple(
        _media_type(context, name, entry)
        for name, entry in fields.entries("content", required=required).items()
    )


def _media_type(context: Context, name: str, entry: Entry) -> MediaType:
    fields = context.fields(entry.value, "a media type")
    schema = fields.find("schema", required=True)
    examples = [
        example
        for key, item in fields.entries("examples").items()
        if (example := _example(context, key, item)) is not None
    ]
    if "example" in fields:
        at = fields.place("example")
        examples.insert(0, Example(at, "example", fields.data("example")))
    if "example" in fields and "examples" in fields:
        message = "`example` and `examples` exclude each other"
        remedy = "Move the one into the others."
        context.problems.add(fields.place("example"), "two-examples", message, remedy)
    return MediaType(
        at=entry.key.at,
        name=name,
        schema=load_schema(context, schema) if schema else Schema(fields.at),
        examples=tuple(examples),
    )


def _example(context: Context, name: str, entry: Entry) -> Example | None:
    found = context.refs.follow(entry.value, "examples")
    if found is None:
        return None
    node = found[0]
    if id(node) not in context.examples:
        fields = context.fields(node, "an example")
        fields.for_others("summary")
        value = fields.data("value", required=True)
        context.examples[id(node)] = Example(node.at, name, value)
    return replace(context.examples[id(node)], name=name)


def load_response(context: Context, status: Entry) -> Response | None:
    """Read the response of one status, or follow the reference to a shared one."""
    number = _status(context, status.key)
    found = context.refs.follow(status.value, "responses")
    if found is None or number is None:
        return None
    target, component = found
    if component is None:
        return _response(context, target, number)
    if id(target) not in context.responses:
        context.responses[id(target)] = _response(context, target, number)
    shared = context.responses[id(target)]
    return replace(shared, component=component.name, status=number)


def _status(context: Context, key: ScalarNode) -> int | None:
    text = str(key.value)
    if len(text) == 3 and text.isascii() and text.isdigit() and text[0] in "12345":
        return int(text)
    context.problems.add(
        key.at,
        "unsupported",
        f"the status `{text}` is not supported: every status has a response of its own",
        'Write a status of three digits, in quotes, such as "200".',
    )
    return None


def _response(context: Context, node: Node, status: int) -> Response:
    fields = context.fields(node, "a response")
    headers = fields.entries("headers").items()
    return Response(
        at=node.at,
        component=None,
        status=status,
        description=fields.text("description"),
        headers=tuple(
            header
            for name, entry in headers
            if (header := _header(context, name, entry)) is not None
        ),
        content=_content(context, fields),
    )


def _header(context: Context, name: str, entry: Entry) -> Header | None:
    found = context.refs.follow(entry.value, "headers")
    if found is None:
        return None
    node = found[0]
    if id(node) not in context.headers:
        fields = context.fields(node, "a header")
        fields.for_others("required", "deprecated")
        fields.data("example")
        description = fields.text("description")
        schema = _schema(context, fields, f"the header `{name}`")
        context.headers[id(node)] = Header(node.at, name, description, schema)
    return replace(context.headers[id(node)], name=name)
