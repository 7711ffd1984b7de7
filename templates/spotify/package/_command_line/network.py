"""What the doctor finds when it asks the servers: reachability, TLS, clock."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from .._runtime.http.messages import Request
from .._runtime.transports.default import HttpTransport
from ..errors import ConfigurationError, TransportError
from .findings import fail, ok, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .access import Access
    from .findings import Finding

_SECONDS = 10.0
_NOTICEABLE, _HARMFUL = 30.0, 300.0


def findings(access: Access) -> Iterator[Finding]:
    """Ask both servers for anything.

    Args:
        access: Says where they are.
    """
    accounts, api = access.addresses()
    transport = HttpTransport()
    try:
        yield from _asked(transport, "accounts", accounts, has_clock=True)
        yield from _asked(transport, "API", api, has_clock=False)
    finally:
        transport.close()


def _asked(
    transport: HttpTransport, subject: str, url: str, *, has_clock: bool
) -> Iterator[Finding]:
    began = time.time()
    try:
        answer = transport.send(Request(method="GET", url=f"{url}/", timeout=_SECONDS))
    except (TransportError, ConfigurationError) as error:
        yield fail(subject, f"{url}: {error}: {_advice(error)}")
        return
    now = (began + time.time()) / 2
    safely = "over TLS, with a trusted certificate" if url.startswith("https") else ""
    if answer.status >= 500:
        text = f"{url} answers {answer.status}: it has trouble, try again later"
        yield warn(subject, text)
    else:
        yield ok(subject, f"{url} answers {safely}".rstrip())
    if has_clock:
        yield clock(answer.headers.get("date"), now)


def _advice(error: Exception) -> str:
    cause = getattr(error, "cause_text", "")
    if "certificate" in cause.lower():
        return (
            "whoever answers has no certificate this machine trusts; if that is a "
            "proxy of your company, set SSL_CERT_FILE to a file with its certificate"
        )
    if "ssl" in cause.lower():
        return "something in between does not let TLS through"
    return "check network, name server, firewall and proxy"


def clock(date: str | None, now: float) -> Finding:
    """Compare the clock of this machine with that of a server.

    Args:
        date: The Date header of an answer.
        now: Seconds since 1970, by this machine, when it was sent.
    """
    try:
        ahead = now - parsedate_to_datetime(date or "").timestamp()
    except (TypeError, ValueError, OverflowError):
        return warn("clock", "the server does not tell the time, so it is unchecked")
    if abs(ahead) <= _NOTICEABLE:
        return ok("clock", "right to within half a minute")
    side = "ahead" if ahead > 0 else "behind"
    text = (
        f"{abs(ahead):.0f} s {side} of the server's: set it (NTP); it decides when "
        "tokens are renewed and whether certificates are valid"
    )
    return (fail if abs(ahead) > _HARMFUL else warn)("clock", text)
