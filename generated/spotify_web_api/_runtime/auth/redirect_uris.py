"""Which addresses a user may be sent back to (RFC 8252, RFC 9700)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_LOOPBACK = frozenset({"127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class LoopbackAddress:
    """An address of this machine that a browser can be sent back to.

    Attributes:
        host: The IP literal, without brackets.
        port: The port, or 0 for any free one.
        path: The path, at least `/`.
    """

    host: str
    port: int
    path: str

    def uri(self, port: int) -> str:
        """Return the address with a port.

        Args:
            port: Where something listens.
        """
        return f"http://{self.authority(port)}{self.path}"

    def authority(self, port: int) -> str:
        """Return host and port as they stand in a URL and in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{port}"


def checked(uri: str) -> str:
    """Return a redirect URI that an authorization server accepts.

    Args:
        uri: As it is registered.

    Raises:
        ConfigurationError: If it is neither https nor a loopback IP literal.
    """
    parts = _parts(uri)
    host = parts.hostname or ""
    if parts.fragment or not host or parts.username is not None:
        raise ConfigurationError(f"redirect_uri: {uri!r} is no address to come back to")
    if host == "localhost":
        message = (
            "redirect_uri: localhost may lead elsewhere and is refused: register and "
            "use http://127.0.0.1 (RFC 8252, section 8.3)"
        )
        raise ConfigurationError(message)
    if parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK):
        return uri
    message = f"redirect_uri: {uri!r} is neither https nor http://127.0.0.1 or [::1]"
    raise ConfigurationError(message)


def loopback(uri: str) -> LoopbackAddress:
    """Return where to listen for a browser that comes back.

    Args:
        uri: A redirect URI; without a port, any free one will do.

    Raises:
        ConfigurationError: If it is not on this machine.
    """
    parts = _parts(uri)
    if parts.scheme != "http" or parts.hostname not in _LOOPBACK or parts.query:
        message = (
            f"redirect_uri: nothing can listen at {uri!r}: register http://127.0.0.1 "
            "with a path, or use authorization_url() and exchange()"
        )
        raise ConfigurationError(message)
    return LoopbackAddress(parts.hostname or "", parts.port or 0, parts.path or "/")


def _parts(uri: str) -> SplitResult:
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        raise ConfigurationError(f"redirect_uri: {uri!r} is no address") from None
    return parts
