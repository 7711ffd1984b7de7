"""Calls that another operation answers, because the quota mode lacks their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from . import ids
from .arguments import Arguments
from .build import build, checked
from .quota_modes import unavailable

if TYPE_CHECKING:
    from ..description.operation import Operation, Route, Translation
    from ..description.parameter import Parameter
    from .arguments import Values
    from .call import Call
    from .settings import Settings


def call(
    operation: Operation[Any],
    target: Operation[Any],
    route: Route,
    arguments: Arguments,
    *,
    defaults: Values,
    settings: Settings,
) -> Call:
    """Make the call that answers in place of another.

    Args:
        operation: What was called.
        target: The operation that answers.
        route: How the one becomes the other.
        arguments: The values given.
        defaults: The client's values for parameters it holds defaults for.
        settings: The addresses and the quota mode.

    Raises:
        InvalidArgumentError: If a value is missing or refused.
        EndpointUnavailableError: If one was given that the replacement cannot take.
    """
    translated = _translated(operation, target, route, arguments, defaults)
    call = build(
        target,
        translated,
        defaults,
        settings.base_url,
        settings.quota_mode,
        spec_url=settings.spec_url,
    )
    name = operation.called(arguments.call).name
    return replace(call, label=f"{name} as {call.label}")


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
    translated, used = Arguments(), set(route.dropped)
    for item in route.arguments:
        goal = target.parameter(item.name)
        used |= {item.source, *_variables(item.uri)}
        if goal is not None and item.source in values:
            translated = translated.put(goal, _value(item, operation, goal, values))
    for parameter in operation.parameters:
        if parameter.name in used or parameter.name not in values:
            continue
        goal = target.parameter(parameter.name)
        if goal is not None and goal.fixed is None:
            translated = translated.put(goal, values[parameter.name])
        elif arguments.get(parameter) is not None:  # else it is the client's default
            message = f"{parameter.name}: {target.name} takes nothing like it"
            raise unavailable(operation, message)
    return translated


def _value(
    item: Translation, operation: Operation[Any], goal: Parameter, values: Values
) -> Any:
    source, value = operation.parameter(item.source), values[item.source]
    several: Any = value if source is not None and source.many else [value]
    if item.uri is not None:
        names = {name: str(values.get(name)) for name in _variables(item.uri)}
        several = [
            ids.fill(item.uri, names | {"id": ids.segment(str(each))})
            for each in several
        ]
    return several if goal.many else several[0]


def _variables(uri: str | None) -> list[str]:
    return [name for name in ids.variables(uri or "") if name != "id"]
