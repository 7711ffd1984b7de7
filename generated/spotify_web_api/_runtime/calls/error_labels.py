"""Every error of a call says which call it was."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..errors import AuthError, ClientError, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..description.operation import Operation
    from .call import Call


@contextmanager
def labelled(called: Call | Operation[Any] | str) -> Generator[None]:
    """Name the call in every error that leaves the context.

    Where contexts lie in each other, the outermost one names the call, for that is what
    the user wrote, and the innermost one the operation, for that is what failed. What
    is wrong with the client or with its authorization is not about the operation: no
    reference page is named.

    Args:
        called: The call, the operation as it is called, or only its name.

    Raises:
        ClientError: The one that was raised inside.
    """
    try:
        yield
    except ClientError as error:
        if isinstance(called, str):
            error.call = called
            raise
        error.call = called.name
        if not error.operation:
            error.operation = called.label
            if not isinstance(error, ConfigurationError | AuthError):
                error.docs = called.docs
        raise
