"""A typed client of Spotify Web API, synchronous and asynchronous.

The Web API of Spotify, its catalogue, the user's library and playlists, and the player,
as its servers really answer. Maintained by hand from recorded responses. Spotify's own
documentation is linked from every operation.
"""

__version__ = "0.1.0"

from typing import TYPE_CHECKING

from ._runtime import attach

if TYPE_CHECKING:
    from . import errors as errors, models as models, operations as operations
    from ._playlists.calls import (
        AddItems as AddItems,
        PlaylistChangedError as PlaylistChangedError,
        PlaylistSync as PlaylistSync,
        RemoveItems as RemoveItems,
        ReorderItems as ReorderItems,
        ReplaceItems as ReplaceItems,
        own_uri as own_uri,
    )
    from ._runtime import (
        AccessToken as AccessToken,
        AsyncLimitStore as AsyncLimitStore,
        AsyncPager as AsyncPager,
        AsyncTokenStore as AsyncTokenStore,
        AsyncTransport as AsyncTransport,
        AuthorizationRequest as AuthorizationRequest,
        Cache as Cache,
        CacheHit as CacheHit,
        CacheMiss as CacheMiss,
        CacheRevalidated as CacheRevalidated,
        CacheStats as CacheStats,
        DriftRecord as DriftRecord,
        DriftReport as DriftReport,
        Event as Event,
        Headers as Headers,
        HttpTransport as HttpTransport,
        LimitState as LimitState,
        LimitStore as LimitStore,
        MemoryLimitStore as MemoryLimitStore,
        MemoryTokenStore as MemoryTokenStore,
        OffsetPage as OffsetPage,
        Page as Page,
        Pager as Pager,
        PartialDate as PartialDate,
        RateLimitWindow as RateLimitWindow,
        RawResponse as RawResponse,
        RecordingTransport as RecordingTransport,
        ReplayTransport as ReplayTransport,
        Request as Request,
        RequestSent as RequestSent,
        Response as Response,
        ResponseReceived as ResponseReceived,
        RetryScheduled as RetryScheduled,
        SchemaDrift as SchemaDrift,
        TokenRefreshed as TokenRefreshed,
        TokenSet as TokenSet,
        TokensNotStored as TokensNotStored,
        TokenStore as TokenStore,
        Transport as Transport,
        UnknownItem as UnknownItem,
        forget_limits as forget_limits,
        to_dict as to_dict,
    )
    from .auth import (
        PKCE as PKCE,
        AuthorizationCode as AuthorizationCode,
        ClientCredentials as ClientCredentials,
        FileTokenStore as FileTokenStore,
        ImplicitGrant as ImplicitGrant,
        RefreshToken as RefreshToken,
        Scope as Scope,
    )
    from .client import AsyncSpotify as AsyncSpotify, Spotify as Spotify
    from .errors import (
        AlreadyPausedError as AlreadyPausedError,
        AlreadyPlayingError as AlreadyPlayingError,
        AuthError as AuthError,
        AuthorizationDeniedError as AuthorizationDeniedError,
        AuthServerError as AuthServerError,
        BadGatewayError as BadGatewayError,
        BadRequestError as BadRequestError,
        BatchError as BatchError,
        ClientStatusError as ClientStatusError,
        ConfigurationError as ConfigurationError,
        ConnectFailedError as ConnectFailedError,
        ContextDisallowedError as ContextDisallowedError,
        DeadlineExceededError as DeadlineExceededError,
        DecodeError as DecodeError,
        DeviceNotControllableError as DeviceNotControllableError,
        EndlessContextError as EndlessContextError,
        EndpointUnavailableError as EndpointUnavailableError,
        ForbiddenError as ForbiddenError,
        GatewayTimeoutError as GatewayTimeoutError,
        InternalServerError as InternalServerError,
        InvalidArgumentError as InvalidArgumentError,
        InvalidIdError as InvalidIdError,
        MissingScopeError as MissingScopeError,
        NoActiveDeviceError as NoActiveDeviceError,
        NoNextTrackError as NoNextTrackError,
        NoPreviousTrackError as NoPreviousTrackError,
        NoSpecificTrackError as NoSpecificTrackError,
        NotCachedError as NotCachedError,
        NotFoundError as NotFoundError,
        NotModifiedError as NotModifiedError,
        NotPausedError as NotPausedError,
        NotPlayingContextError as NotPlayingContextError,
        NotPlayingLocallyError as NotPlayingLocallyError,
        NotPlayingTrackError as NotPlayingTrackError,
        PaginationLoopError as PaginationLoopError,
        PagingError as PagingError,
        PlayerRateLimitedError as PlayerRateLimitedError,
        PremiumRequiredError as PremiumRequiredError,
        ProtocolError as ProtocolError,
        QuotaExceededError as QuotaExceededError,
        RateLimitedError as RateLimitedError,
        ReauthorizationRequiredError as ReauthorizationRequiredError,
        RemoteControlDisallowedError as RemoteControlDisallowedError,
        ResponseTooLargeError as ResponseTooLargeError,
        ServerError as ServerError,
        ServiceUnavailableError as ServiceUnavailableError,
        SpotifyError as SpotifyError,
        StatusError as StatusError,
        TransportError as TransportError,
        UnauthorizedError as UnauthorizedError,
        UnsafeUrlError as UnsafeUrlError,
        VolumeControlDisallowedError as VolumeControlDisallowedError,
    )
