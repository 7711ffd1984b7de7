"""What a test says to the service over HTTP, where it is not written in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from ..core.headers import Headers
from ..core.jsondata import is_object
from ..errors import ConfigurationError
from ..http.messages import Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..http.messages import Request
    from .log import FakeRequest

ROOT = "/_fake/"
"""Where it listens."""


def control(
    wishes: Mapping[str, Callable[..., None]],
    seen: Iterable[FakeRequest],
    request: Request,
) -> Response:
    """Do what a request wants of the service itself.

    `POST /_fake/fail` with the arguments of the method `fail` as a JSON object, and so
    for the other methods; `GET /_fake/requests` tells what was asked.

    Args:
        wishes: What may be wanted, by its name.
        seen: What was asked so far.
        request: One for a path below `/_fake/`.
    """
    wish = urlsplit(request.url).path.removeprefix(ROOT)
    if wish == "requests" and request.method == "GET":
        return _json(200, [_told(each) for each in seen])
    if wish not in wishes or request.method != "POST":
        known = ", ".join(f"POST {ROOT}{each}" for each in wishes)
        return _json(404, {"error": f"there are: GET {ROOT}requests, {known}"})
    try:
        given = msgspec.json.decode(request.body or b"{}")
        if not is_object(given):
            return _json(400, {"error": "the body must be an object"})
        several: list[Any] = given.pop("ids", []) if wish == "missing" else []
        wishes[wish](*several, **given)
    except RecursionError:
        return _json(400, {"error": "the body is nested too deeply"})
    except (ConfigurationError, TypeError, ValueError) as error:
        return _json(400, {"error": str(error)})
    return Response(status=204)


def _told(asked: FakeRequest) -> dict[str, Any]:
    """Tell of a request, but for its token."""
    return {
        "operation": asked.operation,
        "method": asked.method,
        "url": asked.url,
        "arguments": dict(asked.arguments),
        "status": asked.status,
    }


def _json(status: int, content: object) -> Response:
    headers = Headers([("Content-Type", "application/json")])
    body = msgspec.json.encode(content)
    return Response(status=status, headers=headers, body=body)
