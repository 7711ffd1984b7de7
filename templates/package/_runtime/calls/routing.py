"""Calls that another operation answers, because the quota mode lacks their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from ..engine.steps import Together
from ..errors import StatusError
from .arguments import Arguments, Values, build, checked
from .quota_modes import unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..description.operation import Operation, Route, Translation
    from ..description.parameter import Parameter
    from ..engine.steps import Steps
    from ..session.session import Session
    from .call import Call

_AT_ONCE = 4
_NOT_FOUND = 404
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def call(
    session: Session, operation: Operation[Any], route: Route, arguments: Arguments
) -> Call:
    """Make the call that answers in place of another.

    Args:
        session: What knows operations and settings.
        operation: What was called.
        route: How the one becomes the other.
        arguments: The values given.

    Raises:
        InvalidArgumentError: If a value is missing or refused.
        EndpointUnavailableError: If one was given that the replacement cannot take.
    """
    settings, defaults = session.settings, session.defaults
    target = session.operation(route.operation)
    given = _translated(operation, target, route, arguments, defaults)
    made = build(target, given, defaults, settings.base_url, settings.quota_mode)
    name = operation.called(arguments.call).name
    return replace(made, label=f"{name} as {made.label}")


def size(session: Session, route: Route | None) -> int | None:
    """Return the size of a chunk of a routed batch; `None` if it is not routed.

    Args:
        session: What knows operations.
        route: How the batch becomes another call, or `None`.
    """
    if route is None:
        return None
    batch = session.operation(route.operation).batch
    return 1 if batch is None else batch.size


def each(
    session: Session, route: Route, calls: Sequence[Call], result: Any
) -> Steps[list[list[Any]]]:
    """Read elements one by one, a few at once; return a list of one for each.

    Args:
        session: What performs calls.
        route: The route of the batch.
        calls: A call for each element.
        result: The type of the list of all elements.

    Raises:
        ClientError: If one cannot be read; one the server does not know is `None`.
    """
    pointer = session.operation(route.operation).pointer
    (element,) = get_args(result)
    parts = tuple(_known(session, item, element, pointer) for item in calls)
    found: list[list[Any]] = (yield Together(parts, _AT_ONCE)) if parts else []
    return found


def _known(session: Session, call: Call, result: Any, pointer: str) -> Steps[list[Any]]:
    try:
        return [(yield from session.read(call, result, pointer))]
    except StatusError as error:
        if error.status != _NOT_FOUND:
            raise
    return [None]


def _translated(
    operation: Operation[Any],
    target: Operation[Any],
    route: Route,
    arguments: Arguments,
    defaults: Values,
) -> Arguments:
    """Return the arguments of the replacement; its own limits of length hold."""
    unbounded = (replace(item, max_items=None) for item in operation.parameters)
    checking = replace(operation, parameters=tuple(unbounded))
    values = {item.name: v for item, v in checked(checking, arguments, defaults)}
    made, used = Arguments(), set(route.dropped)
    for item in route.arguments:
        goal = target.parameter(item.name)
        used |= {item.source, *_placeholders(item.uri)}
        if goal is not None and item.source in values:
            made = made.put(goal, _value(item, operation, goal, values))
    for parameter in operation.parameters:
        if parameter.name in used or parameter.name not in values:
            continue
        goal = target.parameter(parameter.name)
        if goal is not None and goal.fixed is None:
            made = made.put(goal, values[parameter.name])
        elif arguments.get(parameter) is not None:  # else it is the client's default
            message = f"{parameter.name}: {target.name} takes nothing like it"
            raise unavailable(operation, message)
    return made


def _value(
    item: Translation, operation: Operation[Any], goal: Parameter, values: Values
) -> Any:
    source, value = operation.parameter(item.source), values[item.source]
    several: Any = value if source is not None and source.many else [value]
    if item.uri is not None:
        names = {name: values.get(name) for name in _placeholders(item.uri)}
        several = [_filled(item.uri, names | {"id": each}) for each in several]
    return several if goal.many else several[0]


def _filled(template: str, values: Values) -> str:
    return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), template)


def _placeholders(uri: str | None) -> list[str]:
    return [name for name in _PLACEHOLDER.findall(uri or "") if name != "id"]