else:
    __getattr__, __dir__, __all__ = attach(
        __name__,
        {
            ".": "errors models operations",
            "._playlists.calls": """
                AddItems PlaylistChangedError PlaylistSync RemoveItems ReorderItems
                ReplaceItems own_uri
                """,
            "._runtime": """
                AccessToken AsyncLimitStore AsyncPager AsyncTokenStore AsyncTransport
                AuthorizationRequest Cache CacheHit CacheMiss CacheRevalidated
                CacheStats DriftRecord DriftReport Event Headers HttpTransport
                LimitState LimitStore MemoryLimitStore MemoryTokenStore OffsetPage Page
                Pager PartialDate RateLimitWindow RawResponse RecordingTransport
                ReplayTransport Request RequestSent Response ResponseReceived
                RetryScheduled SchemaDrift TokenRefreshed TokenSet TokenStore
                TokensNotStored Transport UnknownItem forget_limits to_dict
                """,
            ".auth": """
                PKCE AuthorizationCode ClientCredentials FileTokenStore ImplicitGrant
                RefreshToken Scope
                """,
            ".client": "AsyncSpotify Spotify",
            ".errors": """
                AlreadyPausedError AlreadyPlayingError AuthError AuthServerError
                AuthorizationDeniedError BadGatewayError BadRequestError BatchError
                ClientStatusError ConfigurationError ConnectFailedError
                ContextDisallowedError DeadlineExceededError DecodeError
                DeviceNotControllableError EndlessContextError EndpointUnavailableError
                ForbiddenError GatewayTimeoutError InternalServerError
                InvalidArgumentError InvalidIdError MissingScopeError
                NoActiveDeviceError NoNextTrackError NoPreviousTrackError
                NoSpecificTrackError NotCachedError NotFoundError NotModifiedError
                NotPausedError NotPlayingContextError NotPlayingLocallyError
                NotPlayingTrackError PaginationLoopError PagingError
                PlayerRateLimitedError PremiumRequiredError ProtocolError
                QuotaExceededError RateLimitedError ReauthorizationRequiredError
                RemoteControlDisallowedError ResponseTooLargeError ServerError
                ServiceUnavailableError SpotifyError StatusError TransportError
                UnauthorizedError UnsafeUrlError VolumeControlDisallowedError
                """,
        },
    )
