"""The ways of getting access tokens (RFC 6749), as users of a package name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..core.secret import hidden
from ..errors import ConfigurationError
from .grant import Grant
from .token_requests import Application
from .user_grant import ScopeName_co, UserGrant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.secret import Secret
    from ..tokens.stores import AsyncTokenStore, TokenStore
    from ..tokens.token_set import TokenSet
    from .server import AuthorizationServer
    from .token_requests import Fields

FLOWS = {
    "clientCredentials": ("ClientCredentials",),
    "authorizationCode": ("AuthorizationCode", "PKCE", "RefreshToken"),
}
"""The flows of OpenAPI, and the grants each makes possible."""


class ClientCredentials(Grant):
    """Access for the application alone, without a user."""

    _flow = "client_credentials"

    def __init__(
        self,
        client_id: str | None = None,
        client_secret: str | None = None,
        *,
        store: TokenStore | AsyncTokenStore | None = None,
        base_url: str | None = None,
    ) -> None:
        """Keep the credentials; nothing is sent yet.

        Args:
            client_id: The id of the application; by default from the environment.
            client_secret: Its secret; by default from the environment.
            store: Where the access token is kept; by default in memory.
            base_url: Where the authorization server is, instead of the declared one.

        Raises:
            ConfigurationError: If a credential is missing or malformed.
        """
        given = hidden(client_secret)
        del client_secret
        server = _server(self._server, base_url)
        secret = server.credential("client_secret", given)
        super().__init__(_application(server, client_id, secret), store, "")

    @property
    def default_scopes(self) -> frozenset[str] | None:
        """None if there are none without a user; otherwise unknown."""
        server = self.application.server
        return None if server.application_scopes else frozenset()

    def renewal(self, before: TokenSet | None) -> Fields:  # noqa: ARG002 - see below
        """Return the fields of the request for the next token.

        Args:
            before: Not used: each token is asked for anew.
        """
        return {"grant_type": "client_credentials"}


class AuthorizationCode(UserGrant[ScopeName_co]):
    """Access on behalf of a user, for an application that can keep a secret."""

    _flow = "authorization_code"

    def __init__(
        self,
        client_id: str | None = None,
        client_secret: str | None = None,
        redirect_uri: str | None = None,
        *,
        scopes: Sequence[ScopeName_co | str] = (),
        user: str = "",
        store: TokenStore | AsyncTokenStore | None = None,
        base_url: str | None = None,
    ) -> None:
        """Keep the credentials; nothing is sent yet.

        Args:
            client_id: The id of the application; by default from the environment.
            client_secret: Its secret; by default from the environment.
            redirect_uri: Where users come back to, as registered; by default from the
                environment.
            scopes: What to ask the user for.
            user: The name under which the store keeps this user's tokens.
            store: Where the tokens are kept; by default in memory.
            base_url: Where the authorization server is, instead of the declared one.

        Raises:
            ConfigurationError: If a credential is missing or malformed.
        """
        given = hidden(client_secret)
        del client_secret
        server = _server(self._server, base_url)
        secret = server.credential("client_secret", given)
        application = _application(server, client_id, secret)
        super().__init__(application, redirect_uri, scopes, user, store)


class PKCE(UserGrant[ScopeName_co]):
    """Access on behalf of a user, for an application that cannot keep a secret.

    Each authorization is bound to a secret of its own (RFC 7636, S256).
    """

    _flow = "pkce"
    _pkce = True

    def __init__(
        self,
        client_id: str | None = None,
        redirect_uri: str | None = None,
        *,
        scopes: Sequence[ScopeName_co | str] = (),
        user: str = "",
        store: TokenStore | AsyncTokenStore | None = None,
        base_url: str | None = None,
    ) -> None:
        """Keep the settings; nothing is sent yet.

        Args:
            client_id: The id of the application; by default from the environment.
            redirect_uri: Where users come back to, as registered; by default from the
                environment.
            scopes: What to ask the user for.
            user: The name under which the store keeps this user's tokens.
            store: Where the tokens are kept; by default in memory.
            base_url: Where the authorization server is, instead of the declared one.

        Raises:
            ConfigurationError: If the id is missing or malformed.
        """
        application = _application(_server(self._server, base_url), client_id, None)
        super().__init__(application, redirect_uri, scopes, user, store)


class RefreshToken(Grant):
    """Access on behalf of a user who consented elsewhere."""

    _flow = "refresh_token"

    def __init__(
        self,
        refresh_token: str,
        client_id: str | None = None,
        client_secret: str | None = None,
        *,
        store: TokenStore | AsyncTokenStore | None = None,
        base_url: str | None = None,
    ) -> None:
        """Keep the refresh token; nothing is sent yet.

        Args:
            refresh_token: What the consent led to.
            client_id: The id of the application; by default from the environment.
            client_secret: Its secret; by default from the environment, and none there
                means that the consent was given with PKCE.
            store: Where tokens are kept that take the place of this one; by default in
                memory.
            base_url: Where the authorization server is, instead of the declared one.

        Raises:
            ConfigurationError: If a credential is missing or malformed.
        """
        token, given = hidden(refresh_token), hidden(client_secret)
        del refresh_token, client_secret
        server = _server(self._server, base_url)
        self._given = server.credential("refresh_token", token)
        secret = server.optional("client_secret", given)
        application = _application(server, client_id, secret)
        super().__init__(application, store, self._given.digest[:16])

    def _refresh_token(self, before: TokenSet | None) -> Secret | None:
        return super()._refresh_token(before) or self._given


class RefusedFlow:
    """A flow of OAuth that the server no longer offers."""

    _server: ClassVar[AuthorizationServer]
    _flow: ClassVar[str]

    def __init__(self, *_: object, **__: object) -> None:
        """Say why.

        Raises:
            ConfigurationError: Always.
        """
        raise ConfigurationError(self._server.refused[self._flow])


def _server(declared: AuthorizationServer, base_url: str | None) -> AuthorizationServer:
    return declared if base_url is None else declared.at(base_url)


def _application(
    server: AuthorizationServer, client_id: str | None, secret: Secret | None
) -> Application:
    identity = server.credential("client_id", client_id).reveal()
    return Application(server=server, client_id=identity, client_secret=secret)
