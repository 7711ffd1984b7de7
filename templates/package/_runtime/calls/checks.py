"""Whether a value may be the value of a parameter."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeGuard

from ..core.closest import did_you_mean
from ..core.jsondata import TYPE_WORDS
from ..core.patterns import matches
from . import bodies, groups, references

if TYPE_CHECKING:
    from ..description.parameter import Parameter, Shape

_WIDEST = 1 << 63
_NAMES = {word: each.__name__ for each, word in TYPE_WORDS.items()} | {
    "number": "number",
    "object": "model or dict",
    "date-time": "datetime or str",
    "partial-date": "PartialDate or str",
}
"""What users are told to give for each type of JSON."""


def check(parameter: Parameter, value: object, mode: str | None = None) -> Any:
    """Check a value, and each element where the parameter takes several.

    Args:
        parameter: The rules.
        value: What the caller gave.
        mode: The quota mode of the application, or `None` if it is unknown.

    Returns:
        The value; what names things is written as it is sent, models have become
        dicts, and a number beyond what the mode allows the largest one it does.

    Raises:
        ValueError: If a rule is broken. The message names neither call nor argument.
    """
    if parameter.where == "body":
        return _content(value)
    if not parameter.many:
        return _within_quota(parameter, element(parameter, value), mode)
    elements = sequence(value)
    fewest, most = parameter.min_items, parameter.max_items
    if fewest is not None and len(elements) < fewest:
        raise ValueError(f"at least {fewest} needed, got {len(elements)}")
    if most is not None and len(elements) > most:
        raise ValueError(f"at most {most} allowed, got {len(elements)}")
    return [nth(parameter, index, each) for index, each in enumerate(elements)]


def nth(parameter: Parameter, index: int, value: object) -> Any:
    """Check an element of several; of an object it takes the index to find it again.

    Args:
        parameter: The rules.
        index: Where it stands, counted from 0.
        value: The element.

    Returns:
        The element as it is sent.

    Raises:
        ValueError: If a rule is broken.
    """
    if parameter.shape is None:
        return element(parameter, value)
    try:
        return element(parameter, value)
    except ValueError as error:
        raise ValueError(f"[{index}]: {error}") from None


def _within_quota(parameter: Parameter, value: Any, mode: str | None) -> Any:
    most = dict(parameter.quota_maxima).get(mode or "")
    return value if most is None or value <= most else most


def sequence(value: object) -> Sequence[Any]:
    """Return `value` if it is a sequence of elements.

    Args:
        value: What the caller gave for a parameter that takes several.

    Raises:
        ValueError: If it is something else; a single text is no list of letters.
    """
    if isinstance(value, str | bytes | bytearray):
        raise _wrong_type("a list", f"a single {type(value).__name__}")
    if _is_sequence(value):
        return value
    raise _wrong_type("a list", type(value).__name__)


def _is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, Sequence)


def element(parameter: Parameter, value: object) -> Any:
    """Check a single value.

    Args:
        parameter: The rules.
        value: The value, or one element of it.

    Returns:
        The value; a URI or link has become what is sent, a model a dict.

    Raises:
        ValueError: If a rule is broken.
    """
    if parameter.type == "any":
        return bodies.written(value)
    if not _is_of_type(value, parameter.type):
        expected = _NAMES[parameter.type]
        if parameter.shape is not None:
            expected = f"{parameter.shape.name} or dict"
        raise _wrong_type(expected, type(value).__name__)
    if parameter.type == "object":
        return _object(parameter.shape, value)
    if isinstance(value, str):
        value = _text(parameter, value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        _range(parameter, value)
    if parameter.choices and value not in parameter.choices:
        choices = ", ".join(str(choice) for choice in parameter.choices)
        raise ValueError(f"{_shown(value)} is none of: {choices}")
    return value


def _object(shape: Shape | None, value: object) -> Any:
    """Check a model or a dict, and all in it that is described."""
    if shape is None:
        return bodies.written(value)
    if bodies.is_model(value) and not _is_a(value, shape.name):
        raise _wrong_type(f"{shape.name} or dict", type(value).__name__)
    given = bodies.properties(value)
    known = {item.wire: item for item in shape.properties}
    for name in given:
        if name not in known:
            told = did_you_mean(name, known)
            raise ValueError(f"{shape.name} has no {_shown(name)}{told}")
    made: dict[str, Any] = {}
    for name, item in known.items():
        if name in given:
            made[name] = _property(item, given[name])
        elif item.required:
            raise ValueError(f"{name}: it is required")
    groups.check(shape.groups, made, {})
    return made


def _property(item: Parameter, value: object) -> Any:
    try:
        return check(item, value)
    except ValueError as error:
        raise ValueError(f"{item.wire}: {error}") from None


def _is_a(value: object, name: str) -> bool:
    return any(each.__name__ == name for each in type(value).__mro__)


def _is_of_type(value: object, kind: str) -> bool:
    if kind == "string":
        return isinstance(value, str)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "date-time":
        return isinstance(value, str) or _is_moment(value)
    if kind == "partial-date":
        return isinstance(value, str) or type(value).__name__ == "PartialDate"
    return isinstance(value, Mapping) or bodies.is_model(value)


def _is_moment(value: object) -> bool:
    """Say whether a value is a point in time; one without offset is refused."""
    if not isinstance(value, datetime):
        return False
    if value.utcoffset() is None:
        raise ValueError("the datetime needs an offset from UTC: give it a tzinfo")
    return True


def _text(parameter: Parameter, value: str) -> str:
    if parameter.reference is not None:
        value = references.resolve(parameter.reference, value)
    if parameter.min_length is not None and len(value) < parameter.min_length:
        raise ValueError(
            f"at least {parameter.min_length} characters needed, got {len(value)}"
        )
    if parameter.max_length is not None and len(value) > parameter.max_length:
        raise ValueError(
            f"at most {parameter.max_length} characters allowed, got {len(value)}"
        )
    if parameter.pattern is not None and not matches(parameter.pattern, value):
        raise ValueError(f"{_shown(value)} does not match {parameter.pattern}")
    if not value.isascii() and _has_lone_surrogate(value):
        raise ValueError("it has half of a surrogate pair")
    return value


def _has_lone_surrogate(value: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in value)


def _range(parameter: Parameter, value: float) -> None:
    if isinstance(value, int) and not -_WIDEST <= value < _WIDEST:
        raise ValueError("it has more than 64 bits")
    if not math.isfinite(value):
        raise ValueError(f"{value} is no finite number")
    if parameter.minimum is not None and value < parameter.minimum:
        raise ValueError(f"{value} is less than {parameter.minimum:g}")
    if parameter.maximum is not None and value > parameter.maximum:
        raise ValueError(f"{value} is more than {parameter.maximum:g}")


def _content(value: object) -> bytes:
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    raise _wrong_type("bytes", type(value).__name__)


def _wrong_type(expected: str, got: str) -> ValueError:
    return ValueError(f"expected {expected}, got {got}")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
