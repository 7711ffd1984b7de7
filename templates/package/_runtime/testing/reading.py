"""Requests read strictly: what the description does not allow is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

import msgspec

from ..calls import checks, groups
from ..core.jsondata import is_object
from .refusing import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..description.operation import Operation
    from ..description.parameter import Parameter, Shape
    from ..http.messages import Request

    _Key = tuple[str, str]
    """The place of an argument, and its name on the wire."""

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
        The arguments by their names on the wire, without what is constant.

    Raises:
        RefusedError: If one is unknown, missing, or not what the description says.
    """
    known = {_key(item): item for item in operation.parameters}
    found = _found(operation, request, path_values, known)
    for key, item in known.items():
        if item.required and key not in found:
            raise RefusedError(400, f"Missing required field: {item.wire}")
    checked = {key: _checked(known[key], value, mode) for key, value in found.items()}
    values = {
        known[key].wire: value
        for key, value in checked.items()
        if known[key].fixed is None
    }
    try:
        groups.check(operation.groups, values, {})
    except ValueError as error:
        raise RefusedError(400, str(error)) from None
    return values


def _key(item: Parameter) -> _Key:
    return item.where, item.wire


def _found(
    operation: Operation[Any],
    request: Request,
    path_values: Mapping[str, str],
    known: Mapping[_Key, Parameter],
) -> dict[_Key, Any]:
    """Read what stands in a request, in its order."""
    found: dict[_Key, Any] = {
        ("path", name): _single(known["path", name], text)
        for name, text in path_values.items()
    }
    for place, name, texts in _written(operation, request):
        item = known.get((place, name))
        if item is None:
            raise RefusedError(400, f"Unknown parameter: {name}")
        found[place, name] = _value(item, texts)
    place, properties = _body(operation, request)
    found |= {(place, name): value for name, value in properties.items()}
    return found


def _written(
    operation: Operation[Any], request: Request
) -> Iterator[tuple[str, str, list[str]]]:
    """List what a query and a form have: the place, the name, and the texts."""
    for name, texts in _pairs(request.url.partition("?")[2]).items():
        yield "query", name, texts
    if operation.media_type == FORM:
        form = (request.body or b"").decode("utf-8", "replace")
        for name, texts in _pairs(form).items():
            yield "form", name, texts


def _pairs(text: str) -> dict[str, list[str]]:
    """Read the names of a query or a form; values stay as they are written."""
    found: dict[str, list[str]] = {}
    for part in filter(None, text.split("&")):
        name, _, value = part.partition("=")
        found.setdefault(unquote_plus(name), []).append(value)
    return found


def _body(operation: Operation[Any], request: Request) -> tuple[str, dict[str, Any]]:
    """Read a body that is no form: the place of what is in it, and that."""
    items = [each for each in operation.parameters if each.where in ("json", "body")]
    content = request.body or b""
    if operation.media_type is None and content:
        raise RefusedError(400, "This call takes no body")
    if operation.media_type in (None, FORM):
        return "json", {}
    if not content:
        if operation.body_required:
            raise RefusedError(400, "A body is required")
        return "json", {}
    _check_type(operation.media_type or "", request)
    if [each.where for each in items] == ["body"]:
        return "body", {items[0].wire: content}
    return "json", _properties(items, content)


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


def _value(item: Parameter, texts: list[str]) -> Any:
    """Read what stands in a query, where lists have commas, or in a form."""
    if item.many and item.where == "form":
        return [_single(item, unquote_plus(each)) for each in texts]
    if len(texts) > 1:
        raise RefusedError(400, f"Parameter given twice: {item.wire}")
    if not item.many:
        return _single(item, unquote_plus(texts[0]))
    # Some clients encode the commas between elements, others those within them.
    if "," in texts[0]:
        return [_single(item, unquote_plus(each)) for each in texts[0].split(",")]
    return [_single(item, each) for each in unquote_plus(texts[0]).split(",")]


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
