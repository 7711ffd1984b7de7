"""Which proxy a request goes through."""

from __future__ import annotations

import base64
import os
import sys
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from ..core.secret import Secret
from ..errors import ConfigurationError
from ..errors.expected import expect
from ..http.urls import is_loopback

_SCHEMES = frozenset({"http", "https", "socks5", "socks5h"})


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy, its credentials apart from its URL.

    Attributes:
        url: Scheme, host and port.
        credentials: User and password, or `None`.
    """

    url: str
    credentials: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What nobody may be shown: the password, alone and with the user in base64."""
        if self.credentials is None:
            return ()
        pair = ":".join(self.credentials).encode("utf-8", "surrogatepass")
        basic = base64.b64encode(pair).decode("ascii")
        return Secret(self.credentials[1]), Secret(basic)


def parse(url: str) -> Proxy:
    """Take the URL of a proxy apart.

    Args:
        url: Such as `http://user:password@host:3128`; http is the default scheme.

    Raises:
        ConfigurationError: If it is no such URL. It is never shown.
    """
    expect(url, str, name="proxy", wanted="a URL", error=ConfigurationError)
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    scheme = parts.scheme.lower()
    if host is None or scheme not in _SCHEMES or not host.isascii():
        schemes = ", ".join(sorted(_SCHEMES))
        raise ConfigurationError(f"proxy: not a URL with one of {schemes}")
    host = f"[{host}]" if ":" in host else host
    address = f"{scheme}://{host}" if port is None else f"{scheme}://{host}:{port}"
    if parts.username is None:
        return Proxy(address)
    return Proxy(address, (unquote(parts.username), unquote(parts.password or "")))


def from_environment(scheme: str, host: str, port: int) -> Proxy | None:
    """Return the proxy the system or the environment asks for.

    Loopback hosts are reached directly.

    Args:
        scheme: `http` or `https`.
        host: The host to reach, in lower case.
        port: Its port.

    Raises:
        ConfigurationError: If the environment names something else than a proxy.
    """
    if is_loopback(host) or not _has_settings():
        return None
    import urllib.request

    if urllib.request.proxy_bypass(f"{host}:{port}"):
        return None
    proxies = urllib.request.getproxies()
    url = proxies.get(scheme) or proxies.get("all")
    return parse(url) if url else None


def _has_settings() -> bool:
    """Spare everyone without a proxy the import of `urllib.request`."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return any(name.lower().endswith("_proxy") for name in os.environ)
