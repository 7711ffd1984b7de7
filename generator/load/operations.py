"""Path items to operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dialect.document import METHODS, Operation, SecurityRequirement, Server
from ..dialect.extensions import Variant
from ..source.nodes import MappingNode, ScalarNode
from .bodies import load_parameter, load_request_body
from .extensions import (
    RETRY,
    load_arguments,
    load_availability,
    load_batch,
    load_pagination,
    load_result,
)
from .references import load_groups
from .schemas import load_schema_ref

if TYPE_CHECKING:
    from ..dialect.document import Parameter
    from ..dialect.schema import Ref
    from ..source.nodes import Entry, Node
    from .common_responses import Common
    from .context import Context
    from .fields import Fields


def load_path(
    context: Context, path: str, entry: Entry, common: Common
) -> list[Operation]:
    """Read the operations of one entry of `paths`."""
    found = context.refs.follow(entry.value, "pathItems")
    if found is None:
        return []
    node, component = found
    name = component.name if component is not None else path
    if name.startswith("/") and name != path:
        context.problems.add(
            entry.value.at,
            "path-key",
            f"`{path}` refers to the path item of `{name}`",
            "Refer to the entry whose key is this path.",
        )
    if id(node) in context.path_items:
        message = f"`{path}` is the path item of `{context.path_items[id(node)]}` again"
        remedy = "Describe its operations anew; each of their names stands once."
        context.problems.add(entry.value.at, "path-key", message, remedy)
        return []
    context.path_items[id(node)] = path
    if component is not None:
        context.refs.inlined[id(entry.value)] = node
    fields = context.fields(node, "a path item")
    return [
        _operation(context, path, method, operation, common)
        for method in fields.among(METHODS)
        if (operation := fields.find(method)) is not None
    ]


def _operation(
    context: Context, path: str, method: str, node: Node, common: Common
) -> Operation:
    fields = context.fields(node, "an operation")
    fields.differs()
    return Operation(
        at=node.at,
        path=path,
        method=method.upper(),
        operation_id=fields.text("operationId"),
        tags=fields.texts("tags"),
        summary=fields.text("summary"),
        description=fields.text("description"),
        docs_url=_docs_url(context, fields),
        deprecated=fields.flag("deprecated"),
        security=_security(context, fields),
        servers=load_servers(context, fields),
        parameters=_parameters(context, fields),
        request_body=context.optional(fields, "requestBody", load_request_body),
        responses=common.of(method, fields),
        result_pointer=context.optional(fields, "x-result", load_result),
        pagination=context.optional(fields, "x-pagination", load_pagination),
        batch=context.optional(fields, "x-batch", load_batch),
        groups=load_groups(context, fields),
        variants=tuple(_variant(context, item) for item in fields.items("x-variants")),
        formerly=fields.texts("x-formerly"),
        availability=context.optional(fields, "x-availability", load_availability),
        retry=fields.choice("x-retry", RETRY),
    )


def _parameters(context: Context, fields: Fields) -> tuple[Parameter, ...]:
    read = (load_parameter(context, item) for item in fields.items("parameters"))
    return tuple(item for item in read if item is not None)


def _docs_url(context: Context, fields: Fields) -> str | None:
    node = fields.find("externalDocs")
    if node is None:
        return None
    docs = context.fields(node, "an `externalDocs`")
    docs.for_others("description")
    return docs.text("url")


def load_servers(context: Context, fields: Fields) -> tuple[Server, ...]:
    """Read the base URLs of an operation or of the whole description."""
    found: list[Server] = []
    for node in fields.items("servers"):
        server = context.fields(node, "a server")
        server.for_others("description")
        found.append(Server(node.at, server.text("url")))
    return tuple(found)


def _security(
    context: Context, fields: Fields
) -> tuple[SecurityRequirement, ...] | None:
    fields.find("security", required=True)
    if "security" not in fields:
        return None
    found: list[SecurityRequirement] = []
    for node in fields.items("security"):
        if not isinstance(node, MappingNode):
            fields.wrong(node, "security", "a list of mappings")
            continue
        keys = tuple(node.entries)
        requirement = context.fields(node, "a security requirement")
        if not keys:
            found.append(SecurityRequirement(node.at, None, ()))
        for scheme in keys:
            scopes = requirement.texts(scheme)
            found.append(SecurityRequirement(node.at, scheme, scopes))
    return tuple(found)


def _variant(context: Context, node: Node) -> Variant:
    fields = context.fields(node, "an `x-variants`")
    return Variant(
        at=node.at,
        operation_id=fields.text("operationId"),
        summary=fields.text("summary"),
        description=fields.text("description"),
        arguments=load_arguments(fields, "arguments"),
        body=_picked(context, fields, "body"),
        response=_picked(context, fields, "response"),
        replacement=fields.optional_text("replacement"),
        formerly=fields.texts("formerly"),
    )


def _picked(context: Context, fields: Fields, key: str) -> Ref | None:
    node = fields.find(key)
    if node is None:
        return None
    if isinstance(node, ScalarNode):
        fields.wrong(node, key, "a `$ref`")
        return None
    return load_schema_ref(context, node)
