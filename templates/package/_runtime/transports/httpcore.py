"""Our requests, responses and errors, and those of httpcore2."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..core.headers import Headers
from ..errors import (
    ClientError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    ProtocolError,
    TransportError,
)
from ..http import answers
from ..http.messages import Request, Response
from ..http.urls import parse

if TYPE_CHECKING:
    from collections.abc import Generator

    import httpcore2

    from .body import Body

_NEVER_SENT = frozenset({"ConnectTimeout", "PoolTimeout"})
_BODILESS = frozenset({204, 304})


def message(request: Request, deadline: float) -> httpcore2.Request:
    """Return a request as httpcore2 sends it.

    Args:
        request: The request.
        deadline: When it has to be over, by the monotonic clock.
    """
    import httpcore2

    address = parse(request.url)
    length = (
        [] if request.body is None else [("Content-Length", str(len(request.body)))]
    )
    return httpcore2.Request(
        request.method,
        httpcore2.URL(  # made from its parts: the library drops `;` parameters
            scheme=address.scheme,
            host=address.host,
            port=None if address.has_default_port else address.port,
            target=address.target,
        ),
        headers=[("Host", address.netloc), *request.headers, *length],
        content=request.body,
        extensions={
            "timeout": {
                "connect": deadline,
                "read": deadline,
                "write": deadline,
            }
        },
    )


def headers(answer: Any, request: Request) -> Headers:
    """Return the headers of a response of httpcore2.

    Args:
        answer: The response, of whose body nothing was read.
        request: What it is the response to.

    Raises:
        ProtocolError: If it cannot be the answer to that. Its connection, whose body
            was not read, is closed.
    """
    pairs = ((n.decode("latin-1"), v.decode("latin-1")) for n, v in answer.headers)
    found = Headers(pairs, request.redactor)
    problem = answers.problem_of_head(request, answer.status, found)
    if problem is not None:
        raise ProtocolError(problem)
    return found


def response(answer: Any, fields: Headers, body: Body, request: Request) -> Response:
    """Return a response of httpcore2 as ours.

    Args:
        answer: The response.
        fields: Its headers.
        body: Its body, read to the end.
        request: What it is the response to.
    """
    version: object = answer.extensions.get("http_version")
    framed = (
        answer.status in _BODILESS
        or "content-length" in fields
        or "transfer-encoding" in fields
        or version == b"HTTP/2"
    )
    return Response(
        status=answer.status,
        headers=fields,
        body=body.finish(),
        complete=framed,
        redactor=request.redactor,
    )


def retire_if_surplus(answer: Any) -> None:
    """See that a connection is used no more if it may hold more than the response.

    What came beyond the end of a response would be taken for the answer to the next
    request. httpcore2 keeps it where nothing public shows it: a version of it that
    keeps it elsewhere opens a connection for each request.

    Args:
        answer: The response, read to the end and not yet closed.
    """
    if answer.extensions.get("http_version") == b"HTTP/2":
        return  # whose frames say what they belong to
    connection = getattr(answer.stream, "_connection", None)
    state = getattr(connection, "_h11_state", None)
    if state is None or state.trailing_data[0]:
        answer.extensions["network_stream"].retire()


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
        raise translate(error, request) from None


def translate(error: Exception, request: Request) -> TransportError:
    """Return what `error` means.

    Args:
        error: An exception of httpcore2, ssl or a socket.
        request: What was being sent.
    """
    import httpcore2

    name, seconds = type(error).__name__, request.timeout
    text = " ".join(request.redactor.text(str(error)).split())[:300]
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
