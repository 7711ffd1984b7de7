"""Every error of a call says which call it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import AuthError, ClientError, ConfigurationError

if TYPE_CHECKING:
    from ..description.operation import Operation
    from .call import Call


def labelled(called: Call | Operation[Any] | str) -> Labelled:
    """Return a context that names the call in every error that leaves it.

    Where contexts lie in each other, the outermost one names the call, for that is what
    the user wrote, and the innermost one the operation, for that is what failed. What
    is wrong with the client or with its authorization is not about the operation: no
    reference page is named.

    Args:
        called: The call, the operation as it is called, or only its name.
    """
    return Labelled(called)


class Labelled:
    """The context; each call has several, so that it has to cost little."""

    __slots__ = ("_called",)

    def __init__(self, called: Call | Operation[Any] | str) -> None:
        """Keep what is called."""
        self._called = called

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        """Name the call in an error, which goes on."""
        if not isinstance(error, ClientError):
            return
        called = self._called
        if isinstance(called, str):
            error.call = called
            return
        error.call = called.name
        if not error.operation:
            error.operation = called.label
            if not isinstance(error, ConfigurationError | AuthError):
                error.docs = called.docs
