"""Every error of a call says which call it was."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from ..errors import AuthError, ClientError, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..description.operation import Operation
    from .call import Call

Error = TypeVar("Error", bound=ClientError)


@contextmanager
def labelled(call: Call | Operation[object]) -> Generator[None]:
    """Name the call in every error that leaves the context.

    Args:
        call: The call, or the operation.

    Raises:
        ClientError: The one that was raised inside.
    """
    try:
        yield
    except ClientError as error:
        label(error, call)
        raise


def label(error: Error, call: Call | Operation[object]) -> Error:
    """Return `error` with the operation and its reference page in it.

    What is wrong with the client or with its authorization is not about the call: its
    text stays.

    Args:
        error: What went wrong.
        call: The call, or the operation.
    """
    if not error.operation:
        error.operation, error.docs = call.label, call.docs
    text = str(error)
    if isinstance(error, ConfigurationError | AuthError):
        return error
    if not text.startswith(call.label.partition(" ")[0]):
        text = f"{call.label}: {text}"
    if call.docs is not None and call.docs not in text:
        text = f"{text} ({call.docs})"
    error.args = (text,)
    return error
