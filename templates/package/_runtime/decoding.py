"""Response bodies become models."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from .errors import DecodeError
from .model import PartialDate
from .unions import mark_unknown

_CUT = "Input data was truncated"
_BOM = b"\xef\xbb\xbf"
_PLACE = re.compile(r" - at `(.*)`$", re.DOTALL)
_ESCAPES = re.compile(
    rb"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)|\\.", re.DOTALL
)
_REPLACEMENT = rb"\ufffd"


def decode(
    body: bytes,
    type_: Any,
    pointer: str = "",
    *,
    label: str = "",
    content_type: str = "",
) -> Any:
    """Read a value out of a JSON document.

    The last of duplicate keys wins. Half of a surrogate pair becomes U+FFFD.
    Members of unions that are of no known kind become `UnknownItem`.

    Args:
        body: The document, in UTF-8; a byte order mark is skipped.
        type_: The type of the value.
        pointer: The JSON pointer of the value; `""` is the whole document.
        label: What was called, for the message of an error.
        content_type: The media type the server named, for the same.

    Returns:
        A value of `type_`.

    Raises:
        DecodeError: If the document is not JSON or holds something else.
    """
    body = body.removeprefix(_BOM)
    try:
        return _strict(body, type_, pointer)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        failure = error
    try:
        return _lenient(body, type_, pointer, failure)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _explained(error, body, label, content_type) from None


def is_cut(body: bytes) -> bool:
    """Say whether a JSON document lacks its end.

    Args:
        body: The document, in UTF-8.
    """
    try:
        decode(body, msgspec.Raw)
    except DecodeError as error:
        return _CUT in str(error)
    return False


def _strict(body: bytes, type_: Any, pointer: str) -> Any:
    return _unwrapped(_decoder(type_, pointer).decode(body), pointer)


def _lenient(body: bytes, type_: Any, pointer: str, failure: Exception) -> Any:
    """Repair what is known to occur; raise `failure` if that was not it."""
    if isinstance(failure, msgspec.ValidationError):
        envelope = _envelope(type_, pointer)
        data, count = mark_unknown(envelope, msgspec.json.decode(body))
        if count:
            converted = msgspec.convert(data, envelope, dec_hook=_dec_hook)
            return _unwrapped(converted, pointer)
    elif b"\\u" in body:
        repaired = _ESCAPES.sub(_whole, body)
        if repaired != body:
            return _strict(repaired, type_, pointer)
    raise failure


def _whole(escape: re.Match[bytes]) -> bytes:
    return _REPLACEMENT if escape[1] else escape[0]


@lru_cache(maxsize=1024)
def _decoder(type_: Any, pointer: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_envelope(type_, pointer), dec_hook=_dec_hook)


@lru_cache(maxsize=1024)
def _envelope(type_: Any, pointer: str) -> Any:
    for token in reversed(_tokens(pointer)):
        if token.isdecimal():
            type_ = list[type_]
        else:
            type_ = msgspec.defstruct(
                "Envelope", [("value", type_)], rename={"value": token}
            )
    return type_


def _unwrapped(value: Any, pointer: str) -> Any:
    for token in _tokens(pointer):
        if not token.isdecimal():
            value = value.value
        elif int(token) < len(value):
            value = value[int(token)]
        else:
            raise ValueError(f"Array has no element {token} - at `$`")
    return value


@lru_cache(maxsize=1024)
def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(
        token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]
    )


def _dec_hook(type_: type[Any], value: Any) -> Any:
    if type_ is PartialDate and isinstance(value, str):
        return PartialDate.parse(value)
    raise ValueError(f"Expected `str`, got `{type(value).__name__}`")


def _explained(
    error: Exception, body: bytes, label: str, content_type: str
) -> DecodeError:
    found = _PLACE.search(str(error))
    path = found[1] if found else "$"
    text = _PLACE.sub("", str(error))
    if isinstance(error, RecursionError):
        text = "JSON is nested too deeply"
    shown = f", content type {content_type}" if content_type else ""
    return DecodeError(
        f"{label}: {text} at {path} ({len(body)} bytes{shown})",
        path=path,
        content_type=content_type,
        first_bytes=body[:64],
    )
