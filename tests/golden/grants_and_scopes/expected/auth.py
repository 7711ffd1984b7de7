"""How programs get access to Things."""

from __future__ import annotations

from typing import Literal, TypeAlias

from . import operations
from ._api import API
from ._runtime import (
    PKCE as _PKCE,
    AuthorizationCode as _AuthorizationCode,
    AuthorizationServer,
    FileTokenStore as _FileTokenStore,
    RefreshToken as _RefreshToken,
    RefusedFlow,
)

Scope: TypeAlias = Literal["admin", "read", "write"]
"""What a user may allow a program to do."""

SERVER = AuthorizationServer(
    title="Things",
    authorization_url="https://login.example/authorize",
    token_operation=operations.TOKEN_REQUEST,
    scopes={
        "admin": "Do it all.",
        "read": "See things.",
        "write": "Change things.",
    },
    application_scopes=(),
    environment={
        "client_id": "THINGS_ID",
    },
    refused={
        "password": "Never was.",
    },
    api=API,
)
"""The server that grants access, as the description of the API declares it."""


class AuthorizationCode(_AuthorizationCode[Scope]):
    """Access on behalf of a user, for an application that can keep a secret.

    What is not given comes from the environment: `client_id` from `THINGS_ID`.
    """

    _server = SERVER


class PKCE(_PKCE[Scope]):
    """Access on behalf of a user, for an application that cannot keep a secret.

    What is not given comes from the environment: `client_id` from `THINGS_ID`.
    """

    _server = SERVER


class RefreshToken(_RefreshToken):
    """Access on behalf of a user who consented elsewhere.

    What is not given comes from the environment: `client_id` from `THINGS_ID`.
    """

    _server = SERVER


class PasswordGrant(RefusedFlow):
    """No longer offered.

    Never was.
    """

    _server = SERVER
    _flow = "password"


class FileTokenStore(_FileTokenStore):
    """Keeps tokens in files of this user, which nobody else can read."""

    _application = "golden-grants-and-scopes"
