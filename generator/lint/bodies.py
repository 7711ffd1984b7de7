"""Rules about what is sent, parameters and request bodies, and its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import naming
from ..dialect.document import FORM, JSON
from ..dialect.json_types import SIMPLE
from ..dialect.schema import Ref, Schema
from ..dialect.schemas import is_null
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import MediaType, Operation, Parameter, RequestBody
    from ..dialect.schema import Property
    from .rules import Issue
    from .view import View


@rule("linked")
def parameter_schema(view: View) -> Iterator[Issue]:
    """Every parameter is a string, a number, a boolean, or a list of these.

    Its schema is written in place; it is never null: what is not given is not sent.
    """
    for parameter in _parameters(view):
        schema = parameter.schema
        name = f"the parameter `{parameter.name}`"
        remedy = "Use `type: string`, `integer`, `number`, `boolean` or `array`."
        if not _is_simple(schema) and schema.types != ("array",):
            yield schema.at, f"{name} is not of one simple type", remedy
        if schema.properties or schema.one_of or schema.all_of:
            yield schema.at, f"{name} is composed of schemas", remedy
        if schema.types == ("array",) and not _is_simple(schema.items):
            remedy = "Write `items: {type: string}` in place, or another simple type."
            yield schema.at, f"the items of {name} are not of one simple type", remedy


def _parameters(view: View) -> Iterator[Parameter]:
    for operation in view.document.operations:
        yield from operation.parameters


def _is_simple(schema: Schema | Ref | None) -> bool:
    return (
        isinstance(schema, Schema)
        and len(schema.types) == 1
        and schema.types[0] in SIMPLE
    )


_COMMAS = (
    "Write `style: form` and `explode: false` if the server takes commas; otherwise"
    " describe one value (`type: string`), or leave the parameter out."
)


@rule("alone")
def parameter_style(view: View) -> Iterator[Issue]:
    """Every list in the query has `style: form, explode: false`; others have none."""
    for parameter in _parameters(view):
        name = f"the parameter `{parameter.name}`"
        style = (parameter.style, parameter.explode)
        if parameter.schema.types != ("array",):
            if style != (None, None):
                message = f"{name} is no list and has a style"
                yield parameter.at, message, "Take `style` and `explode` out."
        elif parameter.location == "path":
            message = f"{name} is a list in the path, which is not supported"
            yield parameter.at, message, "Put it into the query, or make it a string."
        elif style != ("form", False):
            message = (
                f"{name} is a list that is not written with commas; repeated"
                " parameters, the default of OpenAPI, are not supported"
            )
            yield parameter.at, message, _COMMAS


@rule("linked")
def fixed_parameter(view: View) -> Iterator[Issue]:
    """Every parameter with a `const` is required: it is always sent and no argument."""
    for parameter in _parameters(view):
        if parameter.schema.const is not None and not parameter.required:
            message = f"`{parameter.name}` has a `const` and is not required"
            remedy = "Add `required: true`, or use `enum` with one value."
            yield parameter.at, message, remedy


@rule("linked")
def client_default(view: View) -> Iterator[Issue]:
    """`x-client-default` is on optional query parameters, the same everywhere."""
    seen: dict[str, Parameter] = {}
    for parameter in _parameters(view):
        if not parameter.client_default:
            continue
        if parameter.required or parameter.location != "query":
            message = f"`{parameter.name}` always has to be given, so it has no default"
            yield parameter.at, message, "Take `x-client-default` out."
        first = seen.setdefault(parameter.name, parameter)
        if _kind(first.schema) != _kind(parameter.schema):
            message = f"`{parameter.name}` is of another type than at {first.at}"
            yield parameter.at, message, "Describe it once and refer to it."


def _kind(schema: Schema | Ref | None) -> tuple[object, ...]:
    """Give what the annotation of an argument is made of."""
    if not isinstance(schema, Schema):
        return ()
    return (schema.types, schema.format, schema.enum, *_kind(schema.items))


@rule("linked")
def request_body(view: View) -> Iterator[Issue]:
    """Every body has one media type: JSON or a form of an object, or named bytes.

    Each property of the object is an argument. Bytes are `type: string` with
    `contentEncoding: base64`, and their `title` is the name of the argument.
    """
    for operation in view.document.operations:
        body = operation.request_body
        if body is None:
            continue
        if operation.method == "GET":
            message = f"`{operation.operation_id}` is a GET with a body"
            yield body.at, message, "Send it in the query."
        if len(body.content) != 1:
            message = f"the body has {len(body.content)} media types"
            yield body.at, message, "Describe the one that is sent."
        for media in body.content:
            if media.name in (JSON, FORM):
                yield from _object_body(view, operation, media)
            else:
                yield from _bytes_body(view, media)


def _object_body(view: View, operation: Operation, media: MediaType) -> Iterator[Issue]:
    target = view.resolve(media.schema)
    shapes = target.one_of if operation.variants and target.one_of else (media.schema,)
    for shape in shapes:
        if not view.properties(shape):
            message = f"the body of `{operation.operation_id}` has no properties"
            remedy = "Use `type: object` with `properties`; each is an argument."
            yield shape.at, message, remedy


@rule("linked")
def form_property(view: View) -> Iterator[Issue]:
    """No form holds more than texts, numbers, booleans and lists of these."""
    for operation in view.document.operations:
        body = operation.request_body
        for media in body.content if body else ():
            for item in _form_properties(view, media):
                name = f"`{item.name}` in a form"
                target = view.inner(item.schema)
                element = item.schema if target.items is None else target.items
                if view.is_nullable(item.schema) or view.is_nullable(element):
                    message = f"{name} may be null, which cannot be written there"
                    yield item.at, message, "Allow no null: what is `None` is not sent."
                elif not {*view.inner(element).types} & SIMPLE:
                    message = f"{name} has parts of its own, which no form tells apart"
                    remedy = (
                        f"Describe plain properties, or `{JSON}` if the API takes it."
                    )
                    yield item.at, message, remedy


def _form_properties(view: View, media: MediaType) -> tuple[Property, ...]:
    if media.name != FORM:
        return ()
    target = view.resolve(media.schema)
    shapes = target.one_of or (media.schema,)
    return tuple(item for each in shapes for item in view.properties(each).values())


def _unsent(media_type: str) -> str | None:
    """Say why bodies of a media type cannot be sent, if they cannot."""
    name = media_type.partition(";")[0].strip().lower()
    if "*" in name or name in (JSON, FORM):
        return "a request names the one type it sends, without parameters"
    if name.startswith("multipart/"):
        return "no parts are written"
    if name == "application/merge-patch+json":
        return "null would mean to remove, and `None` is not given"
    if name.endswith("+json"):
        return f"what is JSON is sent as `{JSON}`"
    return None


def _bytes_body(view: View, media: MediaType) -> Iterator[Issue]:
    schema = view.resolve(media.schema)
    reason = _unsent(media.name)
    if reason is not None:
        message = f"a body of `{media.name}` is not supported: {reason}"
        remedy = (
            f"Describe `{JSON}` if the server takes it; or leave the operation out."
        )
        yield media.at, message, remedy
        return
    if schema.types != ("string",) or schema.content_encoding != "base64":
        message = f"a body of `{media.name}` is not supported but as text in base64"
        remedy = (
            "Write `type: string` and `contentEncoding: base64` if the server takes"
            " that; or leave the operation out."
        )
        yield schema.at, message, remedy
        return
    title = schema.title or ""
    if not naming.is_identifier(title) or title != title.lower():
        message = (
            f"the title `{title}` cannot be the name of the argument for the bytes"
        )
        yield schema.at, message, "Add a `title` such as `image`."


@rule("linked")
def content_encoding(view: View) -> Iterator[Issue]:
    """`contentEncoding` is base64, in the body of a request only."""
    bodies = {
        id(view.resolve(media.schema))
        for operation in view.document.operations
        if operation.request_body
        for media in operation.request_body.content
    }
    for spot in view.spots:
        schema = spot.schema
        if isinstance(schema, Ref) or schema.content_encoding is None:
            continue
        if schema.content_encoding != "base64" or id(schema) not in bodies:
            message = (
                f"`contentEncoding: {schema.content_encoding}` is not supported here"
            )
            yield schema.at, message, "Take it out."


@rule("alone")
def missing_example(view: View) -> Iterator[Issue]:
    """Every request body and successful answer with content have an example."""
    for operation in view.document.operations:
        body: RequestBody | None = operation.request_body
        for media in body.content if body else ():
            if not media.examples:
                message = f"the body of `{operation.operation_id}` has no example"
                yield media.at, message, "Add `example` or `examples`."
        for response in operation.successes:
            for media in response.content:
                if not media.examples:
                    call = operation.operation_id
                    message = f"the {response.status} of `{call}` has no example"
                    yield media.at, message, "Add `example` or `examples`."


@rule("linked")
def header_schema(view: View) -> Iterator[Issue]:
    """Every header is of one simple type."""
    for operation in view.document.operations:
        for response in operation.responses:
            for header in response.headers:
                if not _is_simple(header.schema) or is_null(header.schema):
                    message = f"the header `{header.name}` is not of one simple type"
                    yield header.schema.at, message, "Use `type: string` or `integer`."
