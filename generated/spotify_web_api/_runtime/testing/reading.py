"""Requests read strictly: what the description does not allow is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import msgspec

from ..calls import checks, groups
from ..core.jsondata import is_object
from .refusing import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..description.operation import Operation
    from ..description.parameter import Parameter, Shape
    from ..http.messages import Request

FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def read(
    operation: Operation[Any],
    request: Request,
    path_values: Mapping[str, str],
    mode: str | None,
) -> dict[str, Any]:
    """Read the arguments of a request, each from where it has to stand.

    Args:
        operation: What was asked for.
        request: The request.
        path_values: What stands in the path, by the names on the wire.
        mode: The quota mode of the application, or `None`.

    Returns:
        The arguments by their names on the wire.

    Raises:
        RefusedError: If one is unknown, missing, or not what the description says.
    """
    known = {item.wire: item for item in operation.parameters}
    found: dict[str, Any] = {}
    texts = {"path": dict(path_values), "query": _query(request.url)}
    if operation.media_type == FORM:
        texts["form"] = _pairs((request.body or b"").decode("utf-8", "replace"))
    for place, given in texts.items():
        for name, text in given.items():
            item = known.get(name)
            if item is None or item.where != place:
                raise RefusedError(400, f"Unknown parameter: {name}")
            found[name] = _value(item, text)
    found |= _body(operation, request)
    for item in operation.parameters:
        if item.wire in found:
            found[item.wire] = _checked(item, found[item.wire], mode)
        elif item.required:
            raise RefusedError(400, f"Missing required field: {item.wire}")
    try:
        groups.check(operation.groups, found, {})
    except ValueError as error:
        raise RefusedError(400, str(error)) from None
    return found


def _query(url: str) -> dict[str, str]:
    return _pairs(url.partition("?")[2])


def _pairs(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        if name in found:
            raise RefusedError(400, f"Parameter given twice: {name}")
        found[name] = value
    return found


def _body(operation: Operation[Any], request: Request) -> dict[str, Any]:
    """Read a body that is no form."""
    items = [each for each in operation.parameters if each.where in ("json", "body")]
    content = request.body or b""
    if operation.media_type is None and content:
        raise RefusedError(400, "This call takes no body")
    if operation.media_type in (None, FORM):
        return {}
    if not content:
        if operation.body_required:
            raise RefusedError(400, "A body is required")
        return {}
    _check_type(operation.media_type or "", request)
    if [each.where for each in items] == ["body"]:
        return {items[0].wire: content}
    return _properties(items, content)


def _check_type(wanted: str, request: Request) -> None:
    for name, value in request.headers:
        if name.lower() == "content-type":
            found = value.partition(";")[0].strip().lower()
            if found == wanted:
                return
            raise RefusedError(415, f"Unsupported media type: {found}")
    raise RefusedError(415, f"The body needs the type {wanted}")


def _properties(items: list[Parameter], content: bytes) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise RefusedError(400, "Error parsing JSON") from None
    if not is_object(value):
        raise RefusedError(400, "The body must be an object")
    known = {item.wire for item in items}
    for name in value:
        if name not in known:
            raise RefusedError(400, f"Unknown field: {name}")
    return value


def _value(item: Parameter, text: str) -> Any:
    """Read what stands as text in a URL or a form."""
    if item.many:
        return [_single(item, each) for each in text.split(",")]
    return _single(item, text)


def _single(item: Parameter, text: str) -> Any:
    match item.type:
        case "integer" if _WHOLE.fullmatch(text):
            return int(text)
        case "number" if _DECIMAL.fullmatch(text):
            return float(text) if "." in text or "e" in text.lower() else int(text)
        case "boolean" if text in ("true", "false"):
            return text == "true"
        case _:
            return text


def _checked(item: Parameter, value: Any, mode: str | None) -> Any:
    if item.fixed is not None:
        if value != item.fixed:
            raise RefusedError(400, f"Invalid {item.wire}")
        return value
    try:
        checked = checks.check(_as_sent(item), value)
    except ValueError as error:
        raise RefusedError(400, f"Invalid {item.wire}: {error}") from None
    most = dict(item.quota_maxima).get(mode or "")
    if most is not None and checked > most:
        raise RefusedError(400, f"Invalid {item.wire}: {checked} is more than {most:g}")
    return checked


def _as_sent(item: Parameter) -> Parameter:
    """Take the rules for what a user may write, and the server never sees, off."""
    return replace(
        item,
        reference=None,
        inner=None if item.inner is None else _as_sent(item.inner),
        shape=None if item.shape is None else _shape_as_sent(item.shape),
        union=tuple((tag, _shape_as_sent(shape)) for tag, shape in item.union),
    )


def _shape_as_sent(shape: Shape) -> Shape:
    return replace(shape, properties=tuple(map(_as_sent, shape.properties)))
