"""Pages of listings that nobody keeps: each item follows from where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from ..calls.values import text as sent
from ..core.jsondata import is_array
from ..core.patterns import matches
from .answers import NOTHING
from .making import Making

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..description.api import OperationTable
    from ..description.operation import Operation
    from ..description.parameter import Parameter
    from .answers import Properties, Schema
    from .making import Given, Looks

_USUAL = 20
"""Items of a page whose size nobody has said."""
_FEWEST, _SPREAD = 25, 100
"""A listing has so many items, and up to so many more."""
_NUMBER, _CURSOR = frozenset({"integer"}), frozenset({"integer", "string"})
_POSITIONS = {"limit": _NUMBER, "offset": _NUMBER, "after": _CURSOR, "before": _CURSOR}
"""What says which page of a listing is meant, if it is an argument of such a type."""
_WIDEST = 64
"""Characters of a cursor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeCall:
    """A call, as it was understood from a request.

    Attributes:
        operation: What was asked for.
        values: The arguments, by their names on the wire.
        base_url: What stands before the path of an operation.
    """

    operation: Operation[Any]
    values: Mapping[str, Any]
    base_url: str

    @property
    def place(self) -> str:
        """What tells what it lists from what others do: all but which page."""
        asked = _asked(self)
        told = (
            quote(str(value), safe="")
            for name, value in sorted(self.values.items())
            if name not in asked
        )
        return "/".join((self._listing, *told))

    @property
    def _listing(self) -> str:
        """The name of the operation, or of the one that answers in its place."""
        found = self.operation.availability
        if found is None or found.route is None or found.replacement is None:
            return self.operation.name
        return found.replacement


class Listings:
    """Answers with pages, alone or inside of what has them."""

    def __init__(
        self, operations: OperationTable, looks: Looks, mode: str | None
    ) -> None:
        """Keep what pages are made of.

        Args:
            operations: All operations, those that list things among them.
            looks: What things look like.
            mode: The quota mode of the application, or `None`.
        """
        self._mode = mode
        self._operations = operations
        self._answers = looks.answers
        self._looks = looks

    def answer(self, call: FakeCall, schema: Schema, given: Given) -> Any:
        """Make the answer to a call.

        Args:
            call: The call.
            schema: The schema of the answer.
            given: What is known of the answer already.
        """
        operation = call.operation
        pointer = operation.pointer.split("/")[1:]
        if operation.pagination is not None:
            return self._around(call, schema, pointer, partial(self._page, call))
        if operation.batch is not None and operation.batch.items is not None:
            return self._around(call, schema, pointer, partial(self._several, call))
        return self._making(call).make(schema, call.place, given)

    def _making(self, call: FakeCall) -> Making:
        return Making(self._looks, partial(self._inside, call))

    def _around(
        self, call: FakeCall, schema: Schema, pointer: list[str], made: partial[Any]
    ) -> Any:
        """Make an answer around what lies at a pointer in it."""
        if not pointer:
            return made(schema, call.place)
        first, *rest = pointer
        inner = self._properties(schema)[first]
        given = {first: self._around(call, inner, rest, made)}
        return self._making(call).make(schema, call.place, given)

    def _properties(self, schema: Schema) -> Properties:
        return self._answers.properties(self._answers.resolved(schema)[0])[0]

    def _several(self, call: FakeCall, schema: Schema, place: str) -> list[Any]:
        """Make an element for each thing that was asked for."""
        batch = call.operation.batch
        parameter = call.operation.parameter(batch.parameter) if batch else None
        several: list[str] = call.values.get(parameter.wire, []) if parameter else []
        items = self._answers.resolved(schema)[0].get("items", NOTHING)
        making = self._making(call)
        return [making.make(items, f"{place}/{id_}", {"id": id_}) for id_ in several]

    def _inside(self, call: FakeCall, schema: Schema, place: str, owner: Given) -> Any:
        """Make the first page of the listing that something shows inside of it."""
        told = schema["x-page"]
        listing = self._operations.by_call[told["operation"]]
        within = call
        if listing.name != call.operation.name:
            named = [each.wire for each in listing.parameters if each.where == "path"]
            values = {name: call.values.get(name, place) for name in named[:-1]}
            values |= {name: owner.get("id", place) for name in named[-1:]}
            within = FakeCall(operation=listing, values=values, base_url=call.base_url)
        return self._page(within, schema, within.place + told.get("pointer", ""))

    def _usual_limit(self, call: FakeCall) -> int:
        """Return the usual number of items on a page, within what may be asked for."""
        parameter = _position(call.operation, "limit")
        if parameter is None:
            return _USUAL
        bounds = (parameter.maximum, dict(parameter.quota_maxima).get(self._mode or ""))
        return min(_USUAL, *(int(most) for most in bounds if most is not None))

    def _page(self, call: FakeCall, schema: Schema, place: str) -> Any:
        properties = self._properties(schema)
        total = _FEWEST + self._looks.draws.number(f"{place}#", _SPREAD)
        asked = _asked(call)
        limit = int(asked.get("limit") or self._usual_limit(call))
        by_offset = _position(call.operation, "offset") is not None
        start = _offset(asked) if by_offset else _after(asked, limit, total)
        shown = range(start, min(start + limit, total))
        making = self._making(call)
        items = self._answers.resolved(properties["items"])[0].get("items", NOTHING)
        known = {
            "items": [making.make(items, f"{place}[{index}]") for index in shown],
            "limit": limit,
            "offset": start,
            "total": total,
            **_neighbours(call, shown, limit, total, by_offset=by_offset),
        }
        return {
            name: (
                known[name]
                if name in known
                else making.make(properties[name], f"{place}.{name}")
            )
            for name in properties
        }


