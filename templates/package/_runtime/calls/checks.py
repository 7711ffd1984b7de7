"""Whether a value may be the value of a parameter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeGuard

from ..core.patterns import matches
from ..core.surrogates import has_lone_surrogate
from . import bodies, objects, references, values

if TYPE_CHECKING:
    from ..description.parameter import Parameter

_WIDEST = 1 << 63


def check(parameter: Parameter, value: object, mode: str | None = None) -> Any:
    """Check a value, and each element where the parameter takes several.

    Args:
        parameter: The rules.
        value: What the caller gave.
        mode: The quota mode of the application, or `None` if it is unknown.

    Returns:
        The value as JSON knows it; what names things is written as it is sent, and a
        number beyond what the mode allows has become the largest one it does.

    Raises:
        ValueError: If a rule is broken. The message names neither call nor argument.
    """
    if parameter.where == "body":
        return _content(value)
    if value is None and parameter.nullable:
        return None
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
    if parameter.type in values.FORMS:
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
        The value as JSON knows it; a URI or link has become what is sent.

    Raises:
        ValueError: If a rule is broken.
    """
    if parameter.type == "nested" and parameter.inner is not None:
        return check(parameter.inner, value)
    if parameter.type == "map" and parameter.inner is not None:
        return _map(parameter.inner, value)
    form = values.FORMS.get(parameter.type)
    if form is None:
        return objects.written(parameter, value, _below)
    made = form.read(value)
    if made is None:
        raise _wrong_type(form.given, type(value).__name__)
    if isinstance(made, str):
        made = _text(parameter, made)
    elif not isinstance(made, bool):
        _range(parameter, made)
    if parameter.choices and made not in parameter.choices:
        choices = ", ".join(values.text(choice) for choice in parameter.choices)
        raise ValueError(f"{values.shown(made)} is none of: {choices}")
    return made


def _map(inner: Parameter, value: object) -> dict[str, Any]:
    """Check a dict of any names, but what is `None` in it and not null."""
    if not bodies.is_mapping(value):
        raise _wrong_type("dict", type(value).__name__)
    made: dict[str, Any] = {}
    for name, each in value.items():
        if not isinstance(name, str):
            kind = type(name).__name__
            message = f"the name of a value is a str, not {kind}"
            raise ValueError(message)  # noqa: TRY004 - as all checks do
        if each is not None or inner.nullable:
            made[name] = _below(values.shown(name), inner, each)
    return made


def _below(name: str, rules: Parameter, value: object) -> Any:
    """Check a part; errors say which."""
    try:
        return check(rules, value)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


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
        raise ValueError(f"{values.shown(value)} does not match {parameter.pattern}")
    if has_lone_surrogate(value):
        raise ValueError("it has half of a surrogate pair")
    return value


def _range(parameter: Parameter, value: float) -> None:
    if isinstance(value, int) and not -_WIDEST <= value < _WIDEST:
        raise ValueError("it has more than 64 bits")
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
