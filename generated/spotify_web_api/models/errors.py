"""Models: errors."""

from typing import Literal

from .._runtime import Model


class AuthenticationError(Model, frozen=True, kw_only=True):
    """The body of an error of the accounts server, as RFC 6749 lays it down."""

    error: (
        Literal[
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
        ]
        | str
    )
    """What went wrong, as a code for programs."""

    error_description: str | None = None
    """What went wrong, as a sentence for people."""


class Error(Model, frozen=True, kw_only=True):
    """What went wrong, in words that may change and a reason that does not."""

    status: int | None = None
    """The HTTP status once more."""

    message: str | None = None
    """A sentence for people. Its wording changes over the years."""

    reason: str | None = None
    """A code for programs; sent by the commands of the player and for spent quotas."""


class ErrorResponse(Model, frozen=True, kw_only=True):
    """The body of an error of the Web API."""

    error: Error
    """What went wrong."""
