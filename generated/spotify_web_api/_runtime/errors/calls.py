"""The root of all errors, and what a call raises apart from status and transport."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class ClientError(Exception):
    """The root of all errors this package raises on purpose.

    Its text is made of these and of what is wrong, so that it names the call once.

    Attributes:
        call: The call that failed, such as `albums.get`; the verb and the path of a
            request the description does not know; `""` outside of calls.
        operation: The call and its route or, where a request made for the call failed,
            the name and route of that one; `""` if there was none.
        docs: The reference page of the operation, or `None`.
    """

    call: str = ""
    operation: str = ""
    docs: str | None = None

    @property
    def detail(self) -> str:
        """What is wrong, without the call and its reference page."""
        return _joined(*self._said())

    def __str__(self) -> str:
        """Say which call failed, what is wrong, and where to read about the call."""
        before, after = self._said()
        text = _joined(before, self._named(), after)
        return f"{text} ({self.docs})" if self.docs else text

    def _said(self) -> tuple[str, str]:
        """Return what is wrong: what comes before the name of the call, and after."""
        return "", super().__str__()

    def _named(self) -> str:
        """Return the call and the operation, or one of them if it names both."""
        if f"{self.operation} ".startswith(f"{self.call} "):
            return self.operation
        return _joined(self.call, self.operation)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by state, so that subclasses may have any constructor."""
        return _restore, (type(self), self.args, self.__dict__)


def _joined(*parts: str) -> str:
    return ": ".join(part for part in parts if part)


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

    def _named(self) -> str:
        """Return the call alone: it has not become a request."""
        return self.call or self.operation


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


class NotCachedError(ClientError):
    """There is no fresh answer in the cache, and nothing may be sent."""


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
