"""Rules about who may call an operation, and what answers in its place."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ..dialect.document import PLACEHOLDER
from ..dialect.json_types import NUMBERS
from ..findings import closest
from .names import PART
from .reads_as import reads_as
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..dialect.document import Operation, Parameter
    from ..dialect.extensions import Route, RouteArgument
    from ..dialect.schema import Ref, Schema
    from .rules import Issue
    from .view import Argument, View


@rule("linked")
def x_quota_modes(view: View) -> Iterator[Issue]:
    """Every quota mode has a name in lower case, not one that `x-availability` uses."""
    for name, _ in view.document.quota_modes:
        if not PART.fullmatch(name) or name in ("since", "replacement", "route"):
            message = f"`{name}` cannot be the name of a quota mode"
            yield view.document.at, message, "Choose one such as `trial`."


@rule("alone")
def since(view: View) -> Iterator[Issue]:
    """`since` of an availability is a day."""
    for operation in view.document.operations:
        found = operation.availability
        if found is not None and found.since is not None and not _is_day(found.since):
            yield found.at, f"`since: {found.since}` is no day", "Write `2026-02-11`."


@rule("everything")
def x_availability(view: View) -> Iterator[Issue]:
    """Each `replacement` is a call."""
    known = {call.name for call in view.calls}
    known |= {item.operation_id for item in view.document.operations}
    for operation in view.document.operations:
        found = operation.availability
        if found is None or found.replacement is None:
            continue
        if found.replacement not in known:
            message = f"the replacement `{found.replacement}` is no call"
            yield found.at, message, closest(found.replacement, known)
        elif found.replacement == operation.operation_id:
            message = f"`{found.replacement}` is to replace itself"
            yield found.at, message, "Name another call."
    yield from _replacements(view, known)


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _replacements(view: View, known: Collection[str]) -> Iterator[Issue]:
    """Find what replaces a call and is none: another name, or several calls."""
    calls = {call.name for call in view.calls}
    for call in view.calls:
        own = call.variant.replacement if call.variant else None
        found = call.operation.availability
        name = own or (found.replacement if found else None)
        if own is not None and own not in calls:
            message = f"the replacement `{own}` of `{call.name}` is no call"
            yield call.at, message, closest(own, calls)
        elif name in known and name not in calls:
            message = f"`{call.name}` is replaced by `{name}`, which is several calls"
            yield call.at, message, "Give the variant a `replacement`."


@rule("everything")
def x_route(view: View) -> Iterator[Issue]:
    """Every route leads to an operation that can answer for one that a mode lacks.

    Every argument has somewhere to go or is dropped, none that is needed is missing,
    types agree, and the answer is of the type that the call promises.
    """
    operations = {item.operation_id: item for item in view.document.operations}
    for operation in view.document.operations:
        found = operation.availability
        if found is None or found.route is None:
            continue
        at, target = found.route.at, operations.get(found.replacement or "")
        if not any(state == "removed" for _, state in found.modes):
            yield at, "no mode ever takes this route", "Take it out."
        if target is None or target is operation:
            message = "the route leads to no operation"
            yield at, message, "Let `replacement` name one; a variant will not do."
            continue
        yield from _arguments(view, operation, target, found.route)
        yield from _answers(view, operation, target, found.route)


def _arguments(
    view: View, operation: Operation, target: Operation, route: Route
) -> Iterator[Issue]:
    ours, theirs = view.taken(operation), view.taken(target)
    for name in route.drop:
        if name not in ours:
            message = f"`{operation.operation_id}` has no argument `{name}` to drop"
            yield route.at, message, closest(name, ours)
    used = set(route.drop)
    for name in sorted(used & {item.source for item in route.arguments}):
        yield route.at, f"`{name}` is dropped and used", "Do one of the two."
    for item in route.arguments:
        used |= {item.source, *PLACEHOLDER.findall(item.uri or "")}
        if item.name not in theirs:
            message = f"`{target.operation_id}` has no argument `{item.name}`"
            yield item.at, message, closest(item.name, theirs)
        elif item.source not in ours:
            message = f"`{operation.operation_id}` has no argument `{item.source}`"
            yield item.at, message, closest(item.source, ours)
        else:
            yield from _form(view, item, ours)
            yield from _type(view, item, ours[item.source], theirs[item.name])
    yield from _left(view, operation, target, route, used)
    yield from _chunks(operation, target, route)


def _form(
    view: View, item: RouteArgument, ours: dict[str, Argument]
) -> Iterator[Issue]:
    reference = ours[item.source].reference
    template = item.uri
    if item.form == "uri":
        kinds = () if reference is None else view.referred(reference)
        forms = {kind.uri for kind in kinds}
        if len(forms) != 1 or None in forms or item.uri is not None:
            message = f"`{item.source}` has no one form as a URI"
            yield item.at, message, "Add `x-reference` to it, or write `uri` alone."
            return
        template = forms.pop()
    for name in PLACEHOLDER.findall(template or ""):
        if name != "id" and (name not in ours or _is_list(view, ours[name])):
            message = f"`{name}` in `{template}` is no single argument"
            yield item.at, message, closest(name, ours)
    if template is not None and "{id}" not in template:
        yield item.at, f"`{template}` has no `{{id}}`", "Write it for the value."


def _type(
    view: View, item: RouteArgument, source: Argument, goal: Argument
) -> Iterator[Issue]:
    many, takes_many = _is_list(view, source), _is_list(view, goal)
    if (item.form == "each") != (many and not takes_many):
        message = f"`{item.source}` does not become `{item.name}` one for one"
        takes_one = "Write `as: each`, which makes each element a request."
        takes_all = "Take `as: each` out, which makes each element a request."
        yield item.at, message, takes_one if many and not takes_many else takes_all
    texts = item.form == "uri" or item.uri is not None
    element = _element(view, goal)
    fits = reads_as(view, _element(view, source), element)
    if not (view.resolve(element).types == ("string",) if texts else fits):
        message = f"`{item.source}` and `{item.name}` are of different types"
        yield item.at, message, "Name an argument of the same type."


def _is_list(view: View, argument: Argument) -> bool:
    return view.resolve(argument.schema).items is not None


def _element(view: View, argument: Argument) -> Schema | Ref:
    return view.resolve(argument.schema).items or argument.schema


def _left(
    view: View, operation: Operation, target: Operation, route: Route, used: set[str]
) -> Iterator[Issue]:
    """Look at the arguments that keep their names."""
    ours, theirs = view.taken(operation), view.taken(target)
    kept = {name for name in ours if name in theirs and name not in used}
    for name in sorted(kept):
        one, other = ours[name].schema, theirs[name].schema
        if not reads_as(view, one, other):
            message = f"`{name}` has another type in `{target.operation_id}`"
            yield route.at, message, "Say under `arguments` what it is made of."
    for name in sorted(_required(view, operation) - used - kept):
        message = f"the argument `{name}` has nowhere to go"
        yield route.at, message, "Name it under `arguments` or `drop`."
    made = {item.name for item in route.arguments}
    for name in sorted(_required(view, target) - made - kept):
        message = f"`{target.operation_id}` needs `{name}`, which nothing gives"
        yield route.at, message, "Say under `arguments` what it is made of."


def _required(view: View, operation: Operation) -> set[str]:
    found = {
        item.name
        for item in operation.parameters
        if item.required and item.schema.const is None
    }
    body = operation.request_body
    schema = view.resolve(body.content[0].schema) if body and body.content else None
    if schema is not None and view.is_object(schema):
        found |= view.required(schema)
    return found


def _chunks(operation: Operation, target: Operation, route: Route) -> Iterator[Issue]:
    """Look whether what is cut into chunks is cut there as well, or into elements."""
    if operation.batch is None:
        return
    cut = operation.batch.argument
    theirs = target.batch.argument if target.batch else None
    made = next((item for item in route.arguments if item.source == cut), None)
    goal = cut if made is None else made.name
    each = made is not None and made.form == "each"
    if goal != theirs and not (each and theirs is None):
        message = f"`{cut}` comes in chunks, and `{goal}` does not"
        yield route.at, message, "Lead to an operation with `x-batch`, or write `each`."


def _answers(
    view: View, operation: Operation, target: Operation, route: Route
) -> Iterator[Issue]:
    ours, theirs = operation.answer, target.answer
    each = any(item.form == "each" for item in route.arguments)
    if ours is not None:
        ours = view.part(ours, operation.result_at)
    if theirs is not None:
        theirs = view.part(theirs, (target if each else operation).result_at)
    if each and ours is not None:
        ours = view.resolve(ours).items
        if ours is not None and not view.is_nullable(ours):
            message = f"`{operation.operation_id}` promises every element"
            yield route.at, message, "Let the elements be null where there is none."
    agree = ours is theirs
    if ours is not None and theirs is not None:
        agree = reads_as(view, theirs, ours)
    if not agree or (operation.pagination is None) != (target.pagination is None):
        message = f"`{target.operation_id}` does not answer what this call promises"
        yield route.at, message, "Lead to an operation with an answer of the same type."


@rule("linked")
def x_quota_limits(view: View) -> Iterator[Issue]:
    """Limits of a quota mode are on numbers, and narrower than what anyone may ask."""
    seen: set[int] = set()
    for operation in view.document.operations:
        for parameter in operation.parameters:
            if parameter.quota_limits and id(parameter) not in seen:
                seen.add(id(parameter))
                yield from _limits(parameter)


def _limits(parameter: Parameter) -> Iterator[Issue]:
    schema = parameter.schema
    for limit in parameter.quota_limits:
        if schema.types not in {(kind,) for kind in NUMBERS}:
            message = f"`{parameter.name}` is no number"
            yield limit.at, message, "Take `x-quota-limits` out."
            return
        low = schema.minimum is not None and limit.maximum < schema.minimum
        high = schema.maximum is None or limit.maximum >= schema.maximum
        if low or high or (schema.types == ("integer",) and limit.maximum % 1):
            message = f"`maximum: {limit.maximum}` is not within the range of the rest"
            yield limit.at, message, "Write one below `maximum` of the schema."
        default = limit.default
        if isinstance(default, int | float) and default > limit.maximum:
            message = f"`default: {default}` is more than the maximum"
            yield limit.at, message, "Write what the server takes in that mode."
