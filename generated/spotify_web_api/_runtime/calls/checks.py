"""Whether a value may be the value of a parameter."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeGuard

from ..core.jsondata import TYPE_WORDS
from . import ids

if TYPE_CHECKING:
    from ..description.parameter import Parameter

_NAMES = {word: each.__name__ for each, word in TYPE_WORDS.items()} | {
    "number": "number",
    "object": "model or dict",
}
"""What users are told to give for each type of JSON."""


def check(parameter: Parameter, value: object, mode: str | None = None) -> Any:
    """Check a value, and each element where the parameter takes several.

    Args:
        parameter: The rules.
        value: What the caller gave.
        mode: The quota mode of the application, or `None` if it is unknown.

    Returns:
        The value; URIs and links have become ids, and a number beyond what the mode
        allows has become the largest one it does.

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
    return [element(parameter, each) for each in elements]


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
        The value; a URI or link has become an id.

    Raises:
        ValueError: If a rule is broken.
    """
    if not _is_of_type(value, parameter.type):
        expected = _NAMES[parameter.type]
        raise _wrong_type(expected, type(value).__name__)
    if isinstance(value, str):
        value = _text(parameter, value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        _range(parameter, value)
    if parameter.choices and value not in parameter.choices:
        choices = ", ".join(str(choice) for choice in parameter.choices)
        raise ValueError(f"{_shown(value)} is none of: {choices}")
    return value


def _is_of_type(value: object, kind: str) -> bool:
    if kind == "string":
        return isinstance(value, str)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, Mapping) or hasattr(value, "__struct_fields__")


def _text(parameter: Parameter, value: str) -> str:
    if parameter.reference is not None:
        value = ids.resolve(parameter.reference, value)
        if not value:
            raise ValueError("it is empty")
    if parameter.min_length is not None and len(value) < parameter.min_length:
        raise ValueError(
            f"at least {parameter.min_length} characters needed, got {len(value)}"
        )
    if parameter.max_length is not None and len(value) > parameter.max_length:
        raise ValueError(
            f"at most {parameter.max_length} characters allowed, got {len(value)}"
        )
    if parameter.pattern is not None and not re.fullmatch(parameter.pattern, value):
        raise ValueError(f"{_shown(value)} does not match {parameter.pattern}")
    if not value.isascii() and _has_lone_surrogate(value):
        raise ValueError("it has half of a surrogate pair")
    return value


def _has_lone_surrogate(value: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in value)


def _range(parameter: Parameter, value: float) -> None:
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
