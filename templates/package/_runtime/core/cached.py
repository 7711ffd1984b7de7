"""Properties that are worked out once for each object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T_co = TypeVar("T_co", covariant=True)


class cached(Generic[T_co]):  # noqa: N801 - a decorator, like `property`
    """A property whose value is kept in the object.

    `functools.cached_property` is not used: that of Python 3.11 holds a lock, which
    a fork in another thread leaves held. Two threads may both work a value out.
    """

    def __init__(self, function: Callable[..., T_co]) -> None:
        """Keep what works the value out, given the object."""
        self._function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Keep the name of the property."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T_co: ...

    def __get__(self, instance: object, owner: type) -> Self | T_co:
        """Work the value out; from then on it is an attribute of the object."""
        if instance is None:
            return self
        value = self._function(instance)
        kept: T_co = vars(instance).setdefault(self._name, value)
        return kept
