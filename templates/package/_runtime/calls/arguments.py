"""The values of a call, by their place in the request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypedDict

from ..core.closest import did_you_mean
from ..description.operation import Operation
from ..errors import InvalidArgumentError, InvalidIdError
from . import references

if TYPE_CHECKING:
    from ..description.parameter import Parameter

Values = Mapping[str, object]


class Given(TypedDict, total=False):
    """The fields of `Arguments`, as keyword arguments."""

    path: Values | None
    query: Values | None
    json: Values | None
    form: Values | None
    body: object
    call: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The values of one call, by their place in the request.

    The mappings are keyed by the name on the wire; `None` means not given.

    Attributes:
        path: The variables of the path.
        query: The query.
        json: The properties of a JSON body.
        form: The fields of a form body.
        body: The content of any other body.
        call: The call they are given to, or `None` if it has the operation's name.
    """

    path: Values | None = None
    query: Values | None = None
    json: Values | None = None
    form: Values | None = None
    body: object = None
    call: str | None = None

    def get(self, parameter: Parameter) -> Any:
        """Return the value given for `parameter`, or `None`.

        Args:
            parameter: A parameter of the operation.
        """
        place = getattr(self, parameter.where)
        if parameter.where == "body":
            return place
        return None if place is None else place.get(parameter.wire)

    def has(self, parameter: Parameter) -> bool:
        """Say whether anything was given for `parameter`, be it `None`.

        Args:
            parameter: A parameter of the operation.
        """
        place = getattr(self, parameter.where)
        if parameter.where == "body":
            return place is not None
        return place is not None and parameter.wire in place

    def put(self, parameter: Parameter, value: object) -> Arguments:
        """Return a copy with another value for `parameter`.

        Args:
            parameter: A parameter of the operation.
            value: The new value.
        """
        if parameter.where == "body":
            return replace(self, body=value)
        place: Values = getattr(self, parameter.where) or {}
        changed: dict[str, Any] = {parameter.where: {**place, parameter.wire: value}}
        return replace(self, **changed)


def named(operation: Operation[Any], values: Values) -> Arguments:
    """Sort values by their place in the request.

    Args:
        operation: The operation to call.
        values: The values by the names of the arguments in Python.

    Raises:
        InvalidArgumentError: If the operation has no such argument.
    """
    arguments = Arguments()
    known = {each.name: each for each in operation.parameters if each.fixed is None}
    for name, value in values.items():
        if name not in known:
            told = did_you_mean(name, known)
            raise InvalidArgumentError(f"{name}: no such argument{told}")
        arguments = arguments.put(known[name], value)
    return arguments


def narrowed(
    operation: Operation[Any], parameter: Parameter, arguments: Arguments
) -> Parameter:
    """Return the parameter as another argument decides what it takes.

    Args:
        operation: The operation called.
        parameter: One of its parameters.
        arguments: The values given.
    """
    reference = parameter.reference
    if reference is None or reference.by is None:
        return parameter
    decider = operation.parameter(reference.by)
    value = None if decider is None else arguments.get(decider)
    return replace(parameter, reference=references.narrowed(reference, value))


def refused(parameter: Parameter, why: str) -> InvalidArgumentError:
    """Return the error for a value that is not accepted.

    Args:
        parameter: The parameter the value was given for.
        why: What is wrong with it.
    """
    is_id = parameter.reference is not None or (
        parameter.where == "path" and not parameter.choices
    )
    kind = InvalidIdError if is_id else InvalidArgumentError
    return kind(f"{parameter.name}: {why}")


def check_operation(operation: object) -> None:
    """Refuse what is no operation, such as the name of a call.

    Args:
        operation: What was given.

    Raises:
        InvalidArgumentError: If it is something else.
    """
    if isinstance(operation, Operation):
        return
    message = "operation: expected one of the package's `operations`"
    if isinstance(operation, str):
        message += "; `operations.by_call(…)` finds one by the name of a call"
    raise InvalidArgumentError(f"{message}, got {type(operation).__name__}")
