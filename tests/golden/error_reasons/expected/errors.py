"""Every exception of this package, in one tree.

ThingsError
    ConfigurationError
    InvalidArgumentError
        InvalidIdError
    EndpointUnavailableError
    MissingScopeError
    AuthError
        AuthorizationDeniedError
        AuthServerError
        ReauthorizationRequiredError
    TransportError
        ConnectFailedError
        ProtocolError
        ResponseTooLargeError
        UnsafeUrlError
        DeadlineExceededError
    DecodeError
    PagingError
        PaginationLoopError
    BatchError
    NotModifiedError
    StatusError
        ClientStatusError
            PaymentRequiredError 402
            NotFoundError 404
                ThingGoneError
            RateLimitedError 429
                BudgetError
        ServerError
            ServiceUnavailableError 503
"""

from ._runtime.engine.failures import ErrorTable
from ._runtime.errors import (
    AuthError,
    AuthorizationDeniedError,
    AuthServerError,
    BatchError,
    ClientError,
    ClientStatusError,
    ConfigurationError,
    ConnectFailedError,
    DeadlineExceededError,
    DecodeError,
    EndpointUnavailableError,
    InvalidArgumentError,
    InvalidIdError,
    MissingScopeError,
    NotModifiedError,
    PaginationLoopError,
    PagingError,
    ProtocolError,
    RateLimitedError,
    ReauthorizationRequiredError,
    ResponseTooLargeError,
    ServerError,
    StatusError,
    TransportError,
    UnsafeUrlError,
)

ThingsError = ClientError
"""The root: catches whatever a call raises."""


class PaymentRequiredError(ClientStatusError):
    """402 Payment Required."""


class NotFoundError(ClientStatusError):
    """404 Not Found."""


class ServiceUnavailableError(ServerError):
    """503 Service Unavailable."""


class ThingGoneError(NotFoundError):
    """404 with the reason GONE.

    Somebody took the thing.
    """


class BudgetError(RateLimitedError):
    """429 with the reason BUDGET.

    Nothing left this month.
    """


TABLE = ErrorTable(
    statuses={
        402: PaymentRequiredError,
        404: NotFoundError,
        503: ServiceUnavailableError,
    },
    reasons={
        (404, "GONE"): ThingGoneError,
        (429, "BUDGET"): BudgetError,
    },
    never=frozenset({(429, "BUDGET")}),
)
"""Which exception a status, or a status and a reason, becomes."""

__all__ = (
    "AuthError",
    "AuthServerError",
    "AuthorizationDeniedError",
    "BatchError",
    "BudgetError",
    "ClientStatusError",
    "ConfigurationError",
    "ConnectFailedError",
    "DeadlineExceededError",
    "DecodeError",
    "EndpointUnavailableError",
    "InvalidArgumentError",
    "InvalidIdError",
    "MissingScopeError",
    "NotFoundError",
    "NotModifiedError",
    "PaginationLoopError",
    "PagingError",
    "PaymentRequiredError",
    "ProtocolError",
    "RateLimitedError",
    "ReauthorizationRequiredError",
    "ResponseTooLargeError",
    "ServerError",
    "ServiceUnavailableError",
    "StatusError",
    "ThingGoneError",
    "ThingsError",
    "TransportError",
    "UnsafeUrlError",
)
