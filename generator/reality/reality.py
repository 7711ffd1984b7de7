"""Document and recorded responses to a report: where the API departs from it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..dialect.document import PLACEHOLDER, is_success
from ..dialect.fit import NOTHING, Departure, Place, departures
from ..dialect.schemas import Schemas
from ..findings import one_line
from .edits import edit
from .files import RealityError, read, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..dialect.document import Document, Operation
    from ..dialect.schema import Ref, Schema
    from .files import RecordedResponse

__all__ = ["Reality", "RealityError", "held"]

_UNNOTICED = frozenset({"value", "new", "null"})
_FIRST_ERROR = 400
_ANY = "any"
_Key = tuple[str, str, str, bool]


@dataclass(slots=True)
class Found:
    """Departures of one kind at one place."""

    first: Departure
    file: str
    noticed: bool
    count: int = 0


@dataclass(slots=True)
class Reality:
    """What recorded responses say about a description.

    Attributes:
        answers: How many were held against a schema.
        skipped: Files that were not, with the reason.
        found: By operation, path, what is wrong, and whether a client notices.
    """

    folder: PurePath = field(default_factory=PurePath)
    answers: int = 0
    skipped: list[str] = field(default_factory=list[str])
    found: dict[_Key, Found] = field(default_factory=dict["_Key", Found])

    @property
    def drift(self) -> tuple[Found, ...]:
        """What a client notices."""
        return tuple(found for found in self.found.values() if found.noticed)

    def __str__(self) -> str:
        lines = [*self._lines(noticed=True)]
        others = [*self._lines(noticed=False)]
        if others:
            lines += ["", "Not noticed by a client:", *others, ""]
        lines += [one_line(f"skipped {each}") for each in self.skipped]
        count = len(self.drift)
        places = "place" if count == 1 else "places"
        lines.append(f"{self.answers} answers, {count} {places} of drift")
        return "\n".join(lines)

    def as_json(self) -> str:
        """Give all of it as JSON.

        An object with `answers`, `skipped`, and `found`: each an object with
        `operation`, `path`, `what`, `noticed`, `count`, `file`, `at`, `name`, `edit`.
        """
        found = [
            {
                "operation": operation,
                "path": path,
                "what": what,
                "noticed": noticed,
                "count": each.count,
                "file": each.file,
                "at": str(self.folder / str(each.first.place.at)),
                "name": each.first.place.name,
                "edit": edit(each.first, self.folder),
            }
            for (operation, path, what, noticed), each in sorted(
                self.found.items(), key=_key
            )
        ]
        told = {"answers": self.answers, "skipped": self.skipped, "found": found}
        return json.dumps(told, indent=2)

    def _lines(self, *, noticed: bool) -> Iterator[str]:
        for (operation, path, what, _), found in sorted(self.found.items(), key=_key):
            if found.noticed is noticed:
                place = found.first.place
                times = f"({found.count} times, first in {found.file})"
                yield one_line(f"{operation}: {path}: {what} {times}")
                where = f"{self.folder / str(place.at)} {place.name}"
                yield one_line(f"    {where}: {edit(found.first, self.folder)}")

    def add(
        self, operation: str, departure: Departure, answer: RecordedResponse
    ) -> None:
        """Count a departure."""
        kind, what = departure.kind, departure.reason
        if kind != "value":
            what = f"expected {departure.expected}, got {departure.got}"
        noticed = kind not in _UNNOTICED and answer.status < _FIRST_ERROR
        key = operation, departure.place.path, what, noticed
        found = self.found.setdefault(key, Found(departure, answer.file, noticed))
        found.count += 1


def _key(item: tuple[_Key, Found]) -> _Key:
    return item[0]


def held(
    document: Document,
    files: Iterable[Path],
    operation: str | None,
    folder: PurePath,
    since: int | None = None,
) -> Reality:
    """Hold recorded responses against a description.

    Args:
        document: The description.
        files: Recordings, bare bodies, indexes of bodies, folders of recordings.
        operation: The verb and the path that answered with the bare bodies.
        folder: The folder of the description, as the report names it.
        since: The first year to read of an index, or `None` for all.

    Raises:
        RealityError: If a file cannot be used, or `operation` is none of the API.
    """
    schemas = Schemas.of(document)
    routes = [(_pattern(each, document), each) for each in document.operations]
    if operation is not None and _operation(routes, split(operation)[0]) is None:
        raise RealityError(f"the description has no operation `{operation}`")
    reality = Reality(folder)
    for answer in read(files, operation, since):
        if answer.operation == _ANY:
            found = _that_answers(document, answer.status)
        else:
            found = _operation(routes, answer.operation)
        _hold(reality, schemas, found, answer)
    return reality


def _that_answers(document: Document, status: int) -> Operation | None:
    """Find an operation that describes what an error of any of them holds."""
    if status < _FIRST_ERROR:
        return None
    every = (each for each in document.operations if not each.servers)
    return next((each for each in every if _schema(each, status) is not None), None)


def _hold(
    reality: Reality,
    schemas: Schemas,
    operation: Operation | None,
    answer: RecordedResponse,
) -> None:
    if operation is None:
        reality.skipped.append(f"{answer.file}: no operation `{answer.operation}`")
        return
    schema = _schema(operation, answer.status)
    if schema is None:
        why = f"no content is described for {answer.status}"
        reality.skipped.append(f"{answer.file}: {why}")
        return
    reality.answers += 1
    label = f"{operation.operation_id} {operation.method} {operation.path}"
    label = _ANY if answer.operation == _ANY else label
    if not answer.is_json:
        place = Place(schema, schema.at, operation.operation_id)
        reason = "the body is no JSON"
        found = Departure("type", place, "JSON", "something else", reason)
        reality.add(label, found, answer)
        return
    partial = {item.name for item in operation.parameters if item.partial_response}
    is_partial = not answer.query.isdisjoint(partial)
    for departure in departures(schemas, schema, answer.body):
        absent = departure.got == NOTHING or departure.kind == "untagged"
        if not absent or not is_partial:
            reality.add(label, departure, answer)


def _schema(operation: Operation, status: int) -> Schema | Ref | None:
    """Give the schema for a status; all successes that are not described are one."""
    described = {each.status: each for each in operation.responses}
    if status not in described and is_success(status):
        return operation.answer
    content = described[status].content if status in described else ()
    return content[0].schema if content else None


def _pattern(operation: Operation, document: Document) -> re.Pattern[str]:
    """Match the operation's own template, any other spelling of it, and real paths.

    The host of its server may stand before it, and the path of that.
    """
    servers = [urlsplit(each.url) for each in operation.servers or document.servers]
    bases = [
        f"(?:{re.escape(each.netloc)})?(?:{re.escape(each.path.rstrip('/'))})?"
        for each in servers
    ]
    base = f"(?:{'|'.join(bases)})"
    parts = PLACEHOLDER.split(operation.path)[::2]
    path = "[^/]+".join(re.escape(part) for part in parts)
    return re.compile(f"{operation.method} {base}{path}")


def _operation(
    routes: list[tuple[re.Pattern[str], Operation]], route: str
) -> Operation | None:
    """Find the operation of a route; of several the one with the fewest variables."""
    found = [
        operation
        for pattern, operation in routes
        if pattern.fullmatch(route) or operation.operation_id == route
    ]
    return min(found, key=lambda each: each.path.count("{"), default=None)
