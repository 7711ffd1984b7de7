"""Which URLs the access token may go to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from ..errors import ConfigurationError, UnsafeUrlError
from ..errors.expected import expect

LONGEST = 8192
"""Characters of a URL in a response that is still requested; no server takes more."""

_PORTS = {"http": 80, "https": 443}
_LOOPBACK = re.compile(r"localhost|127(\.[0-9]{1,3}){3}|::1")
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?|[0-9a-f:.]*:[0-9a-f:.]*")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]")
_PRINTABLE = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Address:
    """A URL taken apart and normalised: lower-case origin, explicit port."""

    scheme: str
    host: str
    port: int
    path: str
    query: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port."""
        return self.scheme, self.host, self.port

    @property
    def netloc(self) -> str:
        """The host, and the port unless it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.has_default_port else f"{host}:{self.port}"

    @property
    def has_default_port(self) -> bool:
        """Whether the port is the scheme's own."""
        return self.port == _PORTS[self.scheme]

    @property
    def target(self) -> str:
        """The path and the query."""
        return f"{self.path}?{self.query}" if self.query else self.path

    def __str__(self) -> str:
        """Write the normalised URL."""
        return f"{self.scheme}://{self.netloc}{self.target}"


def parse(url: str) -> Address:
    """Take an absolute http or https URL apart.

    Args:
        url: The URL; its fragment is dropped, characters outside ASCII in path and
            query are percent-encoded.

    Raises:
        ValueError: If it is no such URL, names a user, or has characters on which
            parsers disagree. The message does not repeat the URL.
    """
    if _UNSAFE.search(url):
        raise ValueError("it has control characters or backslashes")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError("its host or port cannot be one") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise ValueError("it is not an http or https URL")
    if "@" in parts.netloc:
        raise ValueError("it names a user")
    host = (parts.hostname or "").lower()
    if not _HOST.fullmatch(host):
        raise ValueError("its host is not a plain ASCII name")
    return Address(
        scheme,
        host,
        port or _PORTS[scheme],
        quote(parts.path, safe=_PRINTABLE) or "/",
        quote(parts.query, safe=_PRINTABLE),
    )


@lru_cache(maxsize=256)
def root(url: str) -> str:
    """Return the origin of a URL as it begins.

    Args:
        url: An absolute http or https URL, such as the base URL of a client.
    """
    address = parse(url)
    return f"{address.scheme}://{address.netloc}"


def base(url: str) -> str:
    """Check the base URL of a client.

    Args:
        url: An https URL; http is allowed for loopback hosts only.

    Returns:
        The normalised URL, without a slash at its end.

    Raises:
        ConfigurationError: If the access token must not be sent there.
    """
    expect(url, str, name="base_url", wanted="a URL", error=ConfigurationError)
    try:
        address = parse(url)
    except ValueError as error:
        raise ConfigurationError(f"base_url: {error}") from None
    if address.scheme != "https" and not is_loopback(address.host):
        raise ConfigurationError("base_url: http is allowed for loopback hosts only")
    if address.query or "#" in url:
        raise ConfigurationError("base_url: it has a query or a fragment")
    if has_dot_segments(address.path):
        raise ConfigurationError("base_url: its path has dot segments")
    return str(address).rstrip("/")


def server(url: str | None, base_url: str, spec_url: str | None) -> tuple[str, bool]:
    """Say where an operation is sent, and whether that is the API's own origin.

    Args:
        url: The server of the operation, or `None` if it has none of its own.
        base_url: The checked base URL of the client.
        spec_url: The base URL the description of the API declares, if it is known.

    Returns:
        The base URL of the operation, without a slash at its end. One on the declared
        origin is moved onto that of `base_url`.
    """
    if url is None:
        return base_url, True
    ours, target = parse(base_url), parse(url)
    if spec_url is not None and target.origin == parse(spec_url).origin:
        target = replace(target, scheme=ours.scheme, host=ours.host, port=ours.port)
    return str(target).rstrip("/"), target.origin == ours.origin


def is_loopback(host: str) -> bool:
    """Say whether `host` can only be this machine.

    Args:
        host: A host name or address in lower case, without brackets.
    """
    return _LOOPBACK.fullmatch(host) is not None


def has_dot_segments(path: str) -> bool:
    """Say whether a path would change when its dot segments are removed.

    Args:
        path: The path of a URL; encoded dots count as dots.
    """
    return any(unquote(segment) in {".", ".."} for segment in path.split("/"))


def resolve(url: str | None, base_url: str, spec_url: str) -> str | None:
    """Say where a URL found in a response leads.

    Args:
        url: What the response named: a URL, a path, or nothing.
        base_url: The checked base URL of the client.
        spec_url: The base URL the description of the API declares.

    Returns:
        The normalised URL to request. One on the declared server is moved onto
        `base_url`. `None` if there is nothing to follow.

    Raises:
        UnsafeUrlError: If it leads anywhere else, or is longer than any server takes.
    """
    if not url:
        return None
    if len(url) > LONGEST:
        raise UnsafeUrlError(f"a URL in a response has {len(url):,} characters")
    ours, declared = parse(base_url), parse(spec_url)
    target = _target(url, ours, declared)
    if target.origin == ours.origin:
        return str(target)
    rest = _below(target, declared)
    if rest is None:
        raise UnsafeUrlError("a URL in a response leads to another server")
    return base_url + rest


def _target(url: str, ours: Address, declared: Address) -> Address:
    relative = url.startswith("/") and not url.startswith("//")
    known = ours if _inside(url, ours) else declared
    try:
        target = parse(f"{known.scheme}://{known.netloc}{url}" if relative else url)
    except ValueError as error:
        raise UnsafeUrlError(f"a URL in a response is refused: {error}") from None
    if has_dot_segments(target.path):
        raise UnsafeUrlError("a URL in a response has dot segments")
    return target


def _below(target: Address, server: Address) -> str | None:
    if target.origin != server.origin or not _inside(target.path, server):
        return None
    return target.target.removeprefix(server.path.rstrip("/"))


def _inside(path: str, server: Address) -> bool:
    root = server.path.rstrip("/")
    return path == root or path.startswith(f"{root}/")
