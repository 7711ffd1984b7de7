"""Recorded responses out of files: recordings, bare bodies, indexes of bodies."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, cast
from urllib.parse import parse_qsl, urlsplit

from ..files import read_regular
from ..findings import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..dialect.schema import Value

_STATUS = re.compile(r"[1-9][0-9]{2}")
_REFUSED = 400
_YEAR = re.compile(r"[0-9]{4}")
_MAX_SHOWN = 20
_INDEX = (("file", "endpoint"), "an index has the columns `file` and `endpoint`")


class RealityError(Exception):
    """A file that cannot be used as it is, and why."""


@dataclass(frozen=True, slots=True)
class RecordedResponse:
    """One recorded response.

    `operation` is a verb and a path, or its template; `query` holds the names that were
    in the query. Of what is no JSON, `body` is `None` and `is_json` false.
    """

    file: str
    operation: str
    query: frozenset[str]
    status: int
    body: Value
    is_json: bool


def read(
    files: Iterable[Path], operation: str | None, since: int | None = None
) -> Iterator[RecordedResponse]:
    """Read recorded responses.

    A folder stands for its `.json` files. An index is a `.csv` file beside bodies, with
    the columns `file`, `endpoint` and perhaps `status` and `year`. The endpoint `any`
    stands for an error that any operation may answer with.

    Args:
        files: Recordings, bare bodies, indexes and folders of recordings.
        operation: The verb and the path that answered with the bare bodies.
        since: The first year to read of an index, or `None` for all.

    Raises:
        RealityError: If a file cannot be read, or it is not known whose answer it is.
    """
    for file in files:
        if file.is_dir():
            yield from read(sorted(file.glob("*.json")), operation, since)
        elif file.suffix == ".csv":
            yield from _indexed(file, since)
        else:
            yield _one(file, operation)


def _indexed(index: Path, since: int | None) -> Iterator[RecordedResponse]:
    names, message = _INDEX
    try:
        text = io.StringIO(_bytes(index).decode("utf-8-sig"), newline="")
        rows = [*csv.DictReader(text)]
    except UnicodeDecodeError:
        raise RealityError(f"{index}: an index is text in UTF-8") from None
    except csv.Error as error:
        raise RealityError(f"{index}: no index: {error}") from None
    for row in rows:
        if any(row.get(name) is None for name in names):
            raise RealityError(f"{index}: {message}")
        status = row.get("status") or "200"
        if not _STATUS.fullmatch(status):
            shown = cut(status, _MAX_SHOWN)
            raise RealityError(f"{index}: the status `{shown}` is no number")
        year = row.get("year") or ""
        if since is None or (_YEAR.fullmatch(year) and int(year) >= since):
            yield _bare(index.parent / row["file"], row["endpoint"], int(status))


def _one(file: Path, operation: str | None) -> RecordedResponse:
    if operation is not None:
        return _bare(file, operation, None)
    _, data = _parsed(_bytes(file))
    if not isinstance(data, dict) or not {"request", "response"} <= data.keys():
        message = 'no recording; of a bare body say whose it is: --operation "GET /…"'
        raise RealityError(f"{file}: {message}")
    found = _recorded(file, data["request"], data["response"])
    if found is None:
        raise RealityError(f"{file}: the recording is not complete")
    return found


def _recorded(file: Path, request: Any, response: Any) -> RecordedResponse | None:
    """Read a recording; `None` if one of its parts is not what it has to be."""
    asked, answered = _object(request), _object(response)
    if asked is None or answered is None:
        return None
    method, route, query = (asked.get(key) for key in ("method", "path", "query"))
    status = answered.get("status")
    if not isinstance(method, str) or not isinstance(route, str):
        return None
    if not isinstance(query, dict | list | None) or not isinstance(status, int):
        return None
    path, names = split(route)
    given = cast("Iterable[object]", query or ())
    return RecordedResponse(
        file=str(file),
        operation=f"{method} {path}",
        query=names | frozenset(map(str, given)),
        status=status,
        body=answered.get("body"),
        is_json="body" in answered,
    )


def _object(value: Any) -> dict[str, Any] | None:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def _bare(file: Path, operation: str, status: int | None) -> RecordedResponse:
    known, data = _parsed(_bytes(file))
    route, query = split(operation)
    told = _told_status(data) if status is None else status
    return RecordedResponse(str(file), route, query, told, data, known)


def _told_status(data: Value) -> int:
    """Give the status of a bare body: the one that an error tells, or success."""
    error = data.get("error") if isinstance(data, dict) else None
    if isinstance(error, dict):
        told = error.get("status")
        return told if type(told) is int and 400 <= told <= 599 else _REFUSED
    return _REFUSED if isinstance(error, str) else 200


def split(route: str) -> tuple[str, frozenset[str]]:
    """Take the host and the names in the query off a verb and a path or URL."""
    path, _, query = route.partition("?")
    method, space, target = path.rpartition(" ")
    pairs = parse_qsl(query, keep_blank_values=True)
    plain = target
    with suppress(ValueError):
        plain = urlsplit(target).path if "://" in target else target
    return f"{method}{space}{plain}", frozenset(name for name, _ in pairs)


def _bytes(file: Path) -> bytes:
    try:
        return read_regular(file)
    except OSError as error:
        raise RealityError(f"{file}: {error.strerror}") from None


def _parsed(body: bytes) -> tuple[bool, Any]:
    try:
        return True, json.loads(body.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return False, None


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
