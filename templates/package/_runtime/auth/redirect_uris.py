"""Which addresses a user may be sent back to (RFC 8252, RFC 9700).

They are sent to the letter as they were registered; a browser may spell them in
another way when it comes back.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

USUAL = "http://127.0.0.1/callback"
"""What to register for programs on the machine of a user; any free port is taken."""

ANSWERS = frozenset({"code", "state", "error"})
"""The parameters that a server adds to such an address."""

_USUAL_PORT = ":80"
_AUTHORITY = re.compile(r"[^:]+://[^/?#]*")
_WEB = frozenset({"http", "https"})
_PRIVATE = re.compile(r"(?!(file|ftp|wss?):)[a-z][a-z0-9+.-]*:/.+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LoopbackAddress:
    """An address of this machine that a browser can be sent back to.

    Attributes:
        registered: The redirect URI, to the letter.
        host: The IP literal as browsers spell it, without brackets.
        port: The port, or 0 for any free one.
        path: The path as it stands in the URI, or `/`.
    """

    registered: str
    host: str
    port: int
    path: str

    def uri(self, port: int) -> str:
        """Return the redirect URI, with a port if it leaves that open.

        Args:
            port: Where something listens.
        """
        if self.port:
            return self.registered
        before = _AUTHORITY.match(self.registered)
        assert before is not None
        bare = re.sub(r":0*$", "", before[0])
        return f"{bare}:{port}{self.registered[before.end():]}"

    def authority(self, port: int) -> str:
        """Return host and port as they stand in a URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{port}"

    def is_host(self, header: str, port: int) -> bool:
        """Say whether a browser that was sent here says so in its Host header.

        Args:
            header: The header, as browsers spell it or to the letter.
            port: Where something listens; browsers leave the usual one out.
        """
        whole, own = self.authority(port), urlsplit(self.uri(port)).netloc
        return header in {whole, whole.removesuffix(_USUAL_PORT), own}

    def is_path(self, path: str) -> bool:
        """Say whether a path is this one, however a browser spells it.

        Args:
            path: The path of a request.
        """
        return _resolved(path) == _resolved(self.path)


def checked(uri: str) -> str:
    """Return a redirect URI that an authorization server may accept.

    Args:
        uri: As it is registered.

    Raises:
        ConfigurationError: If it is neither https, nor a loopback IP literal, nor of
            a private scheme of an app.
    """
    parts = _parts(uri)
    host = parts.hostname or ""
    if parts.scheme not in _WEB:
        is_address = _PRIVATE.fullmatch(uri) is not None
    else:
        is_address = bool(host) and parts.username is None
    if not is_address or "#" in uri:
        raise ConfigurationError(f"redirect_uri: {uri!r} is no address to come back to")
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if name in ANSWERS:
            message = f"redirect_uri: its query has {name!r}, which the answer has too"
            raise ConfigurationError(message)
    if parts.scheme in _WEB and host == "localhost":
        message = (
            "redirect_uri: localhost may lead elsewhere and is refused: register and "
            f"use {USUAL} (RFC 8252, section 8.3)"
        )
        raise ConfigurationError(message)
    if parts.scheme == "http" and _literal(parts) is None:
        message = (
            f"redirect_uri: {uri!r} is neither https nor an address of this machine, "
            f"such as {USUAL}"
        )
        raise ConfigurationError(message)
    return uri


def loopback(uri: str) -> LoopbackAddress:
    """Return where to listen for a browser that comes back.

    Args:
        uri: A redirect URI; without a port, any free one will do.

    Raises:
        ConfigurationError: If it is not on this machine.
    """
    parts = _parts(uri)
    host = _literal(parts)
    if host is None:
        message = (
            f"redirect_uri: nothing can listen at {uri!r}: register {USUAL}, or use "
            "paste, or authorization_url() and exchange()"
        )
        raise ConfigurationError(message)
    return LoopbackAddress(uri, host, parts.port or 0, parts.path or "/")


def _literal(parts: SplitResult) -> str | None:
    """Return the loopback IP literal of an address over http, or `None`."""
    if parts.scheme != "http":
        return None
    try:
        address = ipaddress.ip_address(parts.hostname or "")
    except ValueError:
        return None
    return address.compressed if address.is_loopback else None


def _resolved(path: str) -> str:
    """Return a path decoded and without `.` and `..`, as browsers send none."""
    found: list[str] = []
    segments = unquote(path).replace("\\", "/").split("/")[1:]
    for segment in segments:
        if segment == "..":
            del found[-1:]
        elif segment != ".":
            found.append(segment)
    if segments and segments[-1] in (".", ".."):
        found.append("")
    return "/".join(found)


def _parts(uri: str) -> SplitResult:
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        raise ConfigurationError(f"redirect_uri: {uri!r} is no address") from None
    return parts
