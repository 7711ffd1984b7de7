"""How programs get access to Spotify Web API."""

from __future__ import annotations

from typing import Literal, TypeAlias

from . import operations
from ._api import API
from ._runtime import (
    PKCE as _PKCE,
    AuthorizationCode as _AuthorizationCode,
    AuthorizationServer,
    ClientCredentials as _ClientCredentials,
    FileTokenStore as _FileTokenStore,
    RefreshToken as _RefreshToken,
    RefusedFlow,
)

Scope: TypeAlias = Literal[
    "app-remote-control",
    "playlist-modify-private",
    "playlist-modify-public",
    "playlist-read-collaborative",
    "playlist-read-private",
    "streaming",
    "ugc-image-upload",
    "user-follow-modify",
    "user-follow-read",
    "user-library-modify",
    "user-library-read",
    "user-modify-playback-state",
    "user-read-currently-playing",
    "user-read-email",
    "user-read-playback-position",
    "user-read-playback-state",
    "user-read-private",
    "user-read-recently-played",
    "user-top-read",
]
"""What a user may allow a program to do."""

SERVER = AuthorizationServer(
    title="Spotify Web API",
    authorization_url="https://accounts.spotify.com/authorize",
    token_operation=operations.TOKEN_REQUEST,
    scopes={
        "app-remote-control": "Command the Spotify app through the mobile SDKs; no operation here needs it.",
        "playlist-modify-private": "Create, change and follow private playlists.",
        "playlist-modify-public": "Create, change and follow public playlists.",
        "playlist-read-collaborative": "See collaborative playlists among the user's own.",
        "playlist-read-private": "See private playlists.",
        "streaming": "Play in the browser through the Web Playback SDK; no operation here needs it.",
        "ugc-image-upload": "Upload a cover for a playlist.",
        "user-follow-modify": "Follow and unfollow artists and users.",
        "user-follow-read": "See whom the user follows.",
        "user-library-modify": "Save things to the user's library and take them out.",
        "user-library-read": "See the user's library.",
        "user-modify-playback-state": "Command the player, such as play, pause, seek and volume.",
        "user-read-currently-playing": "See what is playing now, and the queue.",
        "user-read-email": "See the user's mail address.",
        "user-read-playback-position": "See how far the user has listened to episodes and chapters.",
        "user-read-playback-state": "See the devices, what plays on them, and the queue.",
        "user-read-private": "See the user's country, subscription and setting for explicit content.",
        "user-read-recently-played": "See what the user has listened to lately.",
        "user-top-read": "See the artists and tracks the user listens to most.",
    },
    application_scopes=(),
    environment={
        "client_id": "SPOTIFY_CLIENT_ID",
        "client_secret": "SPOTIFY_CLIENT_SECRET",
        "redirect_uri": "SPOTIFY_REDIRECT_URI",
    },
    refused={
        "implicit": "Spotify removed the implicit grant for all apps on 27 November 2025. Use PKCE, which needs no client secret either.",
    },
    api=API,
)
"""The server that grants access, as the description of the API declares it."""


class AuthorizationCode(_AuthorizationCode[Scope]):
    """Access on behalf of a user, for an application that can keep a secret.

    What is not given comes from the environment: `client_id` from `SPOTIFY_CLIENT_ID`,
    `client_secret` from `SPOTIFY_CLIENT_SECRET`, `redirect_uri` from
    `SPOTIFY_REDIRECT_URI`.
    """

    _server = SERVER


class PKCE(_PKCE[Scope]):
    """Access on behalf of a user, for an application that cannot keep a secret.

    What is not given comes from the environment: `client_id` from `SPOTIFY_CLIENT_ID`,
    `redirect_uri` from `SPOTIFY_REDIRECT_URI`.
    """

    _server = SERVER


class RefreshToken(_RefreshToken):
    """Access on behalf of a user who consented elsewhere.

    What is not given comes from the environment: `client_id` from `SPOTIFY_CLIENT_ID`,
    `client_secret` from `SPOTIFY_CLIENT_SECRET`.
    """

    _server = SERVER


class ClientCredentials(_ClientCredentials):
    """Access for the application alone, without a user.

    What is not given comes from the environment: `client_id` from `SPOTIFY_CLIENT_ID`,
    `client_secret` from `SPOTIFY_CLIENT_SECRET`.
    """

    _server = SERVER


class ImplicitGrant(RefusedFlow):
    """No longer offered.

    Spotify removed the implicit grant for all apps on 27 November 2025. Use PKCE, which
    needs no client secret either.
    """

    _server = SERVER
    _flow = "implicit"


class FileTokenStore(_FileTokenStore):
    """Keeps tokens in files of this user, which nobody else can read."""

    _application = "spotify-web-api-client"
