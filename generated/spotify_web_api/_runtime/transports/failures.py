"""Exceptions of the HTTP library become ours."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import (
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    ProtocolError,
    TransportError,
)

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..http.messages import Request

_NEVER_SENT = frozenset({"ConnectTimeout", "PoolTimeout"})


@contextmanager
def translated(request: Request) -> Generator[None]:
    """Raise our exceptions in place of those of httpcore2 and of sockets.

    Args:
        request: The request that is being sent.

    Raises:
        TransportError: One of its subclasses, with type and text of the original.
        ConfigurationError: If a package is missing.
    """
    try:
        yield
    except ClientError:
        raise
    except ImportError as error:
        raise ConfigurationError(f"a package is missing: {error.name}") from None
    except Exception as error:  # noqa: BLE001 - nothing else may get out
        raise translate(error, request.timeout) from None


def translate(error: Exception, seconds: float) -> TransportError:
    """Return what `error` means.

    Args:
        error: An exception of httpcore2, ssl or a socket.
        seconds: How long the request was allowed to take.
    """
    import httpcore2

    name = type(error).__name__
    text = " ".join(str(error).split())[:300]
    if isinstance(error, httpcore2.TimeoutException | TimeoutError):
        return DeadlineExceededError(
            f"no complete response within {seconds:.3g} s",
            sent=name not in _NEVER_SENT,
            cause_type=name,
            cause_text=text,
            seconds=seconds,
        )
    if isinstance(error, httpcore2.ConnectError | httpcore2.ProxyError):
        return ConnectFailedError(
            f"no connection: {text or name}", cause_type=name, cause_text=text
        )
    message = f"the connection broke: {text or name}"
    return ProtocolError(message, cause_type=name, cause_text=text)