def _position(operation: Operation[Any], name: str) -> Parameter | None:
    """Return the argument that says where a page is, if one of this name does."""
    found = operation.parameter(name)
    if found is None or found.where != "query" or found.many:
        return None
    return found if found.type in _POSITIONS[name] else None


def _asked(call: FakeCall) -> dict[str, Any]:
    """Return the arguments that say which page is asked for."""
    found = {name: _position(call.operation, name) for name in _POSITIONS}
    values = {name: _sent(call, item) for name, item in found.items() if item}
    return {name: value for name, value in values.items() if value is not None}


def _sent(call: FakeCall, item: Parameter) -> Any:
    """Return what a request had for a parameter."""
    return call.values.get(item.wire) if item.fixed is None else item.fixed


def _neighbours(
    call: FakeCall, shown: range, limit: int, total: int, *, by_offset: bool
) -> dict[str, Any]:
    """Say where a page is, and those before and after it."""
    following = previous = after = None
    if shown.stop < total:
        after = _cursor(call.operation, shown.stop)
        going = {"offset": shown.stop} if by_offset else {"after": after}
        following = _url(call, {**going, "limit": limit})
    if shown.start > 0 and by_offset:
        back = {"offset": max(shown.start - limit, 0), "limit": limit}
        previous = _url(call, back)
    return {
        "href": _url(call, {}),
        "next": following,
        "previous": previous,
        "cursors": {"after": after, "before": _cursor(call.operation, shown.start)},
    }


def _offset(values: Mapping[str, Any]) -> int:
    return max(int(values.get("offset") or 0), 0)


def _after(values: Mapping[str, Any], limit: int, total: int) -> int:
    """Say where a page begins that has cursors, which are indexes."""
    if values.get("before"):
        return max(min(_index(values["before"], total), total) - limit, 0)
    return min(_index(values.get("after") or 0, total), total)


def _cursor(operation: Operation[Any], index: int) -> str:
    """Write an index as the description wants a cursor: with zeros before it."""
    parameter = _position(operation, "after")
    pattern = parameter.pattern if parameter is not None else None
    texts = [str(index).zfill(width) for width in range(1, _WIDEST)]
    fitting = (text for text in texts if pattern and matches(pattern, text))
    return next(fitting, texts[0])


def _index(cursor: object, total: int) -> int:
    """Read a cursor; one that is none of ours leads to the end."""
    text = str(cursor)
    return int(text) if text.isdecimal() and len(text) < _WIDEST else total


def _url(call: FakeCall, changes: Mapping[str, Any]) -> str:
    """Write the address of a page."""
    path, query = call.operation.path, dict[str, Any]()
    asked = _asked(call) if changes else {}
    for item, value in _in_order(call):
        if item.where == "path":
            path = path.replace(f"{{{item.wire}}}", quote(sent(value), safe=""))
        elif item.wire not in asked:
            several = value if is_array(value) else [value]
            query[item.wire] = ",".join(map(sent, several))
    query |= {
        name: value
        for name, value in changes.items()
        if _position(call.operation, name) is not None
    }
    text = urlencode(query)
    return f"{call.base_url}{path}" + (f"?{text}" if text else "")


def _in_order(call: FakeCall) -> Iterator[tuple[Parameter, Any]]:
    """List what a request had: its arguments in their order, then the constants."""
    parameters = call.operation.parameters
    named = {each.wire: each for each in parameters if each.fixed is None}
    yield from ((named[wire], value) for wire, value in call.values.items())
    yield from ((each, each.fixed) for each in parameters if each.fixed is not None)
