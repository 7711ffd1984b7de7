"""Where the access token comes from."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from ..core.secret import Secret
from ..errors import ConfigurationError

_TOKEN = re.compile(r"[\x21-\x7e]+")

TokenSource = str | Callable[[], str] | Callable[[], Awaitable[str]]


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
