"""The root of all errors, and what a call raises apart from status and transport."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class ClientError(Exception):
    """The root of all errors this package raises on purpose.

    Attributes:
        operation: The name and route of the operation called; `""` if there was none.
        docs: The reference page of the operation, or `None`.
    """

    operation: str = ""
    docs: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by state, so that subclasses may have any constructor."""
        return _restore, (type(self), self.args, self.__dict__)


def _restore(
    kind: type[ClientError], args: tuple[Any, ...], state: dict[str, Any]
) -> ClientError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigurationError(ClientError):
    """The client is set up wrongly."""


class InvalidArgumentError(ClientError, ValueError):
    """An argument was refused before anything was sent."""


class InvalidIdError(InvalidArgumentError):
    """An id, URI or link that cannot be one, or is of another kind."""


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
    """The authorization server refused (RFC 6749, section 5.2).

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
    """The authorization server failed; the grant is still valid."""


class ReauthorizationRequiredError(AuthError):
    """The grant is dead: the user has to consent again."""


class DecodeError(ClientError):
    """A response body is not as the API is described.

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
    """There is no end of next pages: one came before, or too many."""


class BatchError(ClientError):
    """A later chunk of writes failed; earlier ones took effect.

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
