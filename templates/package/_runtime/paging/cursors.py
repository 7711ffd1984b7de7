"""Cursors: a position in a listing as text, so that another process can go on from it.

A cursor is the unpadded base64url form of a JSON list: the version of this form, the
name of the operation, a digest of its arguments, the position of a page, and the
number of items to skip. It holds no URL and no secret.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import msgspec

from ..core.jsondata import is_array
from ..errors import InvalidArgumentError
from ..http import urls
from .positions import POSITION, Position, is_offset

if TYPE_CHECKING:
    from ..calls.call import Call

_VERSION = 1
_LONGEST = 4 * urls.LONGEST
"""Whatever stands in a URL that is requested, its cursor is not longer."""
_DIGEST = 16
_FORM = re.compile(r"[A-Za-z0-9_-]+")
_DAMAGED = "it is none, or damaged"


class _Mark(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    version: int
    operation: str
    digest: bytes
    query: dict[str, str]
    skip: int


def write(position: Position, call: Call, base_url: str) -> str:
    """Write a position down.

    Args:
        position: The position in the listing.
        call: The call of its first page, wherever that was resumed.
        base_url: The base URL of the client.
    """
    digest = _digest(call, base_url)
    query = dict(position.query)
    mark = _Mark(_VERSION, _operation(call), digest, query, position.skip)
    return _text(msgspec.json.encode(mark))


def read(cursor: object, call: Call, base_url: str) -> Position:
    """Return the position that a cursor names.

    Args:
        cursor: What `write` returned, perhaps in another process.
        call: The call to resume.
        base_url: The base URL of the client.

    Raises:
        InvalidArgumentError: If it is no cursor, or was made for another call.
    """
    try:
        mark = _checked(_decoded(cursor), call, base_url)
    except ValueError as error:
        raise InvalidArgumentError(f"cursor: {error}") from None
    pairs = ((name, mark.query[name]) for name in POSITION if name in mark.query)
    return Position(tuple(pairs), mark.skip)


def _checked(mark: _Mark, call: Call, base_url: str) -> _Mark:
    if mark.operation != _operation(call):
        raise ValueError(f"it belongs to {mark.operation[:60]!r}")
    if mark.digest != _digest(call, base_url):
        raise ValueError("it belongs to a call with other arguments")
    return mark


def _decoded(cursor: object) -> _Mark:
    if not isinstance(cursor, str):
        raise ValueError("it is no text")  # noqa: TRY004 - told like all the others
    if len(cursor) > _LONGEST or not _FORM.fullmatch(cursor):
        raise ValueError(_DAMAGED)
    try:
        data = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        parts = msgspec.json.decode(data)
        if is_array(parts) and parts and parts[0] != _VERSION:
            raise ValueError("it was made by another version of this package")
        mark = msgspec.json.decode(data, type=_Mark)
    except (msgspec.MsgspecError, RecursionError, binascii.Error):
        raise ValueError(_DAMAGED) from None
    if not _is_proper(mark) or _text(msgspec.json.encode(mark)) != cursor:
        raise ValueError(_DAMAGED)
    return mark


def _is_proper(mark: _Mark) -> bool:
    is_position = mark.skip >= 0 and set(mark.query) <= set(POSITION)
    is_bounded = sum(map(len, mark.query.values())) <= urls.LONGEST
    return is_position and is_bounded and is_offset(mark.query.get("offset", "0"))


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _operation(call: Call) -> str:
    return call.label if call.operation is None else call.operation.name


def _digest(call: Call, base_url: str) -> bytes:
    """Digest the arguments, whatever server, position and size of pages."""
    address = urlsplit(call.url)
    path = address.path.removeprefix(urlsplit(base_url).path)
    pairs = parse_qsl(address.query, keep_blank_values=True)
    arguments = sorted(pair for pair in pairs if pair[0] not in {*POSITION, "limit"})
    data = msgspec.json.encode((_operation(call), path, arguments))
    return hashlib.sha256(data).digest()[:_DIGEST]
