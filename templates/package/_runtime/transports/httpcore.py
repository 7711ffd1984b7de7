"""Our requests and responses in the form of httpcore2."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from ..core.headers import Headers
from ..http.messages import Request, Response
from ..http.urls import parse

if TYPE_CHECKING:
    import httpcore2

    from .body import Body

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
                "pool": max(deadline - time.monotonic(), 0.0),
            }
        },
    )


def headers(answer: Any) -> Headers:
    """Return the headers of a response of httpcore2."""
    return Headers(
        (n.decode("latin-1"), v.decode("latin-1")) for n, v in answer.headers
    )


def response(answer: Any, fields: Headers, body: Body) -> Response:
    """Return a response of httpcore2 as ours.

    Args:
        answer: The response.
        fields: Its headers.
        body: Its body, read to the end.
    """
    version: object = answer.extensions.get("http_version")
    framed = (
        answer.status in _BODILESS
        or "content-length" in fields
        or "transfer-encoding" in fields
        or version == b"HTTP/2"
    )
    return Response(
        status=answer.status, headers=fields, body=body.finish(), complete=framed
    )


def retire_if_surplus(answer: Any) -> None:
    """See that a connection is used no more if it holds more than the response.

    What came beyond the end of a response would be taken for the answer to the next
    request. httpcore2 keeps it where nothing public shows it.

    Args:
        answer: The response, read to the end and not yet closed.
    """
    connection = getattr(getattr(answer.stream, "_stream", None), "_connection", None)
    state = getattr(connection, "_h11_state", None)
    if state is not None and state.trailing_data[0]:
        answer.extensions["network_stream"].retire()
