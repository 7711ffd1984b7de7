"""The errors of answers: their HTTP status is no success."""

from __future__ import annotations

import http
from typing import TYPE_CHECKING, Any

from ..core.headers import Headers
from .calls import ClientError

if TYPE_CHECKING:
    from datetime import datetime


class NotModifiedError(ClientError):
    """The answer is still the one of this entity tag (304).

    Attributes:
        etag: The entity tag, or `None` where the server did not repeat it.
    """

    def __init__(self, message: str, *, etag: str | None) -> None:
        """Keep the entity tag."""
        super().__init__(message)
        self.etag = etag


class StatusError(ClientError):
    """The server answered with a status that is no success.

    Attributes:
        status: The HTTP status code.
        message: What the server said, in one line of at most 500 characters.
        reason: The machine-readable reason in the body, at most 100 characters, or
            `None`.
        headers: The response headers, without cookies.
        hint: What is known of the cause beside what the server says, or `""`.
        retry_after: Seconds to wait before the next request, or `None` if unknown.
        retry_at: The time when that wait ends, in UTC, or `None`.
    """

    def __init__(
        self,
        *,
        status: int,
        message: str = "",
        reason: str | None = None,
        headers: Headers | None = None,
        operation: str = "",
        docs: str | None = None,
        hint: str = "",
        retry_after: float | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        """Keep what is known."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.reason = reason
        self.headers = Headers() if headers is None else headers
        self.operation = operation
        self.docs = docs
        self.hint = hint
        self.retry_after = retry_after
        self.retry_at = retry_at

    def _said(self) -> tuple[str, str]:
        parts = (part for part in (self.message, self.hint) if part)
        return f"{self.status} {phrase(self.status)}".rstrip(), ": ".join(parts)


class ClientStatusError(StatusError):
    """The request was refused (4xx)."""


class RateLimitedError(ClientStatusError):
    """Too many requests (429); the next one may go at `retry_at`.

    Attributes:
        cursor: Where to resume the listing whose page was refused, or `None`.
    """

    def __init__(self, *, cursor: str | None = None, **fields: Any) -> None:
        """Keep the cursor beside the fields of a `StatusError`."""
        super().__init__(**fields)
        self.cursor = cursor


class ServerError(StatusError):
    """The server failed (5xx)."""


def phrase(status: int) -> str:
    """Return the name of an HTTP status, such as `Not found`, or `""`."""
    try:
        return http.HTTPStatus(status).phrase.capitalize()
    except ValueError:
        return ""
