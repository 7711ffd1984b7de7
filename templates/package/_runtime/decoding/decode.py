"""Response bodies become models."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from ..core.jsondata import is_array, is_object, type_word
from ..core.locks import Guarded
from ..errors import DecodeError
from ..models import model
from .departures import Departures, departed, path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .departures import Place

_CUT = "Input data was truncated"
_SMALL = 1_000_000
_LEAST_BYTES_A_PART = 16
_MOST_SLOW_NUMBERS = 100_000
_LONGEST_TYPE = 128
_BOM = b"\xef\xbb\xbf"
_FAILURES = (msgspec.MsgspecError, ValueError, IndexError, RecursionError)
_PLACE = re.compile(r" - at `(.*)`$", re.DOTALL)
_ESCAPES = re.compile(
    rb"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)|\\.", re.DOTALL
)
_REPLACEMENT = rb"\ufffd"
_EXPONENT = re.compile(rb"[eE][-+]?[0-9]{3}")
_SLOW_NUMBER = re.compile(rb"[\[:,\s]-?[0-9][0-9.]*[eE][-+]?[0-9]{3}")


def decode(
    body: bytes,
    type_: Any,
    pointer: str = "",
    *,
    content_type: Callable[[], str] = str,
    status: int | None = None,
    found: Departures | None = None,
) -> Any:
    """Read a value out of a JSON document.

    The last of duplicate keys wins. Half of a surrogate pair becomes U+FFFD. A number
    without a fraction is an integer, however it is written.

    Args:
        body: The document, in UTF-8; a byte order mark is skipped.
        type_: The type of the value.
        pointer: The JSON pointer of the value; `""` is the whole document.
        content_type: Returns the media type the server named; called for the message
            of an error only.
        status: The HTTP status, for the same.
        found: Takes the departures, each of which is `None` in the result. Without it
            the first one is an error.

    Returns:
        A value of `type_`, but for departures.

    Raises:
        DecodeError: If the document is not JSON, or the value itself is something
            else, or there is a departure that is not allowed, or far too many.
        DeadlineExceededError: If the time is over, as `found` says.
    """
    body = body.removeprefix(_BOM)
    if _is_crowded(body):
        error = ValueError(
            "it has more objects, properties or huge numbers than any answer"
        )
        raise _explained(error, body, content_type(), status)
    try:
        return _strict(body, type_, pointer)
    except _FAILURES:
        found = found or Departures(strict=True)
    try:
        found.expect_time()
        return _tolerant(_parsed(body, found), type_, pointer, found)
    except _FAILURES as error:
        raise _explained(error, body, content_type(), status) from None


def is_cut(body: bytes) -> bool:
    """Say whether a JSON document lacks its end.

    Args:
        body: The document, in UTF-8.
    """
    if _is_crowded(body):
        return False
    try:
        _parsed(body.removeprefix(_BOM), Departures())
    except _FAILURES as error:
        return _CUT in str(error)
    return False


def _is_crowded(body: bytes) -> bool:
    """Say whether so many small parts would take seconds to decode, and gigabytes."""
    if len(body) <= _SMALL:
        return False
    parts = sum(map(body.count, (b"{", b"[", b":")))
    if parts > max(_SMALL, len(body) // _LEAST_BYTES_A_PART):
        return True
    # A number such as 1e300 takes a hundred times as long to read as others do.
    return _has_many(_EXPONENT, body) and _has_many(_SLOW_NUMBER, body)


def _has_many(pattern: re.Pattern[bytes], body: bytes) -> bool:
    found = pattern.finditer(body)
    return next(islice(found, _MOST_SLOW_NUMBERS, None), None) is not None


def _strict(body: bytes, type_: Any, pointer: str) -> Any:
    return _unwrapped(_decoder(type_, pointer).decode(body), pointer)


def _parsed(body: bytes, found: Departures) -> Any:
    """Return plain data, without halves of surrogate pairs."""
    try:
        return msgspec.json.decode(body)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        if b"\\u" not in body:
            raise

    def whole(escape: re.Match[bytes]) -> bytes:
        found.look()
        return _REPLACEMENT if escape[1] else escape[0]

    return msgspec.json.decode(_ESCAPES.sub(whole, body))


def _tolerant(data: Any, type_: Any, pointer: str, found: Departures) -> Any:
    from .tolerant import Unfit, reader_of

    place: Place = None
    for token in _tokens(pointer):
        data, place = _within(data, place, token)
    reader = reader_of(type_)
    value = reader.read(data, place, found)
    if isinstance(value, Unfit):
        raise departed(
            f"expected {reader.expected}, got {type_word(data)}", path_of(place)
        )
    return value


def _within(data: Any, place: Place, token: str) -> tuple[Any, Place]:
    """Return what a token of a JSON pointer leads to."""
    if token.isdecimal():
        if is_array(data) and int(token) < len(data):
            return data[int(token)], (place, int(token))
    elif is_object(data) and token in data:
        return data[token], (place, token)
    raise departed(f"{type_word(data)} without `{token}`", path_of(place))


class _Maker(Guarded):
    """Makes one decoder at a time.

    msgspec notes on a class what it knows of it, and another thread that meets the half
    of it crashes the process. Once a decoder is made, all is known of its types.
    """

    def make(self, type_: Any, pointer: str) -> msgspec.json.Decoder[Any]:
        with self._lock:
            return msgspec.json.Decoder(
                _envelope(type_, pointer), dec_hook=model.decode
            )


_decoder = lru_cache(maxsize=1024)(_Maker().make)


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
        value = value[int(token)] if token.isdecimal() else value.value
    return value


@lru_cache(maxsize=1024)
def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(
        token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]
    )


def _explained(
    error: Exception, body: bytes, content_type: str, status: int | None
) -> DecodeError:
    found = _PLACE.search(str(error))
    path = found[1] if found else "$"
    text = _PLACE.sub("", str(error))
    if isinstance(error, RecursionError):
        text = "JSON is nested too deeply"
    known = [f"status {status}"] if status is not None else []
    known.append(f"{len(body)} bytes")
    content_type = content_type[:_LONGEST_TYPE]
    known += [f"content type {content_type}"] if content_type else []
    return DecodeError(
        f"{text} at {path} ({', '.join(known)})",
        path=path,
        content_type=content_type,
        first_bytes=body[:64],
        status=status,
    )
