"""Models and dicts in bodies, as what is sent: without what is not given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard


def is_model(value: object) -> bool:
    """Say whether a value is a model, rather than the class of one.

    Args:
        value: What the caller gave.
    """
    return hasattr(value, "__struct_fields__") and not isinstance(value, type)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Say whether a value is a dict, or what passes for one.

    Args:
        value: What the caller gave.
    """
    return isinstance(value, Mapping)


def properties(value: object) -> dict[str, Any]:
    """Return the properties of a model or a dict, by their names on the wire.

    Args:
        value: A model or a dict; what is `None` in it is listed as well.

    Raises:
        ValueError: If the name of a property is no text.
    """
    pairs = value.items() if is_mapping(value) else _fields(value)
    found: dict[Any, Any] = dict(pairs)
    for name in found:
        if not isinstance(name, str):
            kind = type(name).__name__
            message = f"the name of a property is a str, not {kind}"
            raise ValueError(message)  # noqa: TRY004 - as all checks do
    return found


def written(value: object) -> Any:
    """Return a value whose models have become dicts, however deep they are.

    Args:
        value: A model, or what may hold some.
    """
    if is_model(value):
        unknown = getattr(value, "data", None)
        if type(value).__name__ == "UnknownItem" and unknown is not None:
            return unknown
        given = properties(value).items()
        return {name: written(each) for name, each in given if each is not None}
    if is_mapping(value):
        return {name: written(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [written(each) for each in _elements(value)]
    return value


def _fields(model: Any) -> Iterator[tuple[str, Any]]:
    """Iterate over the tag of a model, if it has one, and its fields."""
    tag = model.__struct_config__.tag
    if tag is not None:
        yield model.__struct_config__.tag_field, tag
    names = zip(model.__struct_encode_fields__, model.__struct_fields__, strict=True)
    for wire, name in names:
        yield wire, getattr(model, name)


def _elements(value: Any) -> Iterator[object]:
    yield from value
