"""The errors of a client: one tree, every member of it picklable.

```
ClientError                      .call .operation .docs .detail
├─ ConfigurationError            the client is set up wrongly
├─ InvalidArgumentError          (also ValueError) before anything is sent
│  └─ InvalidIdError             no id, URI or link, or one of another kind
├─ EndpointUnavailableError      the provider does not offer it; .replacement
├─ MissingScopeError             .required .granted
├─ AuthError                     RFC 6749 error object: .error .error_description
│  ├─ AuthorizationDeniedError   the user said no
│  ├─ AuthServerError            the authorization server failed; nothing was lost
│  └─ ReauthorizationRequiredError  the grant is dead
├─ TransportError                .sent .cause_type .cause_text
│  ├─ ConnectFailedError  ProtocolError  ResponseTooLargeError  UnsafeUrlError
│  └─ DeadlineExceededError      (also TimeoutError)
├─ DecodeError                   .path .content_type .first_bytes .status
├─ PagingError
│  └─ PaginationLoopError
├─ BatchError                    .done .remaining .cause
├─ NotCachedError                nothing fresh is kept, and nothing may be sent
├─ NotModifiedError              .etag
└─ StatusError                   .status .message .reason .headers
   ├─ ClientStatusError          4xx
   │  └─ RateLimitedError        429; .retry_after .retry_at
   └─ ServerError                5xx
```

May import `core`.
"""

from .calls import (
    AuthError,
    AuthorizationDeniedError,
    AuthServerError,
    BatchError,
    ClientError,
    ConfigurationError,
    DecodeError,
    EndpointUnavailableError,
    InvalidArgumentError,
    InvalidIdError,
    MissingScopeError,
    NotCachedError,
    PaginationLoopError,
    PagingError,
    ReauthorizationRequiredError,
)
from .status import (
    ClientStatusError,
    NotModifiedError,
    RateLimitedError,
    ServerError,
    StatusError,
)
from .transport import (
    ConnectFailedError,
    DeadlineExceededError,
    ProtocolError,
    ResponseTooLargeError,
    TransportError,
    UnsafeUrlError,
)

__all__ = [
    "AuthError",
    "AuthServerError",
    "AuthorizationDeniedError",
    "BatchError",
    "ClientError",
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
    "NotModifiedError",
    "PaginationLoopError",
    "PagingError",
    "ProtocolError",
    "RateLimitedError",
    "ReauthorizationRequiredError",
    "ResponseTooLargeError",
    "ServerError",
    "StatusError",
    "TransportError",
    "UnsafeUrlError",
]
