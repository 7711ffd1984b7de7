"""What goes to a transport and what comes back: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..core.headers import Headers

if TYPE_CHECKING:
    from ..auth.access_token import Secret
    from ..description.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP request, complete.

    Attributes:
        method: The verb, in upper case.
        url: The absolute URL, percent-encoded ASCII without a fragment.
        headers: Pairs of name and value.
        body: The content, or `None` if there is none.
        timeout: Seconds this request may take, from the connection to the last byte.
        max_body: The largest response body accepted, in bytes.
        operation: The route of the operation it belongs to, or `""`; it is not sent.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes | None = field(default=None, repr=False)
    timeout: float = 60.0
    max_body: int = 33_554_432
    operation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One HTTP response, read to its end.

    Attributes:
        status: The HTTP status code.
        headers: The headers, case-insensitive.
        body: The content, decompressed.
        complete: `False` if the server did not mark the end of the body, so that
            it may have been cut off.
    """

    status: int
    headers: Headers = field(default_factory=Headers)
    body: bytes = field(default=b"", repr=False)
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A checked call, ready to become requests.

    Attributes:
        label: The call and its route, for messages and logs; no arguments in it.
        method: The verb, in upper case.
        url: The absolute URL of the first request.
        body: The content, or `None`.
        media_type: The type of the content, or `None` without one.
        operation: The operation called, or `None` for a free request.
        authorized: Whether the access token is sent.
        credentials: What is sent in its place, or `None`.
        raw: Whether a 304 is an answer rather than a `NotModifiedError`.
    """

    label: str
    method: str
    url: str = field(repr=False)
    body: bytes | None = field(default=None, repr=False)
    media_type: str | None = None
    operation: Operation[Any] | None = None
    authorized: bool = True
    credentials: Secret | None = None
    raw: bool = False

    @property
    def docs(self) -> str | None:
        """The reference page of the operation, or `None`."""
        return None if self.operation is None else self.operation.docs
