"""An operation and values for its parameters become a call."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from ..errors import InvalidArgumentError
from ..http import urls
from . import bodies, checks, groups, ids
from .arguments import narrowed, refused
from .call import Call
from .values import text

if TYPE_CHECKING:
    from ..description.operation import Operation
    from ..description.parameter import Parameter
    from .arguments import Arguments, Values

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_Given = list[tuple["Parameter", Any]]


def build(
    operation: Operation[Any],
    arguments: Arguments,
    defaults: Values,
    base_url: str,
    mode: str | None = None,
    *,
    spec_url: str | None = None,
) -> Call:
    """Check all values and make the call.

    Args:
        operation: The operation to call.
        arguments: The values given.
        defaults: The client's values for parameters it holds defaults for.
        base_url: Where requests go, normalised.
        mode: The quota mode of the application, or `None` if it is unknown.
        spec_url: The base URL the description of the API declares, if it is known.

    Raises:
        InvalidArgumentError: If a value is missing or refused; `InvalidIdError` if
            it should have been an id. The message names the argument.
    """
    given = [
        (item, _written(item, value))
        for item, value in checked(operation, arguments, defaults, mode)
    ]
    path = ids.fill(operation.path, dict(_part(given, "path")))
    query = "&".join(f"{quote(n, safe='')}={v}" for n, v in _part(given, "query"))
    root, is_own = urls.server(operation.server, base_url, spec_url)
    body = _body(operation, given)
    return Call(
        label=operation.called(arguments.call).label,
        method=operation.method,
        url=f"{root}{path}?{query}" if query else f"{root}{path}",
        body=body,
        media_type=None if body is None else operation.media_type or _JSON,
        operation=operation,
        authorized=operation.authorized and is_own,
    )


def checked(
    operation: Operation[Any],
    arguments: Arguments,
    defaults: Values,
    mode: str | None = None,
) -> list[tuple[Parameter, Any]]:
    """Check all values; return those there are, each with its parameter.

    Args:
        operation: The operation to call.
        arguments: The values given.
        defaults: The client's values for parameters it holds defaults for.
        mode: The quota mode; a number beyond what it allows becomes what it allows.

    Raises:
        InvalidArgumentError: As from `build`.
    """
    given: list[tuple[Parameter, Any]] = []
    for each in operation.parameters:
        parameter = narrowed(operation, each, arguments)
        value = _value(parameter, arguments, defaults)
        if value is None:
            if not parameter.required:
                continue
            if not (parameter.nullable and arguments.has(parameter)):
                raise refused(parameter, "it is required")
        try:
            given.append((parameter, checks.check(parameter, value, mode)))
        except ValueError as error:
            raise refused(parameter, str(error)) from None
        except RecursionError:
            raise refused(parameter, "it is nested too deeply") from None
    _check_groups(operation, arguments)
    return given


def _check_groups(operation: Operation[Any], arguments: Arguments) -> None:
    """Judge what the caller gave; defaults of the client exclude nothing."""
    if not operation.groups:
        return
    names = {each.wire: each.name for each in operation.parameters}
    given = {
        each.wire for each in operation.parameters if arguments.get(each) is not None
    }
    try:
        groups.check(operation.groups, given, names)
    except ValueError as error:
        raise InvalidArgumentError(str(error)) from None


def _value(parameter: Parameter, arguments: Arguments, defaults: Values) -> Any:
    if parameter.fixed is not None:
        return parameter.fixed
    value = arguments.get(parameter)
    if value is None and parameter.client_default:
        return defaults.get(parameter.name)
    return value


def _written(parameter: Parameter, value: Any) -> Any:
    """Return the value as its part of the request needs it."""
    try:
        return _encoded(parameter, value)
    except ValueError as error:
        raise refused(parameter, str(error)) from None


def _encoded(parameter: Parameter, value: Any) -> Any:
    if parameter.where == "path":
        return ids.segment(text(value))
    if parameter.where == "query":
        values = value if parameter.many else [value]
        return ",".join(quote(text(each), safe="") for each in values)
    if parameter.where == "form":
        return [text(each) for each in (value if parameter.many else [value])]
    if parameter.where == "body":
        return _base64(parameter, value)
    return value


def _base64(parameter: Parameter, value: bytes) -> bytes:
    content = base64.b64encode(value)
    if parameter.max_length is not None and len(content) > parameter.max_length:
        most = parameter.max_length // 4 * 3
        raise ValueError(f"at most {most:,} bytes allowed, got {len(value):,}")
    return content


def _part(given: _Given, where: str) -> list[tuple[str, Any]]:
    return [(each.wire, value) for each, value in given if each.where == where]


def _body(operation: Operation[Any], given: _Given) -> bytes | None:
    """Return the content; `None` where nothing was given and none is required."""
    content = _part(given, "body")
    if content:
        return bytes(content[0][1])
    form = _part(given, "form")
    if form or (operation.body_required and operation.media_type == _FORM):
        return urlencode(form, doseq=True).encode("ascii")
    properties = dict(_part(given, "json"))
    if not properties and not operation.body_required:
        return None
    try:
        return to_json(properties)
    except (TypeError, ValueError) as error:
        message = f"the body cannot be written as JSON: {error}"
        raise InvalidArgumentError(message) from None


def to_json(value: object) -> bytes:
    """Write `value` as JSON; what is `None` in a model is left out.

    Args:
        value: Models, or what JSON knows.

    Raises:
        TypeError: If it holds something else.
        ValueError: If it holds half of a surrogate pair, a number of more than 64 bits,
            or is nested too deeply.
    """
    import msgspec

    from ..models.model import encode

    try:
        return msgspec.json.encode(bodies.written(value), enc_hook=encode)
    except NotImplementedError as error:
        raise TypeError(str(error)) from None
    except OverflowError:
        raise ValueError("a number has more than 64 bits") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
