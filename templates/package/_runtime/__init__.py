"""Everything a generated client does at run time; it knows no particular API.

This is its face: what emitted modules and users import, each name loaded from its room
at the first use. Policy does no I/O; two short drivers perform its steps, one with
blocking calls and one with `await`.

What `_PUBLIC` names, users import from the top of their package.
"""

from typing import TYPE_CHECKING

from .core.lazy import attach as attach

_PUBLIC = {
    ".auth.access_token": "AccessToken",
    ".auth.consent": "AuthorizationRequest",
    ".core.headers": "Headers",
    ".caching.cache": "Cache CacheStats",
    ".decoding.drift": "DriftRecord DriftReport SchemaDrift",
    ".engine.events": """
        CacheHit CacheMiss CacheRevalidated Event RateLimitWindow RequestSent
        ResponseReceived RetryScheduled TokenRefreshed TokensNotStored
        """,
    ".engine.limits": """
        AsyncLimitStore LimitState LimitStore MemoryLimitStore forget_limits
        """,
    ".http.messages": "Request Response",
    ".http.transport": "AsyncTransport Transport",
    ".models.model": "UnknownItem to_dict",
    ".models.page": "OffsetPage Page",
    ".models.partial_date": "PartialDate",
    ".paging.async_pager": "AsyncPager",
    ".paging.pager": "Pager",
    ".session.raw": "RawResponse",
    ".tokens.stores": "AsyncTokenStore MemoryTokenStore TokenStore",
    ".tokens.token_set": "TokenSet",
    ".transports.default": "HttpTransport",
    ".transports.recording": "RecordingTransport",
    ".transports.replaying": "ReplayTransport",
}
"""Room to what users import, by its name, from the top of their package."""

_EMITTED = {
    ".auth.grants": """
        AuthorizationCode ClientCredentials PKCE RefreshToken RefusedFlow
        """,
    ".auth.server": "AuthorizationServer",
    ".client.async_client": "AsyncClient",
    ".client.calls": "AsyncResource Resource",
    ".client.client": "Client",
    ".client.options": "Options",
    ".core.cached": "cached",
    ".core.deprecation": "deprecated",
    ".decoding.drift": "DriftObserver",
    ".description.api": "Api ErrorTable OperationTable",
    ".description.operation": """
        Availability Batch Operation Pagination Route Translation
        """,
    ".description.parameter": "Group Parameter Reference ReferenceKind Shape",
    ".engine.events": "Observer",
    ".engine.ports": "AsyncTokenProvider TokenProvider",
    ".errors.public": "publish",
    ".errors": """
        AuthError AuthServerError AuthorizationDeniedError BatchError ClientError
        ClientStatusError ConfigurationError ConnectFailedError DeadlineExceededError
        DecodeError EndpointUnavailableError InvalidArgumentError InvalidIdError
        MissingScopeError NotCachedError NotModifiedError PaginationLoopError
        PagingError ProtocolError RateLimitedError ReauthorizationRequiredError
        ResponseTooLargeError ServerError StatusError TransportError UnsafeUrlError
        """,
    ".models.model": "Model Timestamp",
    ".testing.answers": "Answers Doors",
    ".testing.command": "serve_until_interrupted",
    ".testing.listings": "FakeCall",
    ".testing.log": "FakeRequest",
    ".testing.plugin": "add_seed make_fixtures",
    ".testing.service": "FakeService",
    ".tokens.file_store": "FileTokenStore",
}
"""Room to what emitted modules are made of besides."""

