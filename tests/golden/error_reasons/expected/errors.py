"""Every exception of this package, in one tree.

ThingsError  The root of all errors this package raises on purpose.
├─ ConfigurationError        The client is set up wrongly.
├─ InvalidArgumentError      An argument was refused before anything was sent.
│  └─ InvalidIdError  An id, URI or link that cannot be one, or is of another kind.
├─ EndpointUnavailableError  The provider does not offer this call to this application.
├─ MissingScopeError         The access token lacks a scope the call needs.
├─ AuthError                 The authorization server refused (RFC 6749, section 5.2).
│  ├─ AuthorizationDeniedError      The user did not grant access.
│  ├─ AuthServerError               The authorization server failed; the grant is still
│  │                                valid.
│  └─ ReauthorizationRequiredError  The grant is dead: the user has to consent again.
├─ NotCachedError            There is no fresh answer in the cache, and nothing may be
│                            sent.
├─ DecodeError               A response body is not as the API is described.
├─ PagingError               The pages of a listing cannot be followed.
│  └─ PaginationLoopError  There is no end of next pages: one came before, or too many.
├─ BatchError                A later chunk of writes failed; earlier ones took effect.
├─ NotModifiedError          The answer is still the one of this entity tag (304).
├─ TransportError            No complete response was received.
│  ├─ ConnectFailedError     No connection could be made.
│  ├─ ProtocolError          The connection broke, or the response is not proper HTTP.
│  ├─ ResponseTooLargeError  The body is larger than `max_body`, compressed or not.
│  ├─ UnsafeUrlError         A response named a URL that must not get the access token.
│  └─ DeadlineExceededError  There was no complete response in time.
└─ StatusError               The server answered with a status that is no success.
   ├─ ClientStatusError  The request was refused (4xx).
   │  ├─ PaymentRequiredError  402 Payment Required.
   │  ├─ NotFoundError         404 Not Found.
   │  │  └─ ThingGoneError  Somebody took the thing.
   │  └─ RateLimitedError      Too many requests (429); the next one may go at
   │     │                     `retry_at`.
   │     └─ BudgetError  Nothing left this month.
   └─ ServerError        The server failed (5xx).
      └─ ServiceUnavailableError  503 Service Unavailable.
"""

from ._runtime import (
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
    ErrorTable,
    InvalidArgumentError,
    InvalidIdError,
    MissingScopeError,
    NotCachedError,
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
    publish,
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
    """404 GONE: Somebody took the thing."""


class BudgetError(RateLimitedError):
    """429 BUDGET: Nothing left this month."""


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
    "NotCachedError",
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

publish(__name__, __all__)
