"""Calls the description does not know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeGuard
from urllib.parse import quote

from ..errors import InvalidArgumentError, UnsafeUrlError
from ..errors.expected import expect
from ..http import urls
from .build import to_json
from .call import Call
from .error_labels import labelled
from .values import text as plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .settings import Settings

_METHOD = re.compile(r"[A-Z]+")
_PLAIN = (str, int, float, bool, datetime)


def build(
    settings: Settings,
    method: str,
    path: str,
    params: Mapping[str, object] | None,
    json: object,
    *,
    authorized: bool = True,
) -> Call:
    """Make a call out of a verb and a path.

    Args:
        settings: Which addresses may be called.
        method: The verb.
        path: A path below the base URL, or a URL on the same server.
        params: The query; lists are joined by commas, `None` is left out.
        json: The body, or `None`.
        authorized: Whether the access token is sent.

    Raises:
        InvalidArgumentError: If the verb, the path or the body cannot be one.
    """
    with labelled("request"):
        call = _built(settings, method, path, params, json)
        return replace(call, authorized=authorized)


def _built(
    settings: Settings,
    method: str,
    path: str,
    params: Mapping[str, object] | None,
    json: object,
) -> Call:
    expect(method, str, name="method", wanted="a verb such as GET")
    expect(path, str, name="path", wanted="str")
    expect(params, Mapping, type(None), name="params", wanted="a dict or None")
    verb = method.upper()
    if not _METHOD.fullmatch(verb):
        raise InvalidArgumentError("method: not an HTTP verb")
    url = _url(settings, path)
    query = "&".join(_pairs(params or {}))
    joined = f"{url}{'&' if '?' in url else '?'}{query}" if query else url
    try:
        body = None if json is None else to_json(json)
    except (TypeError, ValueError) as error:
        raise InvalidArgumentError(f"json: {error}") from None
    return Call(
        label=f"{verb} {urls.parse(url).path}",
        method=verb,
        url=joined,
        body=body,
        media_type=None if body is None else "application/json",
    )


def _url(settings: Settings, path: str) -> str:
    base = settings.base_url
    below = path.startswith("/") and not path.startswith("//")
    target = f"{base}{path}" if below else path
    try:
        url = urls.resolve(target, base, settings.spec_url)
    except UnsafeUrlError as error:
        raise InvalidArgumentError(f"path: {error}") from None
    if url is None:
        raise InvalidArgumentError("path: it is empty")
    return url


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _pairs(params: Mapping[str, object]) -> list[str]:
    pairs: list[str] = []
    for name, value in params.items():
        if value is None:
            continue
        expect(name, str, name="params", wanted="names that are str")
        values: Sequence[object] = value if _is_list(value) else [value]
        for each in values:
            wanted = "text, a number, a boolean, a datetime or a list of these"
            expect(each, *_PLAIN, name=f"params: {name!r}", wanted=wanted)
        try:
            text = ",".join(quote(plain(each), safe="") for each in values)
            key = quote(name, safe="")
        except ValueError:
            message = f"params: {name!r}: it has half of a surrogate pair"
            raise InvalidArgumentError(message) from None
        pairs.append(f"{key}={text}")
    return pairs
