"""Requests in forms that Spotify takes, and its description does not have any more.

Clients that were written years ago send them: `country` in place of `market`, ids of
the library in the query, a list in place of an object with `uris`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import msgspec

if TYPE_CHECKING:
    from .._runtime import Operation, Request

_RENAMED = {"artists.top_tracks": {"country": "market"}}
_IGNORED = {"playlists.is_followed": {"ids"}}


def as_described(operation: Operation[Any], request: Request) -> Request:
    """Write a request in the form that the description has.

    Args:
        operation: What is asked for.
        request: The request.
    """
    url, _, query = request.url.partition("?")
    given = parse_qsl(query, keep_blank_values=True)
    if not given and not request.body:
        return request
    renamed = _RENAMED.get(operation.name, {})
    ignored = _IGNORED.get(operation.name, set[str]())
    lists = {each.wire for each in operation.parameters if each.where == "json"}
    told = [
        (renamed.get(name, name), value)
        for name, value in given
        if name not in ignored and name not in lists
    ]
    moved = {name: value.split(",") for name, value in given if name in lists}
    if told != given:
        url = f"{url}?{urlencode(told, safe=',')}" if told else url
        request = replace(request, url=url)
    return _with_object(request, moved, lists)


def _with_object(
    request: Request, moved: dict[str, list[str]], lists: set[str]
) -> Request:
    """Put a list, or what stood in the query, into the object of a body."""
    body = request.body or b""
    if moved and body in (b"", b"{}"):
        return _written(request, moved)
    name = next((each for each in ("uris", "ids") if each in lists), None)
    if name is not None and body.lstrip().startswith(b"["):
        try:
            return _written(request, {name: msgspec.json.decode(body)})
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return request
    return request


def _written(request: Request, content: dict[str, Any]) -> Request:
    headers = [each for each in request.headers if each[0].lower() != "content-type"]
    return replace(
        request,
        headers=(*headers, ("Content-Type", "application/json")),
        body=msgspec.json.encode(content),
    )
