"""Rules about pages: each belongs to one place, and every place is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import naming
from ..dialect.pages import CURSORS, PARTS
from ..dialect.remedies import LEAVE_OUT
from ..dialect.schema import Ref, Schema
from ..dialect.schemas import bare
from ..findings import closest
from .authorization import origin
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Operation
    from ..dialect.extensions import Pagination
    from ..dialect.schema import PagePlace, Property
    from ..findings import Location
    from .rules import Issue
    from .view import Call, View

_Origin = tuple[str, str]
"""The id of an operation and a pointer into its answer."""


@rule("linked")
def pagination(view: View) -> Iterator[Issue]:
    """`x-pagination` returns a named page: a schema with a list `items` and `next`.

    The offset style takes the position in a query parameter `offset`.
    """
    for call in view.calls:
        found = call.operation.pagination
        if found is None:
            continue
        for page in _pages(view, call):
            if not isinstance(page, Ref) or view.page_items(page) is None:
                place = found.pointer or "its top"
                message = f"the answer of `{call.name}` has no named page at {place}"
                remedy = "Point with `at` to a named schema with `items` and `next`."
                yield found.at, message, remedy
        yield from _nothing_there(view, call, found)
        names = {
            item.name for item in call.operation.parameters if item.location == "query"
        }
        if found.style == "offset" and "offset" not in names:
            message = f"`{call.name}` pages by offset and has no parameter `offset`"
            yield found.at, message, "Add it to the query, or use `style: cursor`."


def _nothing_there(view: View, call: Call, found: Pagination) -> Iterator[Issue]:
    """Find pages, and their items, that may be null."""
    for answer in view.answers(call):
        page = view.at(answer, found.pointer)
        if page is None or view.page_items(bare(page)) is None:
            continue
        items = view.properties(bare(page))["items"]
        for what, schema, at in (
            ("the page", page, found.at),
            ("`items`", items.schema, items.at),
        ):
            if view.is_nullable(schema):
                message = f"{what} of `{call.name}` may be null, which ends no listing"
                yield at, message, "Take null out of its type."


@rule("linked")
def pages_elsewhere(view: View) -> Iterator[Issue]:
    """Let no operation of another origin page, since no page there is followed."""
    own = {origin(server.url) for server in view.document.servers[:1]}
    for operation in view.document.operations:
        for server in operation.servers[:1]:
            if operation.pagination is not None and origin(server.url) not in own:
                message = (
                    f"`{operation.operation_id}` pages on another origin than the"
                    " API's, where no page is followed"
                )
                yield server.at, message, "Describe that server by itself."


def _pages(view: View, call: Call) -> list[Schema | Ref | None]:
    found = call.operation.pagination
    if found is None:
        return []
    answers = view.answers(call)
    return [view.part(answer, found.pointer) for answer in answers] or [None]


@rule("everything")
def unmarked_page(view: View) -> Iterator[Issue]:
    """Every page that an operation answers or a model holds says where it belongs.

    An operation does so by `x-pagination`, a property by `x-page`.
    """
    places = _places(view)
    for operation in view.document.operations:
        answer = operation.answer
        if answer and operation.pagination is None and view.page_items(answer):
            message = f"`{operation.operation_id}` answers a page"
            yield operation.at, message, "Add `x-pagination`."
    for spot in view.spots:
        schema = bare(spot.schema)
        if (
            spot.role not in ("property", "items", "values")
            or view.page_items(schema) is None
        ):
            continue
        if isinstance(schema, Ref) and schema.name not in places:
            message = f"the page `{schema.name}` belongs to no operation"
            remedy = "Add `x-page: {operation: …, at: …}` beside the reference."
            yield spot.schema.at, message, remedy


def _places(view: View) -> dict[str, dict[_Origin, Location]]:
    """Map the name of each page to the places that claim it."""
    found: dict[str, dict[_Origin, Location]] = {}
    for call in view.calls:
        style = call.operation.pagination
        for page in _pages(view, call):
            if style is not None and isinstance(page, Ref):
                place = (call.operation.operation_id, style.pointer)
                found.setdefault(page.name, {}).setdefault(place, style.at)
    for at, schema in _marked(view):
        target = bare(schema)
        if isinstance(target, Ref):
            place = (at.operation, at.pointer)
            found.setdefault(target.name, {}).setdefault(place, at.at)
    return found


def _marked(view: View) -> Iterator[tuple[PagePlace, Schema | Ref]]:
    for spot in view.spots:
        if spot.schema.page is not None:
            yield spot.schema.page, spot.schema


@rule("linked")
def page_place(view: View) -> Iterator[Issue]:
    """Every page schema belongs to one place: more of it is fetched from there."""
    for name, places in sorted(_places(view).items()):
        (first, _), *others = places.items()
        for place, at in others:
            message = (
                f"the page `{name}` belongs to {_shown(first)} and to {_shown(place)}"
            )
            yield at, message, "Give each place a page schema of its own."


@rule("linked")
def page_part(view: View) -> Iterator[Issue]:
    """Every page has what all pages have as they have it, and more by other names.

    All have `items`, `next`, `previous` and `href`, `limit`, `offset` and `total`, and
    `cursors` with `after` and `before`. No page has an `x-first-of`.
    """
    for name in sorted(_places(view)):
        for item in view.properties(Ref(view.document.at, name)).values():
            if item.name in PARTS:
                yield from _known_part(view, name, item)
            elif naming.can_be_spelled(item.name):
                attribute = naming.attribute(item.name)
                if attribute in view.reserved.page:
                    message = f"`{item.name}` would be `{attribute}`, as all pages have"
                    yield item.at, message, LEAVE_OUT
        named = view.by_name.get(name)
        for first in named.schema.firsts if named else ():
            message = f"`x-first-of` on the page `{name}`"
            yield first.at, message, "Take it out; read the one that is there."


def _known_part(view: View, page: str, item: Property) -> Iterator[Issue]:
    schema, wanted = view.resolve(bare(item.schema)), PARTS[item.name]
    kinds = set(schema.types) - {"null"} or {"object" if schema.all_of else ""}
    if kinds != {wanted} or schema.enum or schema.const is not None:
        message = f"`{item.name}` of the page `{page}` is no {wanted}, as of all pages"
        yield item.at, message, f"Write `type: {wanted}`, or leave it out."
    if item.name != "cursors":
        return
    for inner in view.properties(schema).values():
        text = set(view.resolve(bare(inner.schema)).types) - {"null"} == {"string"}
        if inner.name not in CURSORS or not text:
            message = (
                f"`{inner.name}` is no text `after` or `before`, as `cursors` have"
            )
            yield inner.at, message, LEAVE_OUT


def _shown(place: _Origin) -> str:
    return f"`{place[0]}`" + (f" at {place[1]}" if place[1] else "")


@rule("everything")
def x_page(view: View) -> Iterator[Issue]:
    """`x-page` is on a page and names an operation whose answer has that very page."""
    operations = {item.operation_id: item for item in view.document.operations}
    for at, schema in _marked(view):
        target = bare(schema)
        if not isinstance(target, Ref) or view.page_items(target) is None:
            message = "`x-page` stands on what is no named page"
            yield at.at, message, "Take it out, or add `items` and `next` to the page."
            continue
        operation = operations.get(at.operation)
        if operation is None:
            message = f"`x-page` names `{at.operation}`, which is no operation"
            yield at.at, message, closest(at.operation, operations)
        elif target.name not in _answered(view, operation, at.pointer):
            message = (
                f"the answer of `{at.operation}` has no `{target.name}`"
                f" at {at.pointer or 'its top'}"
            )
            yield at.at, message, "Mend `at`, or let both refer to one page schema."


def _answered(view: View, operation: Operation, pointer: str) -> set[str]:
    found = [
        view.part(answer, pointer)
        for call in view.calls_of[id(operation)]
        for answer in view.answers(call)
    ]
    return {item.name for item in found if isinstance(item, Ref)}
