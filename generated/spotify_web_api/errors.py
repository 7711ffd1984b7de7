"""Every exception of this package, in one tree.

SpotifyError
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
            BadRequestError 400
            UnauthorizedError 401
            ForbiddenError 403
                AlreadyPausedError
                AlreadyPlayingError
                ContextDisallowedError
                DeviceNotControllableError
                EndlessContextError
                NotPausedError
                NotPlayingContextError
                NotPlayingLocallyError
                NotPlayingTrackError
                NoNextTrackError
                NoPreviousTrackError
                NoSpecificTrackError
                PremiumRequiredError
                RemoteControlDisallowedError
                VolumeControlDisallowedError
            NotFoundError 404
                NoActiveDeviceError
            RateLimitedError 429
                QuotaExceededError
                PlayerRateLimitedError
        ServerError
            InternalServerError 500
            BadGatewayError 502
            ServiceUnavailableError 503
            GatewayTimeoutError 504
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
    """403 with the reason ALREADY_PAUSED.

    Playback is paused already.
    """


class AlreadyPlayingError(ForbiddenError):
    """403 with the reason ALREADY_PLAYING.

    What was asked for is playing already.
    """


class ContextDisallowedError(ForbiddenError):
    """403 with the reason CONTEXT_DISALLOW.

    The current context does not allow the command.
    """


class DeviceNotControllableError(ForbiddenError):
    """403 with the reason DEVICE_NOT_CONTROLLABLE.

    The device cannot be controlled from elsewhere.
    """


class EndlessContextError(ForbiddenError):
    """403 with the reason ENDLESS_CONTEXT.

    The command makes no sense in an endless context such as a radio.
    """


class NotPausedError(ForbiddenError):
    """403 with the reason NOT_PAUSED.

    Playback is not paused.
    """


class NotPlayingContextError(ForbiddenError):
    """403 with the reason NOT_PLAYING_CONTEXT.

    Nothing is playing from an album, a playlist or another context.
    """


class NotPlayingLocallyError(ForbiddenError):
    """403 with the reason NOT_PLAYING_LOCALLY.

    The device that got the command does not play anything.
    """


class NotPlayingTrackError(ForbiddenError):
    """403 with the reason NOT_PLAYING_TRACK.

    No track is playing.
    """


class NoNextTrackError(ForbiddenError):
    """403 with the reason NO_NEXT_TRACK.

    Nothing comes after the current item.
    """


class NoPreviousTrackError(ForbiddenError):
    """403 with the reason NO_PREV_TRACK.

    Nothing comes before the current item.
    """


class NoSpecificTrackError(ForbiddenError):
    """403 with the reason NO_SPECIFIC_TRACK.

    The track asked for does not exist in the current context.
    """


class PremiumRequiredError(ForbiddenError):
    """403 with the reason PREMIUM_REQUIRED.

    The user has no Premium subscription.
    """


class RemoteControlDisallowedError(ForbiddenError):
    """403 with the reason REMOTE_CONTROL_DISALLOW.

    The device does not let others control it.
    """


class VolumeControlDisallowedError(ForbiddenError):
    """403 with the reason VOLUME_CONTROL_DISALLOW.

    The device does not let others set its volume.
    """


class NoActiveDeviceError(NotFoundError):
    """404 with the reason NO_ACTIVE_DEVICE.

    No device of the user is active, and the call names none.
    """


class QuotaExceededError(RateLimitedError):
    """429 with the reason QUOTA_EXCEEDED.

    The quota of the developer's apps in development mode is used up.
    """


class PlayerRateLimitedError(RateLimitedError):
    """429 with the reason RATE_LIMITED.

    The player got too many commands in a short time.
    """


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
