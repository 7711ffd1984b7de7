"""What the options of a command line and the environment say of a login."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .. import operations
from .._api import API
from ..auth import PKCE, SERVER, AuthorizationCode, FileTokenStore
from ..client import Spotify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._runtime.auth.server import AuthorizationServer

UserGrant: TypeAlias = PKCE | AuthorizationCode

PROGRAM = f"python -m {__name__.partition('._command_line')[0]}"
"""How the command line is called, under whatever name the package has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Whose tokens a command is about, and where they come from.

    Attributes:
        client_id: The id of the application, or `None` for that of the environment.
        redirect_uri: Where the user comes back to, or `None` for the environment's.
        user: The name under which the tokens are kept; empty for the only user.
        pkce: Whether PKCE is used even where there is a client secret.
        accounts_url: Where the accounts server is, or `None` for Spotify's.
        api_url: Where the API is, or `None` for Spotify's.
    """

    client_id: str | None = None
    redirect_uri: str | None = None
    user: str = ""
    pkce: bool = False
    accounts_url: str | None = None
    api_url: str | None = None

    @property
    def server(self) -> AuthorizationServer:
        """The accounts server."""
        return SERVER if self.accounts_url is None else SERVER.at(self.accounts_url)

    def addresses(self) -> tuple[str, str]:
        """Return the addresses of the accounts server and of the API."""
        token_server = self.server.token_operation.server
        return token_server or "", self.api_url or API.base_url

    @property
    def has_secret(self) -> bool:
        """Whether the environment has a client secret that is to be used.

        Raises:
            ConfigurationError: If it cannot be one.
        """
        return not self.pkce and SERVER.optional("client_secret", None) is not None

    def grant(self, store: FileTokenStore, scopes: Iterable[str] = ()) -> UserGrant:
        """Return the way to the tokens of the user.

        Args:
            store: Where they are kept.
            scopes: What to ask the user for.

        Raises:
            ConfigurationError: If a setting is missing or malformed.
        """
        kind = AuthorizationCode if self.has_secret else PKCE
        return kind(
            client_id=self.client_id,
            redirect_uri=self.redirect_uri,
            scopes=tuple(scopes),
            user=self.user,
            store=store,
            base_url=self.accounts_url,
        )

    def client(self, auth: UserGrant) -> Spotify:
        """Return a client for a few calls of somebody who waits.

        Args:
            auth: The way to the tokens.
        """
        return Spotify(auth, base_url=self.api_url, timeout=20.0, max_wait=5.0)


def reading_scopes() -> frozenset[str]:
    """Return the scopes of all that reads."""
    every = operations.all()
    return frozenset(
        scope
        for operation in every
        if operation.method == "GET"
        for scope in operation.scopes
    )


def scopes_named(text: str) -> frozenset[str]:
    """Return the scopes that an option names.

    Args:
        text: Names with commas or blanks between them; `read` and `all` stand for many.
    """
    groups = {
        "read": reading_scopes(),
        "all": frozenset(
            scope for operation in operations.all() for scope in operation.scopes
        ),
        "none": frozenset[str](),
    }
    named = text.replace(",", " ").split()
    return frozenset[str]().union(*(groups.get(name, {name}) for name in named))
