"""Rules about operations: paths, prose, tags, answers, security, servers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..dialect.document import JSON, PLACEHOLDER, is_success
from ..dialect.schema import Ref
from ..findings import closest
from .repeated import repeated
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import MediaType, Operation, Server
    from ..findings import Location
    from .rules import Issue
    from .view import View

_NO_CONTENT = 204
_CONTENTLESS = frozenset((_NO_CONTENT, 205, 304))
_PARTIAL = frozenset((206, 226))
"""Answers to requests that the client never makes: of a range, of what changed."""


@rule("linked")
def path_template(view: View) -> Iterator[Issue]:
    """Every placeholder of a path is a path parameter, required, and the reverse."""
    for operation in view.document.operations:
        path, at = operation.path, operation.at
        names = PLACEHOLDER.findall(path)
        rest = PLACEHOLDER.sub("x", path)
        if not path.startswith("/") or re.search(r"[{}?#\s]|//", rest):
            yield at, f"`{path}` is no path template", "Write `/albums/{id}/tracks`."
        for name in repeated(names):
            yield at, f"`{path}` has `{{{name}}}` twice", "Use two names."
        yield from _path_parameters(operation, frozenset(names))


def _path_parameters(operation: Operation, names: frozenset[str]) -> Iterator[Issue]:
    described = {item.name for item in operation.parameters if item.location == "path"}
    for name in sorted(names - described):
        message = f"`{{{name}}}` of `{operation.path}` is described by no parameter"
        yield operation.at, message, f"Add a parameter `{name}` with `in: path`."
    for item in operation.parameters:
        if item.location != "path":
            continue
        if item.name not in names:
            message = f"the path parameter `{item.name}` is not in `{operation.path}`"
            remedy = f"Put `{{{item.name}}}` into the path, or take the parameter out."
            yield item.at, message, remedy
        if not item.required:
            message = f"the path parameter `{item.name}` is not required"
            yield item.at, message, "Add `required: true`."


@rule("names")
def duplicate_parameter(view: View) -> Iterator[Issue]:
    """No two parameters of an operation have one name in one place."""
    for operation in view.document.operations:
        seen: dict[tuple[str, str], Location] = {}
        for item in operation.parameters:
            first = seen.setdefault((item.name, item.location), item.at)
            if first != item.at:
                message = (
                    f"`{operation.operation_id}` has two parameters `{item.name}` in"
                    f" the {item.location}: the other is at {first}"
                )
                yield item.at, message, "Take one of the two out."


@rule("names")
def duplicate_path(view: View) -> Iterator[Issue]:
    """No two operations have the same verb and, but for names, the same path."""
    seen: dict[tuple[str, str, str], Operation] = {}
    for operation in view.document.operations:
        server = operation.servers[0].url if operation.servers else ""
        shape = PLACEHOLDER.sub("{}", operation.path)
        first = seen.setdefault((operation.method, shape, server), operation)
        if first is not operation:
            message = f"`{operation.method} {operation.path}` is also at {first.at}"
            yield operation.at, message, "Join them; `x-variants` makes several calls."


@rule("alone")
def missing_prose(view: View) -> Iterator[Issue]:
    """Whatever must have a title or a description has one that is not empty."""
    for at, what, texts in _prose(view):
        for key, text in texts.items():
            if not text.strip():
                yield at, f"the `{key}` of {what} is empty", "Write a sentence."


def _prose(view: View) -> Iterator[tuple[Location, str, dict[str, str]]]:
    info = view.document.info
    yield info.at, "the API", {"title": info.title, "description": info.description}
    for tag in view.document.tags:
        yield tag.at, f"the tag `{tag.name}`", {"description": tag.description}
    for operation in view.document.operations:
        yield (
            operation.at,
            f"`{operation.operation_id}`",
            {"summary": operation.summary, "description": operation.description},
        )
        for variant in operation.variants:
            texts = {"summary": variant.summary, "description": variant.description}
            yield variant.at, f"`{variant.operation_id}`", texts
        for item in operation.parameters:
            texts = {"description": item.description}
            yield item.at, f"the parameter `{item.name}`", texts
        for response in operation.responses:
            texts = {"description": response.description}
            name = response.component or str(response.status)
            yield response.at, f"the response `{name}`", texts


@rule("everything")
def unused_tag(view: View) -> Iterator[Issue]:
    """Every tag belongs to some operation."""
    used = {name for item in view.document.operations for name in item.tags}
    for tag in view.document.tags:
        if tag.name not in used:
            message = f"no operation has the tag `{tag.name}`"
            yield tag.at, message, "Take it out, or give it to an operation."


@rule("alone")
def tags(view: View) -> Iterator[Issue]:
    """Every operation has a tag; tags are declared, each once."""
    declared: dict[str, Location] = {}
    for tag in view.document.tags:
        if declared.setdefault(tag.name, tag.at) != tag.at:
            yield tag.at, f"the tag `{tag.name}` is declared twice", "Take one out."
    for operation in view.document.operations:
        if not operation.tags:
            message = f"`{operation.operation_id}` has no tag"
            yield operation.at, message, "Add `tags`; the first names its section."
        for name in operation.tags:
            if name not in declared:
                message = f"the tag `{name}` is not declared"
                yield operation.at, message, closest(name, declared)


@rule("linked")
def success_response(view: View) -> Iterator[Issue]:
    """Every operation has a 2xx answer; those with content have one schema, in JSON.

    Those without are `None`, but for listings and batches, whose answers all have some.
    """
    for operation in view.document.operations:
        call = f"`{operation.operation_id}`"
        if not operation.successes:
            message = f"{call} has no answer that means success"
            yield operation.at, message, 'Add a response such as "200" or "204".'
        found = [
            (item, media)
            for item in operation.successes
            for media in item.content
            if item.status not in _CONTENTLESS
        ]
        schemas = {_identity(media) for _, media in found}
        if len(schemas) > 1:
            message = f"{call} has successful answers of several kinds"
            yield found[1][0].at, message, "Let all with content refer to one schema."
        yield from _without_content(operation)
        for response in operation.successes:
            if response.status in _PARTIAL:
                message = f"a {response.status} answers what the client never asks for"
                remedy = "Take it out; the whole answer is a 200."
                yield response.at, message, remedy
        for response, media in found:
            if media.name != JSON or len(response.content) > 1:
                message = f"the {response.status} of {call} is not just `{JSON}`"
                yield media.at, message, f"Describe one content, `{JSON}`."


def _without_content(operation: Operation) -> Iterator[Issue]:
    """Find successes without content where a call promises a list in any case."""
    extension = "x-pagination" if operation.pagination else "x-batch"
    if operation.answer is None or not (operation.pagination or operation.batch):
        return
    for response in operation.successes:
        if not response.content:
            message = (
                f"`{operation.operation_id}` has `{extension}`, and its"
                f" {response.status} has no content"
            )
            yield response.at, message, f"Take that answer out, or `{extension}`."


@rule("linked")
def contentless_status(view: View) -> Iterator[Issue]:
    """No answer has content whose status never comes with any: 1xx, 204, 205, 304."""
    for operation in view.document.operations:
        for response in operation.responses:
            for media in response.content:
                if response.status < 200 or response.status in _CONTENTLESS:
                    message = f"a {response.status} never has content"
                    remedy = "Take `content` out, or mend the status."
                    yield media.at, message, remedy


def _identity(media: MediaType) -> str | int:
    """Give what two answers with the same schema have in common."""
    return media.schema.name if isinstance(media.schema, Ref) else id(media.schema)


@rule("linked")
def error_response(view: View) -> Iterator[Issue]:
    """Every answer that is no success is JSON, if it has content."""
    for operation in view.document.operations:
        for response in operation.responses:
            if is_success(response.status):
                continue
            for media in response.content:
                if media.name != JSON:
                    message = f"`{media.name}` is not supported in an error"
                    yield media.at, message, f"Describe `{JSON}`, or no content."


@rule("everything")
def server_url(view: View) -> Iterator[Issue]:
    """Every base URL is absolute, without query, and does not end with a slash."""
    yield from _servers(view.document.servers)
    if not view.document.servers:
        message = "the description names no server"
        yield view.document.at, message, "Add `servers` with one URL."
    for operation in view.document.operations:
        yield from _servers(operation.servers)


def _servers(servers: tuple[Server, ...]) -> Iterator[Issue]:
    for server in servers[1:]:
        message = "a second server is not supported: the client has one base URL"
        yield server.at, message, "Keep one; users set another with `base_url`."
    for server in servers:
        if not _is_base_url(server.url):
            message = f"`{server.url}` is no base URL"
            remedy = "Write `https://host/path`, no dots alone, no slash at the end."
            yield server.at, message, remedy


def _is_base_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    if {".", ".."} & set(parts.path.split("/")):
        return False
    plain = not (parts.query or parts.fragment or parts.username or url.endswith("/"))
    text = url.isascii() and url.isprintable() and not re.search(r"[\s\"'\\{}<>]", url)
    host = bool(parts.hostname) and port != 0
    return plain and text and host and parts.scheme in ("http", "https")


@rule("names")
def path_characters(view: View) -> Iterator[Issue]:
    """Every path is written in the ASCII characters that need no encoding."""
    for operation in view.document.operations:
        rest = PLACEHOLDER.sub("", operation.path)
        if not re.fullmatch(r"[A-Za-z0-9/._~!$&'()*+,;=:@%-]*", rest):
            message = f"`{operation.path}` has characters that a URL encodes"
            yield operation.at, message, "Write them as `%…`."
        if {".", ".."} & set(operation.path.split("/")):
            message = f"`{operation.path}` has a dot segment"
            yield operation.at, message, "Write the path without it."
