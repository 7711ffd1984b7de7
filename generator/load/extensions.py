"""Nodes to the extensions (`x-…`) of the dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..dialect.extensions import (
    Availability,
    Batch,
    Pagination,
    QuotaLimit,
    Route,
    RouteArgument,
)
from ..dialect.schema import FirstOf, PagePlace, Reason
from ..source.nodes import ScalarNode

if TYPE_CHECKING:
    from ..dialect.schema import Scalar
    from ..source.nodes import Node
    from .context import Context
    from .fields import Fields

RETRY: tuple[Literal["safe", "never"], ...] = ("safe", "never")


def load_pointer(fields: Fields, key: str, *, required: bool = False) -> str | None:
    """Read a JSON pointer into data: empty, or with a `/` before each token."""
    text = fields.text(key) if required else fields.optional_text(key)
    if text and not text.startswith("/"):
        message = f"`{text}` is no JSON pointer"
        fields.problems.add(
            fields.place(key), "bad-pointer", message, f"Write `/{text}`."
        )
        return ""
    return text


def load_page_place(context: Context, node: Node) -> PagePlace:
    """Read `x-page`."""
    fields = context.fields(node, "an `x-page`")
    pointer = load_pointer(fields, "at") or ""
    return PagePlace(node.at, fields.text("operation"), pointer)


def load_pagination(context: Context, node: Node) -> Pagination:
    """Read `x-pagination`."""
    fields = context.fields(node, "an `x-pagination`")
    fields.find("style", required=True)
    style: Literal["offset", "cursor"] | None = fields.choice(
        "style", ("offset", "cursor")
    )
    return Pagination(node.at, style or "offset", load_pointer(fields, "at") or "")


def load_result(context: Context, node: Node) -> str | None:
    """Read `x-result`: the pointer to what a call returns."""
    fields = context.fields(node, "an `x-result`")
    return load_pointer(fields, "at", required=True)


def load_batch(context: Context, node: Node) -> Batch:
    """Read `x-batch`."""
    fields = context.fields(node, "an `x-batch`")
    parameter = fields.optional_text("parameter")
    body = load_pointer(fields, "body")
    if fields.is_mapping and (parameter is None) == (body is None):
        message = "`x-batch` needs either `parameter` or `body`, and not both"
        remedy = (
            "Name the query parameter or the place in the body that takes the items."
        )
        context.problems.add(node.at, "x-batch", message, remedy)
    size = fields.count("size", required=True)
    if size == 0:
        message = "`size` is 0, so that nothing could ever be sent"
        remedy = "Write how many items one request takes."
        context.problems.add(fields.place("size"), "x-batch", message, remedy)
    return Batch(
        at=node.at,
        parameter=parameter,
        body=body,
        size=size or 1,
        items=load_pointer(fields, "items"),
        unique=fields.flag("unique"),
        advance=fields.optional_text("advance"),
        chain=fields.optional_text("chain"),
    )


def load_availability(context: Context, node: Node) -> Availability:
    """Read `x-availability`; its keys are the declared modes and a few more."""
    fields = context.fields(node, "an `x-availability`")
    states = ("available", "removed", "legacy_only")
    found: list[tuple[str, str]] = []
    for mode in fields.among(context.modes):
        state = fields.choice(mode, states)
        if state is not None:
            found.append((mode, state))
    route = fields.find("route")
    return Availability(
        at=node.at,
        modes=tuple(found),
        since=fields.optional_text("since"),
        replacement=fields.optional_text("replacement"),
        route=_route(context, route) if route else None,
    )


def _route(context: Context, node: Node) -> Route:
    fields = context.fields(node, "a `route`")
    found: list[RouteArgument] = []
    for name, entry in fields.entries("arguments", required=True).items():
        inner = context.fields(entry.value, "an argument of a route")
        form: Literal["uri", "each"] | None = inner.choice("as", ("uri", "each"))
        uri = inner.optional_text("uri")
        found.append(RouteArgument(entry.key.at, name, inner.text("from"), form, uri))
    return Route(node.at, tuple(found), fields.texts("drop"))


def load_quota_limits(context: Context, fields: Fields) -> tuple[QuotaLimit, ...]:
    """Read `x-quota-limits` of a parameter, keyed by declared modes."""
    node = fields.find("x-quota-limits")
    if node is None:
        return ()
    found: list[QuotaLimit] = []
    modes = context.fields(node, "an `x-quota-limits`")
    for mode in modes.among(context.modes):
        entry = modes.find(mode)
        if entry is not None:
            inner = context.fields(entry, "a quota limit")
            inner.find("maximum", required=True)
            maximum, default = inner.number("maximum"), inner.number("default")
            found.append(QuotaLimit(entry.at, mode, maximum or 0, default))
    return tuple(found)


def load_firsts(context: Context, fields: Fields) -> tuple[FirstOf, ...]:
    """Read `x-first-of` of a schema."""
    found: list[FirstOf] = []
    for name, entry in fields.entries("x-first-of").items():
        inner = context.fields(entry.value, "an `x-first-of`")
        inner.find("properties", required=True)
        text = inner.text("description")
        found.append(FirstOf(entry.key.at, name, inner.texts("properties"), text))
    return tuple(found)


def load_reasons(context: Context, nodes: list[Node]) -> tuple[Reason, ...]:
    """Read the entries of `x-reason`."""
    return tuple(_reason(context, node) for node in nodes)


def _reason(context: Context, node: Node) -> Reason:
    fields = context.fields(node, "an `x-reason`")
    return Reason(
        at=node.at,
        value=fields.text("value"),
        status=fields.count("status", required=True) or 0,
        error=fields.text("error"),
        description=fields.text("description"),
        retry=fields.choice("x-retry", RETRY),
    )


def load_arguments(fields: Fields, key: str) -> tuple[tuple[str, Scalar], ...]:
    """Read a mapping of arguments to plain values."""
    found: list[tuple[str, Scalar]] = []
    for name, entry in fields.entries(key).items():
        if isinstance(entry.value, ScalarNode) and entry.value.value is not None:
            found.append((name, entry.value.value))
        else:
            fields.wrong(entry.value, name, "a plain value")
    return tuple(found)
