"""How programs get access to Things."""

from __future__ import annotations

from typing import Never, TypeAlias

from . import operations
from ._api import API
from ._runtime import (
    AuthorizationServer,
    ClientCredentials as _ClientCredentials,
    FileTokenStore as _FileTokenStore,
)

Scope: TypeAlias = Never
"""What a user may allow a program to do."""

SERVER = AuthorizationServer(
    title="Things",
    authorization_url=None,
    token_operation=operations.TOKEN_REQUEST,
    scopes={},
    application_scopes=(),
    environment={},
    refused={},
    api=API,
)
"""The server that grants access, as the description of the API declares it."""


class ClientCredentials(_ClientCredentials):
    """Access for the application alone, without a user."""

    _server = SERVER


class FileTokenStore(_FileTokenStore):
    """Keeps tokens in files of this user, which nobody else can read."""

    _application = "golden-grants-by-basic"
