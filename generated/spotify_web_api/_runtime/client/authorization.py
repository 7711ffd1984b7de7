"""What `auth` means to a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from ..auth.access_token import AccessToken
from ..engine.ports import AsyncTokenProvider, TokenProvider
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from ..auth.grant import Grant
    from ..description.api import Api


class _NoToken:
    """Stands for the tokens of a client whose calls need none."""

    def token(self) -> NoReturn:
        """Refuse.

        Raises:
            ConfigurationError: In any case.
        """
        raise ConfigurationError("this call needs an access token: give it as auth")

    async def atoken(self) -> NoReturn:
        """Refuse, like `token`."""
        self.token()


def _is_open(api: Api) -> bool:
    return not any(operation.authorized for operation in api.operations)


def grant(auth: object, *, blocking: bool) -> Grant | None:
    """Return `auth` if it is a grant, whose tokens the engine gets itself.

    Args:
        auth: What was given to a client.
        blocking: Whether that is the blocking one.

    Raises:
        ConfigurationError: If the token store of the grant cannot serve it.
    """
    from ..auth.grant import Grant

    if not isinstance(auth, Grant):
        return None
    auth.check(blocking=blocking)
    return auth


def provider(auth: object, api: Api) -> TokenProvider:
    """Return what `auth` means to a blocking client.

    Args:
        auth: An access token, an object with `token()`, or `None`.
        api: What the package knows. With `None`, no call of it may need a token.

    Raises:
        ConfigurationError: If it is neither.
    """
    if auth is None and _is_open(api):
        return _NoToken()
    if isinstance(auth, str):
        try:
            return AccessToken(auth)
        finally:
            del auth  # a traceback would hold it
    if isinstance(auth, TokenProvider) and not isinstance(auth, type):
        return auth
    kind = type(auth).__name__
    message = f"auth must be an access token or have token(); this is a {kind}"
    raise ConfigurationError(message)


def async_provider(auth: object, api: Api) -> AsyncTokenProvider:
    """Return what `auth` means to an asynchronous client.

    Args:
        auth: An access token, an object with `atoken()`, or `None`.
        api: What the package knows. With `None`, no call of it may need a token.

    Raises:
        ConfigurationError: If it is neither.
    """
    if auth is None and _is_open(api):
        return _NoToken()
    if isinstance(auth, str):
        try:
            return AccessToken(auth)
        finally:
            del auth  # a traceback would hold it
    if isinstance(auth, AsyncTokenProvider) and not isinstance(auth, type):
        return auth
    kind = type(auth).__name__
    message = f"auth must be an access token or have atoken(); this is a {kind}"
    raise ConfigurationError(message)
