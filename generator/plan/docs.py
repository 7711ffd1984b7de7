"""What the docstring of a call says of it beside its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..emit.docstrings import first_sentence

if TYPE_CHECKING:
    from .. import ir

_PAGES = "Iterate over what it returns: pages are fetched as they are needed."
_CHUNK_FAILED = (
    "BatchError",
    "A later chunk failed; `done` and `remaining` say what was written.",
)


def argument(parameter: ir.Parameter) -> str:
    """Say what an argument is: the description, and what the client adds to it."""
    text = first_sentence(parameter.description)
    reference = parameter.reference
    if reference is not None and reference.has_forms:
        others = "Links" if reference.as_uri else "URIs and links"
        other = "A link" if reference.as_uri else "A URI or link"
        text += f" {others if parameter.many else other} will do."
    for limit in parameter.quota_limits:
        text += f' In quota mode "{limit.mode}" more than {limit.maximum} becomes'
        text += f" {limit.maximum}."
    return text


def facts(operation: ir.Operation, call: ir.Call) -> list[str]:
    """Say what a caller needs beside the arguments: scopes, availability, a link."""
    paging = [_PAGES] if call.kind == "pages" else []
    link = [operation.docs_url] if operation.docs_url else []
    return [*paging, *_scopes(operation), *_availability(operation), *link]


def deprecation(operation: ir.Operation, call: ir.Call) -> str:
    """Say in a sentence that a call is deprecated, and what replaces it."""
    if call.is_former:
        return f"Deprecated; it is called {call.replacement} now."
    availability = operation.availability
    since = (
        f" since {availability.since}"
        if availability is not None and availability.since
        else ""
    )
    use = f"; use {call.replacement}" if call.replacement else ""
    return f"Deprecated{since}{use}."


def _scopes(operation: ir.Operation) -> list[str]:
    """Say which scopes an operation needs, or makes use of."""
    ways = [" and ".join(f"`{scope}`" for scope in way) for way in operation.scope_sets]
    needed = " or ".join(way for way in ways if way)
    if not needed:
        return []
    if "" in ways:
        return [f"Optional scopes: {needed}."]
    return [f"Scopes: {needed}."]


def _availability(operation: ir.Operation) -> list[str]:
    """Say in which quota modes an operation is not simply available."""
    availability = operation.availability
    if availability is None or not availability.is_limited:
        return []
    modes: dict[str, list[str]] = {}
    for mode, state in availability.modes:
        modes.setdefault(state.replace("_", " "), []).append(mode)
    text = ", ".join(
        state if len(modes) == 1 else f"{state} in {' and '.join(limited)} mode"
        for state, limited in modes.items()
        if state != "available"
    )
    if availability.route is not None:
        text += f'; `on_unavailable="route"` calls {availability.replacement}'
    return [f"{text[0].upper()}{text[1:]}."]


def raised(operation: ir.Operation, call: ir.Call) -> list[tuple[str, str]]:
    """List the exceptions that are particular to a call, and when they come."""
    exceptions = [
        (item.name, first_sentence(item.description)) for item in operation.raises
    ]
    chunked = operation.batch is not None and call.kind in ("batch_none", "chain")
    return exceptions + ([_CHUNK_FAILED] if chunked else [])
