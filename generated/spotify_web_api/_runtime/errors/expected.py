"""Values of a type that cannot be meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .calls import ConfigurationError, InvalidArgumentError

if TYPE_CHECKING:
    from .calls import ClientError


def expect(
    value: object,
    *types: type,
    name: str,
    wanted: str,
    error: type[ClientError] = InvalidArgumentError,
) -> None:
    """Refuse a value of another type; a boolean is no number.

    Args:
        value: What was given. It is not shown.
        *types: The types it may have.
        name: The argument.
        wanted: What to say that it takes.
        error: The class of the error.

    Raises:
        ClientError: Of that class, if the value has none of these types.
    """
    flag = isinstance(value, bool) and bool not in types
    is_wrong, got = flag or not isinstance(value, types), type(value).__name__
    del value  # it may be a secret, and a traceback would hold it
    if is_wrong:
        raise error(f"{name}: expected {wanted}, got {got}")


def texts(
    values: Iterable[str], *, name: str, wanted: str, error: type[ClientError]
) -> list[str]:
    """Return what an iterable has, if all of it is text.

    Args:
        values: What was given. It is not shown.
        name: The argument.
        wanted: What to say that it takes.
        error: The class of the error.

    Raises:
        ClientError: Of that class, if it is no iterable or has something else.
    """
    expect(values, Iterable, name=name, wanted=wanted, error=error)
    found = list(values)
    for each in found:
        expect(each, str, name=name, wanted=wanted, error=error)
    return found


def expect_methods(value: object, *methods: str, name: str, wanted: str) -> None:
    """Refuse an object without the methods that a part of the client needs.

    Args:
        value: What was given.
        *methods: The names of the methods.
        name: The argument.
        wanted: What to say that it takes.

    Raises:
        ConfigurationError: If one is missing, or the value is a class.
    """
    lacking = [each for each in methods if not callable(getattr(value, each, None))]
    if isinstance(value, type) or lacking:
        told = f" without {lacking[0]}()" if lacking else " (a class)"
        got = value.__name__ if isinstance(value, type) else type(value).__name__
        raise ConfigurationError(f"{name}: expected {wanted}, got {got}{told}")
