"""Every exception of this package, in one tree.

SpotifyError  The root of all errors this package raises on purpose.
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
   │  ├─ BadRequestError    400 Bad Request.
   │  ├─ UnauthorizedError  401 Unauthorized.
   │  ├─ ForbiddenError     403 Forbidden.
   │  │  ├─ AlreadyPausedError            Playback is paused already.
   │  │  ├─ AlreadyPlayingError           What was asked for is playing already.
   │  │  ├─ ContextDisallowedError        The current context does not allow the
   │  │  │                                command.
   │  │  ├─ DeviceNotControllableError    The device cannot be controlled from
   │  │  │                                elsewhere.
   │  │  ├─ EndlessContextError           The command makes no sense in an endless
   │  │  │                                context such as a radio.
   │  │  ├─ NotPausedError                Playback is not paused.
   │  │  ├─ NotPlayingContextError        Nothing is playing from an album, a playlist
   │  │  │                                or another context.
   │  │  ├─ NotPlayingLocallyError        The device that got the command does not play
   │  │  │                                anything.
   │  │  ├─ NotPlayingTrackError          No track is playing.
   │  │  ├─ NoNextTrackError              Nothing comes after the current item.
   │  │  ├─ NoPreviousTrackError          Nothing comes before the current item.
   │  │  ├─ NoSpecificTrackError          The track asked for does not exist in the
   │  │  │                                current context.
   │  │  ├─ PremiumRequiredError          The user has no Premium subscription.
   │  │  ├─ RemoteControlDisallowedError  The device does not let others control it.
   │  │  └─ VolumeControlDisallowedError  The device does not let others set its volume.
   │  ├─ NotFoundError      404 Not Found.
   │  │  └─ NoActiveDeviceError  No device of the user is active, and the call names
   │  │                          none.
   │  └─ RateLimitedError   Too many requests (429); the next one may go at `retry_at`.
   │     ├─ QuotaExceededError      The quota of the developer's apps in development
   │     │                          mode is used up.
   │     └─ PlayerRateLimitedError  The player got too many commands in a short time.
   └─ ServerError        The server failed (5xx).
      ├─ InternalServerError      500 Internal Server Error.
      ├─ BadGatewayError          502 Bad Gateway.
      ├─ ServiceUnavailableError  503 Service Unavailable.
      └─ GatewayTimeoutError      504 Gateway Timeout.
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

SpotifyError = ClientError
"""The root: catches whatever a call raises."""


class BadRequestError(ClientStatusError):
    """400 Bad Request."""


class UnauthorizedError(ClientStatusError):
    """401 Unauthorized."""


class ForbiddenError(ClientStatusError):
    """403 Forbidden."""


class NotFoundError(ClientStatusError):
    """404 Not Found."""


class InternalServerError(ServerError):
    """500 Internal Server Error."""


class BadGatewayError(ServerError):
    """502 Bad Gateway."""


class ServiceUnavailableError(ServerError):
    """503 Service Unavailable."""


class GatewayTimeoutError(ServerError):
    """504 Gateway Timeout."""


class AlreadyPausedError(ForbiddenError):
    """403 ALREADY_PAUSED: Playback is paused already."""


class AlreadyPlayingError(ForbiddenError):
    """403 ALREADY_PLAYING: What was asked for is playing already."""


class ContextDisallowedError(ForbiddenError):
    """403 CONTEXT_DISALLOW: The current context does not allow the command."""


class DeviceNotControllableError(ForbiddenError):
    """403 DEVICE_NOT_CONTROLLABLE: The device cannot be controlled from elsewhere."""


class EndlessContextError(ForbiddenError):
    """403 ENDLESS_CONTEXT: The command makes no sense in an endless context such as a
    radio.
    """


class NotPausedError(ForbiddenError):
    """403 NOT_PAUSED: Playback is not paused."""


class NotPlayingContextError(ForbiddenError):
    """403 NOT_PLAYING_CONTEXT: Nothing is playing from an album, a playlist or another
    context.
    """


class NotPlayingLocallyError(ForbiddenError):
    """403 NOT_PLAYING_LOCALLY: The device that got the command does not play
    anything.
    """


class NotPlayingTrackError(ForbiddenError):
    """403 NOT_PLAYING_TRACK: No track is playing."""


class NoNextTrackError(ForbiddenError):
    """403 NO_NEXT_TRACK: Nothing comes after the current item."""


class NoPreviousTrackError(ForbiddenError):
    """403 NO_PREV_TRACK: Nothing comes before the current item."""


class NoSpecificTrackError(ForbiddenError):
    """403 NO_SPECIFIC_TRACK: The track asked for does not exist in the current
    context.
    """


class PremiumRequiredError(ForbiddenError):
    """403 PREMIUM_REQUIRED: The user has no Premium subscription."""


class RemoteControlDisallowedError(ForbiddenError):
    """403 REMOTE_CONTROL_DISALLOW: The device does not let others control it."""


class VolumeControlDisallowedError(ForbiddenError):
    """403 VOLUME_CONTROL_DISALLOW: The device does not let others set its volume."""


class NoActiveDeviceError(NotFoundError):
    """404 NO_ACTIVE_DEVICE: No device of the user is active, and the call names
    none.
    """


class QuotaExceededError(RateLimitedError):
    """429 QUOTA_EXCEEDED: The quota of the developer's apps in development mode is used
    up.
    """


class PlayerRateLimitedError(RateLimitedError):
    """429 RATE_LIMITED: The player got too many commands in a short time."""


TABLE = ErrorTable(
    statuses={
        400: BadRequestError,
        401: UnauthorizedError,
        403: ForbiddenError,
        404: NotFoundError,
        500: InternalServerError,
        502: BadGatewayError,
        503: ServiceUnavailableError,
        504: GatewayTimeoutError,
    },
    reasons={
        (403, "ALREADY_PAUSED"): AlreadyPausedError,
        (403, "ALREADY_PLAYING"): AlreadyPlayingError,
        (403, "CONTEXT_DISALLOW"): ContextDisallowedError,
        (403, "DEVICE_NOT_CONTROLLABLE"): DeviceNotControllableError,
        (403, "ENDLESS_CONTEXT"): EndlessContextError,
        (403, "NOT_PAUSED"): NotPausedError,
        (403, "NOT_PLAYING_CONTEXT"): NotPlayingContextError,
        (403, "NOT_PLAYING_LOCALLY"): NotPlayingLocallyError,
        (403, "NOT_PLAYING_TRACK"): NotPlayingTrackError,
        (403, "NO_NEXT_TRACK"): NoNextTrackError,
        (403, "NO_PREV_TRACK"): NoPreviousTrackError,
        (403, "NO_SPECIFIC_TRACK"): NoSpecificTrackError,
        (403, "PREMIUM_REQUIRED"): PremiumRequiredError,
        (403, "REMOTE_CONTROL_DISALLOW"): RemoteControlDisallowedError,
        (403, "VOLUME_CONTROL_DISALLOW"): VolumeControlDisallowedError,
        (404, "NO_ACTIVE_DEVICE"): NoActiveDeviceError,
        (429, "QUOTA_EXCEEDED"): QuotaExceededError,
        (429, "RATE_LIMITED"): PlayerRateLimitedError,
    },
    never=frozenset({(429, "QUOTA_EXCEEDED")}),
)
"""Which exception a status, or a status and a reason, becomes."""

__all__ = (
    "AlreadyPausedError",
    "AlreadyPlayingError",
    "AuthError",
    "AuthServerError",
    "AuthorizationDeniedError",
    "BadGatewayError",
    "BadRequestError",
    "BatchError",
    "ClientStatusError",
    "ConfigurationError",
    "ConnectFailedError",
    "ContextDisallowedError",
    "DeadlineExceededError",
    "DecodeError",
    "DeviceNotControllableError",
    "EndlessContextError",
    "EndpointUnavailableError",
    "ForbiddenError",
    "GatewayTimeoutError",
    "InternalServerError",
    "InvalidArgumentError",
    "InvalidIdError",
    "MissingScopeError",
    "NoActiveDeviceError",
    "NoNextTrackError",
    "NoPreviousTrackError",
    "NoSpecificTrackError",
    "NotCachedError",
    "NotFoundError",
    "NotModifiedError",
    "NotPausedError",
    "NotPlayingContextError",
    "NotPlayingLocallyError",
    "NotPlayingTrackError",
    "PaginationLoopError",
    "PagingError",
    "PlayerRateLimitedError",
    "PremiumRequiredError",
    "ProtocolError",
    "QuotaExceededError",
    "RateLimitedError",
    "ReauthorizationRequiredError",
    "RemoteControlDisallowedError",
    "ResponseTooLargeError",
    "ServerError",
    "ServiceUnavailableError",
    "SpotifyError",
    "StatusError",
    "TransportError",
    "UnauthorizedError",
    "UnsafeUrlError",
    "VolumeControlDisallowedError",
)

publish(__name__, __all__)
