"""What the doctor sees without asking anybody: environment, redirect URI, proxies."""

from __future__ import annotations

import os
import platform
import socket
import ssl
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from .._api import API
from .._runtime.auth import redirect_uris
from .._runtime.http import urls
from .._runtime.transports import proxies
from ..auth import SERVER
from ..errors import ConfigurationError
from .findings import fail, ok, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .access import Access
    from .findings import Finding

_DASHBOARD = "https://developer.spotify.com/dashboard"


def findings(access: Access) -> Iterator[Finding]:
    """Check what stands in the environment and on this machine.

    Args:
        access: The settings to check.
    """
    python = f"Python {platform.python_version()}, {ssl.OPENSSL_VERSION}"
    yield ok("versions", f"{API.user_agent}, {python}")
    yield _credentials(access)
    yield from _redirect_uri(access)
    yield from _proxies(access)
    yield _certificates()


def _credentials(access: Access) -> Finding:
    subject, variables = "credentials", SERVER.environment
    try:
        given = SERVER.optional("client_id", access.client_id)
        has_secret = access.has_secret
    except ConfigurationError as error:
        return fail(subject, f"{error}: copy it from {_DASHBOARD}")
    if given is None:
        return fail(
            subject,
            f"there is no client id: set {variables['client_id']} to that of your app, "
            f"from {_DASHBOARD}",
        )
    if has_secret:
        return ok(subject, "client id and client secret: authorization code flow")
    return ok(subject, "a client id and no client secret in use: PKCE")


def _redirect_uri(access: Access) -> Iterator[Finding]:
    subject = "redirect URI"
    try:
        given = SERVER.optional("redirect_uri", access.redirect_uri)
        if given is None:
            yield warn(
                subject,
                "there is none, so nobody can log in: register "
                f"{redirect_uris.USUAL} in {_DASHBOARD} and set "
                f"{SERVER.environment['redirect_uri']} to it",
            )
            return
        uri = redirect_uris.checked(given.reveal())
    except ConfigurationError as error:
        yield fail(subject, str(error))
        return
    yield ok(subject, f"{uri} (the dashboard has to have it, to the letter)")
    try:
        address = redirect_uris.loopback(uri)
    except ConfigurationError:
        yield warn(
            "port", "login cannot listen there: use --paste, or a web application"
        )
    else:
        yield _port(address)


def _port(address: redirect_uris.LoopbackAddress) -> Finding:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        with closing(socket.socket(family)) as probe:
            if os.name == "posix":  # as the listener of a login does
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address.host, address.port))
            probe.listen()
    except OSError as error:
        return fail(
            "port",
            f"nothing can listen at {address.authority(address.port)}: "
            f"{error.strerror or error}: end the program that does, or register a "
            "redirect URI without a port, which takes any free one",
        )
    if not address.port:
        return ok("port", "any free one is taken")
    return ok("port", f"{address.port} is free")


def _proxies(access: Access) -> Iterator[Finding]:
    ways: set[str] = set()
    for url in access.addresses():
        address = urls.parse(url)
        try:
            proxy = proxies.from_environment(address.scheme, address.host, address.port)
        except ConfigurationError as error:
            yield fail("proxy", f"{error}: mend it in the environment (*_PROXY)")
            return
        if proxy is not None:
            login = " with credentials" if proxy.credentials else ""
            ways.add(f"{address.host} through {proxy.url}{login}")
    yield ok("proxy", "; ".join(sorted(ways)) or "none: connections are direct")


def _certificates() -> Finding:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        path = os.environ.get(name)
        if path and not Path(path).exists():
            return fail("certificates", f"{name} names {path}, which is not there")
        if path:
            return ok("certificates", f"those of {path} are trusted ({name})")
    return ok("certificates", "those the system trusts")
