"""Rules of the house: what our own description has beyond what the dialect demands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..dialect.document import COMMON_RESPONSES
from ..dialect.schema import Schema
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Header, Operation, Response
    from ..dialect.schema import Property
    from ..findings import Location
    from .rules import Issue
    from .view import Argument, View

ERROR_STATUSES = (401, 403, 429, 500, 502, 503)
_CACHE_HEADERS = ("ETag", "Cache-Control")
_NAMES_THINGS = re.compile(r"(^|_)(ids?|uris?)$")
"""The names of arguments that name things."""
_ADD = "Add `x-reference` with the kind."


def _is_of_api(operation: Operation) -> bool:
    """Say whether an operation is of the API itself, not of a server of its own."""
    return not operation.servers


@rule("alone")
def response_example(view: View) -> Iterator[Issue]:
    """Every response with content has an example, errors too."""
    for operation in view.document.operations:
        for response in operation.responses:
            for media in response.content:
                if not media.examples:
                    name = response.component or str(response.status)
                    message = f"the response `{name}` has no example"
                    yield media.at, message, "Add `example` or `examples`."


@rule("alone")
def error_statuses(view: View) -> Iterator[Issue]:
    """Every operation of the API declares 401, 403, 429, 500, 502 and 503.

    What all have in common must be whole for that.
    """
    common = view.document.common_responses
    if common is not None and common.at in view.document.broken:
        return
    for operation in view.document.operations:
        declared = {response.status for response in operation.responses}
        missing = [str(item) for item in ERROR_STATUSES if item not in declared]
        if missing and _is_of_api(operation):
            message = (
                f"`{operation.operation_id}` does not declare {', '.join(missing)}"
            )
            remedy = f"Refer to the shared responses, here or in `{COMMON_RESPONSES}`."
            yield operation.at, message, remedy


@rule("alone")
def retry_after(view: View) -> Iterator[Issue]:
    """Every 429 declares `Retry-After`."""
    for operation in view.document.operations:
        for response in operation.responses:
            if response.status == 429 and "retry-after" not in _headers(response):
                message = "a 429 does not declare `Retry-After`"
                yield response.at, message, "Add it to `headers`."


def _headers(response: Response) -> dict[str, Header]:
    return {header.name.lower(): header for header in response.headers}


@rule("alone")
def caching_headers(view: View) -> Iterator[Issue]:
    """Every 200 of a GET declares `ETag` and `Cache-Control`."""
    for operation in view.document.operations:
        if operation.method != "GET" or not _is_of_api(operation):
            continue
        for response in operation.responses:
            for name in _CACHE_HEADERS if response.status == 200 else ():
                if name.lower() not in _headers(response):
                    message = f"the 200 of `{operation.operation_id}` lacks `{name}`"
                    yield response.at, message, "Add it to `headers`."


@rule("alone")
def external_docs(view: View) -> Iterator[Issue]:
    """Every operation links the page of its provider."""
    for operation in view.document.operations:
        if not (operation.docs_url or "").startswith("https://"):
            message = f"`{operation.operation_id}` has no link to its documentation"
            yield operation.at, message, "Add `externalDocs: {url: …}`."


@rule("alone")
def availability(view: View) -> Iterator[Issue]:
    """Where quota modes are declared, every operation says who may call it.

    Of a deprecated one it is said since when.
    """
    for operation in view.document.operations:
        found = operation.availability
        if operation.deprecated and found is not None and found.since is None:
            message = f"`{operation.operation_id}` is deprecated since an unknown day"
            yield found.at, message, "Add `since`."
        if view.document.quota_modes and operation.availability is None:
            message = f"`{operation.operation_id}` does not say who may call it"
            yield operation.at, message, "Add `x-availability`."


@rule("linked")
def named_things(view: View) -> Iterator[Issue]:
    """Where kinds are declared, what is named like an id or a URI says of which it is.

    That holds in bodies too. What has no other form is of a kind without forms.
    """
    if not view.document.references:
        return
    for call in view.calls:
        for argument in view.arguments(call) if _is_of_api(call.operation) else ():
            if argument.reference is None and _names(view, argument.wire, argument):
                told = f"`{argument.wire}` of `{call.name}`"
                yield argument.at, f"{told} does not say what it names", _ADD
    for inner in view.given_properties():
        reference = view.resolve(inner.schema).reference
        if reference is None and _names(view, inner.name, inner):
            yield inner.at, f"`{inner.name}` does not say what it names", _ADD


def _names(view: View, name: str, given: Argument | Property) -> bool:
    """Say whether something is named like ids or URIs, and is text or a list of it."""
    target = view.resolve(given.schema)
    texts = view.resolve(target.items or target).types == ("string",)
    return texts and _NAMES_THINGS.search(name) is not None


@rule("alone")
def full_stop(view: View) -> Iterator[Issue]:
    """Descriptions are sentences with a full stop; summaries are titles without."""
    for at, what, text in _descriptions(view):
        if text and not text.rstrip().endswith((".", ".)", ".`")):
            message = f"the description of {what} does not end with a full stop"
            yield at, message, "Write whole sentences."
    for operation in view.document.operations:
        titles = [(operation.at, operation.operation_id, operation.summary)]
        titles += [(i.at, i.operation_id, i.summary) for i in operation.variants]
        for at, name, title in titles:
            if title.rstrip().endswith("."):
                message = f"the summary of `{name}` ends with a full stop"
                yield at, message, "Take the full stop out."


def _descriptions(view: View) -> Iterator[tuple[Location, str, str | None]]:
    document = view.document
    yield document.info.at, "the API", document.info.description
    for tag in document.tags:
        yield tag.at, f"the tag `{tag.name}`", tag.description
    for name, text in document.quota_modes:
        yield document.at, f"the quota mode `{name}`", text
    for scheme in document.security_schemes:
        yield scheme.at, f"the security scheme `{scheme.name}`", scheme.description
        for flow in scheme.flows:
            for name, text in flow.scopes:
                yield flow.at, f"the scope `{name}`", text
    for operation in document.operations:
        yield from _of_operation(operation)
    yield from _of_schemas(view)


def _of_operation(operation: Operation) -> Iterator[tuple[Location, str, str | None]]:
    name = f"`{operation.operation_id}`"
    yield operation.at, name, operation.description
    if operation.request_body is not None:
        body = operation.request_body
        yield body.at, f"the body of {name}", body.description
    for variant in operation.variants:
        yield variant.at, f"`{variant.operation_id}`", variant.description
    for parameter in operation.parameters:
        text = parameter.description
        yield parameter.at, f"the parameter `{parameter.name}`", text
    for response in operation.responses:
        name = response.component or str(response.status)
        yield response.at, f"the response `{name}`", response.description
        for header in response.headers:
            yield header.at, f"the header `{header.name}`", header.description


def _of_schemas(view: View) -> Iterator[tuple[Location, str, str | None]]:
    for named in view.document.schemas:
        yield named.schema.at, f"`{named.name}`", named.schema.description
        for first in named.schema.firsts:
            yield first.at, f"`{first.name}`", first.description
        for reason in named.schema.reasons:
            yield reason.at, f"the reason `{reason.value}`", reason.description
    for spot in view.spots:
        for item in spot.schema.properties if isinstance(spot.schema, Schema) else ():
            yield item.at, f"the property `{item.name}`", item.schema.description
