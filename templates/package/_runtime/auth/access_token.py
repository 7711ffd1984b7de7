"""Where the access token comes from."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from .grant import Grant

_TOKEN = re.compile(r"[\x21-\x7e]+")

TokenSource = str | Callable[[], str] | Callable[[], Awaitable[str]]


@runtime_checkable
class TokenProvider(Protocol):
    """What a client needs to authorize its requests."""

    def token(self) -> str:
        """Return a valid access token, fetching one if needed."""
        ...


@runtime_checkable
class AsyncTokenProvider(Protocol):
    """What an asynchronous client needs to authorize its requests."""

    async def atoken(self) -> str:
        """Return a valid access token, fetching one if needed."""
        ...


class Secret:
    """A text that shows itself only when asked."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Keep `text`."""
        self._text = text

    def __repr__(self) -> str:
        """Hide the text."""
        return "Secret(…)"

    def __eq__(self, other: object) -> bool:
        """Compare the texts, in a time that does not depend on them."""
        if not isinstance(other, Secret):
            return NotImplemented
        import hmac

        return hmac.compare_digest(self._text.encode(), other.reveal().encode())

    def __hash__(self) -> int:
        """Return the hash of the text."""
        return hash(self._text)

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, in hexadecimal: a name for it that may be shown."""
        import hashlib

        return hashlib.sha256(self._text.encode()).hexdigest()

    def reveal(self) -> str:
        """Return the text."""
        return self._text


def hidden(text: str | Secret | None) -> Secret | None:
    """Return a text as a secret.

    Args:
        text: What must not show, or `None`.
    """
    return Secret(text) if isinstance(text, str) else text


class AccessToken:
    """An access token obtained elsewhere, or a function that returns one.

    A function is called once per request. It may return an awaitable if the
    client is an asynchronous one.
    """

    __slots__ = ("_source",)

    def __init__(self, token: TokenSource) -> None:
        """Keep the token or the function.

        Args:
            token: The token itself, without `Bearer`, or what returns it.

        Raises:
            ConfigurationError: If the token cannot stand in a header.
        """
        self._source: Secret | Callable[[], str | Awaitable[str]]
        try:
            self._source = token if callable(token) else Secret(checked(token))
        finally:
            del token  # a traceback would hold it

    def __repr__(self) -> str:
        """Hide the token."""
        return "AccessToken(…)"

    def token(self) -> str:
        """Return the token.

        Raises:
            ConfigurationError: If it cannot stand in a header, or if the function
                given is asynchronous.
        """
        if isinstance(self._source, Secret):
            return self._source.reveal()
        return checked(self._source())

    async def atoken(self) -> str:
        """Return the token, awaiting it if needed.

        Raises:
            ConfigurationError: If it cannot stand in a header.
        """
        if isinstance(self._source, Secret):
            return self._source.reveal()
        given = self._source()
        return checked(await given if isinstance(given, Awaitable) else given)


def checked(token: object) -> str:
    """Return `token` if it can stand in a header.

    Args:
        token: What a user or a provider gave as access token.

    Raises:
        ConfigurationError: If it is no text, empty, or holds white space, control
            characters or characters outside ASCII. It is never shown.
    """
    if isinstance(token, str) and _TOKEN.fullmatch(token):
        return token
    try:
        raise _refused(token)
    finally:
        del token  # a traceback would hold it


def _refused(token: object) -> ConfigurationError:
    if hasattr(token, "__await__"):
        _discard(token)
        message = "an asynchronous token function needs an asynchronous client"
        return ConfigurationError(message)
    if not isinstance(token, str):
        kind = type(token).__name__
        return ConfigurationError(f"the access token must be a str, not {kind}")
    if not token:
        return ConfigurationError("the access token is empty")
    message = "the access token has characters a header cannot hold"
    return ConfigurationError(message)


def _discard(awaitable: object) -> None:
    close = getattr(awaitable, "close", None)
    if callable(close):
        close()


def grant(auth: object, *, blocking: bool) -> Grant | None:
    """Return `auth` if it is a grant, whose tokens the engine gets itself.

    Args:
        auth: What was given to a client.
        blocking: Whether that is the blocking one.

    Raises:
        ConfigurationError: If the token store of the grant cannot serve it.
    """
    from .grant import Grant

    if not isinstance(auth, Grant):
        return None
    auth.check(blocking=blocking)
    return auth


def provider(auth: object) -> TokenProvider:
    """Return what `auth` means to a blocking client.

    Args:
        auth: An access token or an object with `token()`.

    Raises:
        ConfigurationError: If it is neither.
    """
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


def async_provider(auth: object) -> AsyncTokenProvider:
    """Return what `auth` means to an asynchronous client.

    Args:
        auth: An access token or an object with `atoken()`.

    Raises:
        ConfigurationError: If it is neither.
    """
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
