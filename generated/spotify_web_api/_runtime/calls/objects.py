"""Whether a model or a dict may be an object of a body, and what is sent of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.closest import did_you_mean
from . import bodies, groups, values

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..description.parameter import Parameter, Shape

    Checked = Callable[[str, Parameter, object], Any]

_UNKNOWN = "UnknownItem"


def written(parameter: Parameter, value: object, checked: Checked) -> Any:
    """Check a model or a dict, and all in it that is described.

    Args:
        parameter: The rules.
        value: What the caller gave.
        checked: Checks the value of a property, which errors name.

    Returns:
        A dict of what is sent: without what is not given.

    Raises:
        ValueError: If a rule is broken.
    """
    if not (bodies.is_mapping(value) or bodies.is_model(value)):
        raise ValueError(_wrong_type(parameter, value))
    if parameter.union:
        return _member(parameter, value, checked)
    if parameter.shape is None:
        return bodies.written(value)
    if bodies.is_model(value) and not _is_a(value, parameter.shape.name):
        raise ValueError(_wrong_type(parameter, value))
    return _object(parameter.shape, value, checked)


def _member(parameter: Parameter, value: object, checked: Checked) -> Any:
    """Check an object by the type it says it has; one of another type is sent as is."""
    if _is_a(value, _UNKNOWN):
        return bodies.written(value)
    for tag, shape in parameter.union:
        if _is_a(value, shape.name):
            return _object(shape, value, checked)
        if not bodies.is_model(value) and _type_of(value) == tag:
            return _object(shape, value, checked)
    if bodies.is_model(value):
        raise ValueError(_wrong_type(parameter, value))
    tags = ", ".join(tag for tag, _ in parameter.union)
    raise ValueError(f"type: {values.shown(_type_of(value))} is none of: {tags}")


def _type_of(value: Any) -> object:
    return value.get("type")


def _object(shape: Shape, value: object, checked: Checked) -> dict[str, Any]:
    given = bodies.properties(value)
    known = {item.wire: item for item in shape.properties}
    for name in given:
        if name not in known:
            told = did_you_mean(name, known)
            raise ValueError(f"{shape.name} has no {values.shown(name)}{told}")
    made: dict[str, Any] = {}
    for name, item in known.items():
        each = given.get(name)
        if each is not None or (item.required and item.nullable and name in given):
            made[name] = checked(name, item, each)
        elif item.required:
            raise ValueError(f"{name}: it is required")
    groups.check(shape.groups, made, {})
    return made


def _wrong_type(parameter: Parameter, value: object) -> str:
    shapes = [shape.name for _, shape in parameter.union]
    if parameter.shape is not None:
        shapes.append(parameter.shape.name)
    names = ", ".join(shapes) or "model"
    return f"expected {names} or dict, got {type(value).__name__}"


def _is_a(value: object, name: str) -> bool:
    return any(each.__name__ == name for each in type(value).__mro__)