if TYPE_CHECKING:
    from .auth.access_token import AccessToken as AccessToken
    from .auth.consent import AuthorizationRequest as AuthorizationRequest
    from .auth.grants import (
        PKCE as PKCE,
        AuthorizationCode as AuthorizationCode,
        ClientCredentials as ClientCredentials,
        RefreshToken as RefreshToken,
        RefusedFlow as RefusedFlow,
    )
    from .auth.server import AuthorizationServer as AuthorizationServer
    from .caching.cache import Cache as Cache, CacheStats as CacheStats
    from .client.async_client import AsyncClient as AsyncClient
    from .client.calls import AsyncResource as AsyncResource, Resource as Resource
    from .client.client import Client as Client
    from .client.options import Options as Options
    from .core.cached import cached as cached
    from .core.deprecation import deprecated as deprecated
    from .core.headers import Headers as Headers
    from .decoding.drift import (
        DriftObserver as DriftObserver,
        DriftRecord as DriftRecord,
        DriftReport as DriftReport,
        SchemaDrift as SchemaDrift,
    )
    from .description.api import (
        Api as Api,
        ErrorTable as ErrorTable,
        OperationTable as OperationTable,
    )
    from .description.operation import (
        Availability as Availability,
        Batch as Batch,
        Operation as Operation,
        Pagination as Pagination,
        Route as Route,
        Translation as Translation,
    )
    from .description.parameter import (
        Group as Group,
        Parameter as Parameter,
        Reference as Reference,
        ReferenceKind as ReferenceKind,
        Shape as Shape,
    )
    from .engine.events import (
        CacheHit as CacheHit,
        CacheMiss as CacheMiss,
        CacheRevalidated as CacheRevalidated,
        Event as Event,
        Observer as Observer,
        RateLimitWindow as RateLimitWindow,
        RequestSent as RequestSent,
        ResponseReceived as ResponseReceived,
        RetryScheduled as RetryScheduled,
        TokenRefreshed as TokenRefreshed,
        TokensNotStored as TokensNotStored,
    )
    from .engine.limits import (
        AsyncLimitStore as AsyncLimitStore,
        LimitState as LimitState,
        LimitStore as LimitStore,
        MemoryLimitStore as MemoryLimitStore,
        forget_limits as forget_limits,
    )
    from .engine.ports import (
        AsyncTokenProvider as AsyncTokenProvider,
        TokenProvider as TokenProvider,
    )
    from .errors import (
        AuthError as AuthError,
        AuthorizationDeniedError as AuthorizationDeniedError,
        AuthServerError as AuthServerError,
        BatchError as BatchError,
        ClientError as ClientError,
        ClientStatusError as ClientStatusError,
        ConfigurationError as ConfigurationError,
        ConnectFailedError as ConnectFailedError,
        DeadlineExceededError as DeadlineExceededError,
        DecodeError as DecodeError,
        EndpointUnavailableError as EndpointUnavailableError,
        InvalidArgumentError as InvalidArgumentError,
        InvalidIdError as InvalidIdError,
        MissingScopeError as MissingScopeError,
        NotCachedError as NotCachedError,
        NotModifiedError as NotModifiedError,
        PaginationLoopError as PaginationLoopError,
        PagingError as PagingError,
        ProtocolError as ProtocolError,
        RateLimitedError as RateLimitedError,
        ReauthorizationRequiredError as ReauthorizationRequiredError,
        ResponseTooLargeError as ResponseTooLargeError,
        ServerError as ServerError,
        StatusError as StatusError,
        TransportError as TransportError,
        UnsafeUrlError as UnsafeUrlError,
    )
    from .errors.public import publish as publish
    from .http.messages import Request as Request, Response as Response
    from .http.transport import AsyncTransport as AsyncTransport, Transport as Transport
    from .models.model import (
        Model as Model,
        Timestamp as Timestamp,
        UnknownItem as UnknownItem,
        to_dict as to_dict,
    )
    from .models.page import OffsetPage as OffsetPage, Page as Page
    from .models.partial_date import PartialDate as PartialDate
    from .paging.async_pager import AsyncPager as AsyncPager
    from .paging.pager import Pager as Pager
    from .session.raw import RawResponse as RawResponse
    from .testing.answers import Answers as Answers, Doors as Doors
    from .testing.command import serve_until_interrupted as serve_until_interrupted
    from .testing.listings import FakeCall as FakeCall
    from .testing.log import FakeRequest as FakeRequest
    from .testing.plugin import add_seed as add_seed, make_fixtures as make_fixtures
    from .testing.service import FakeService as FakeService
    from .tokens.file_store import FileTokenStore as FileTokenStore
    from .tokens.stores import (
        AsyncTokenStore as AsyncTokenStore,
        MemoryTokenStore as MemoryTokenStore,
        TokenStore as TokenStore,
    )
    from .tokens.token_set import TokenSet as TokenSet
    from .transports.default import HttpTransport as HttpTransport
    from .transports.recording import RecordingTransport as RecordingTransport
    from .transports.replaying import ReplayTransport as ReplayTransport
else:
    __getattr__, __dir__, __all__ = attach(__name__, _PUBLIC, _EMITTED)
