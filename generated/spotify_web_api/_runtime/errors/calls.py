"""What a call raises that no transport knows of."""

from __future__ import annotations

import http
from typing import TYPE_CHECKING, Any

from ..core.headers import Headers
from .transport import ClientError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class ConfigurationError(ClientError):
    """The client is set up wrongly."""


class InvalidArgumentError(ClientError, ValueError):
    """An argument was refused before anything was sent."""


class InvalidIdError(InvalidArgumentError):
    """An id, URI or link that cannot be one, or names another kind of thing."""


class EndpointUnavailableError(ClientError):
    """The provider does not offer this call to this application.

    Attributes:
        replacement: The call to use instead, or `None`.
    """

    def __init__(self, message: str, *, replacement: str | None = None) -> None:
        """Keep the name of the call that replaces the missing one."""
        super().__init__(message)
        self.replacement = replacement


class MissingScopeError(ClientError):
    """The access token lacks a scope the call needs.

    Attributes:
        required: The scopes the call needs.
        granted: The scopes the token has.
    """

    def __init__(
        self, message: str, *, required: Sequence[str], granted: Sequence[str]
    ) -> None:
        """Keep both lists of scopes."""
        super().__init__(message)
        self.required = tuple(required)
        self.granted = tuple(granted)


class AuthError(ClientError):
    """The authorization server refused, with the error object of RFC 6749.

    Attributes:
        error: The code, such as `invalid_grant`.
        error_description: The server's explanation, or `None`.
    """

    def __init__(
        self, message: str, *, error: str, error_description: str | None = None
    ) -> None:
        """Keep the error object."""
        super().__init__(message)
        self.error = error
        self.error_description = error_description


class AuthorizationDeniedError(AuthError):
    """The user did not grant access."""


class AuthServerError(AuthError):
    """The authorization server failed; what was granted is still valid."""


class ReauthorizationRequiredError(AuthError):
    """The grant is dead: send the user through authorization again."""


class DecodeError(ClientError):
    """A response body is not what the description of the API says.

    Attributes:
        path: Where in the JSON document, such as `$.items[0].name`.
        content_type: The media type the server named, or `""`.
        first_bytes: The beginning of the body, at most 64 bytes.
        status: The HTTP status of the response, or `None` where there is none.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str = "$",
        content_type: str = "",
        first_bytes: bytes = b"",
        status: int | None = None,
    ) -> None:
        """Keep the place and a bounded sample."""
        super().__init__(message)
        self.path = path
        self.content_type = content_type
        self.first_bytes = first_bytes[:64]
        self.status = status


class PagingError(ClientError):
    """The pages of a listing cannot be followed."""


class PaginationLoopError(PagingError):
    """The server names next pages without end: one already visited, or too many."""


class BatchError(ClientError):
    """A later chunk of a batch of writes failed; earlier chunks took effect.

    Attributes:
        done: The elements that were written.
        remaining: The elements that were not, those of the failed chunk first.
        cause: The error of the failed chunk.
    """

    def __init__(
        self,
        message: str,
        *,
        done: Sequence[Any],
        remaining: Sequence[Any],
        cause: ClientError,
    ) -> None:
        """Keep both halves of the batch and the error between them."""
        super().__init__(message)
        self.done = tuple(done)
        self.remaining = tuple(remaining)
        self.cause = cause


class NotModifiedError(ClientError):
    """The answer has not changed since the one with this entity tag (304).

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
        reason: The machine-readable reason in the body, or `None`.
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
        """Compose the text out of what is known."""
        parts = [f"{status} {phrase(status)}".rstrip(), operation, message, hint]
        text = ": ".join(part for part in parts if part)
        super().__init__(f"{text} ({docs})" if docs else text)
        self.status = status
        self.message = message
        self.reason = reason
        self.headers = Headers() if headers is None else headers
        self.operation = operation
        self.docs = docs
        self.hint = hint
        self.retry_after = retry_after
        self.retry_at = retry_at


class ClientStatusError(StatusError):
    """The request was refused (4xx)."""


class RateLimitedError(ClientStatusError):
    """Too many requests (429), now or in a window that lasts until `retry_at`.

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
