"""The commands about one user: `login`, `whoami`, `logout`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .._runtime.engine.failures import one_line
from ..auth import FileTokenStore
from ..errors import ConfigurationError
from .output import say, tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._runtime.tokens.token_set import TokenSet
    from .access import Access

_REVOKE = "https://www.spotify.com/account/apps/"


def login(
    access: Access, scopes: frozenset[str], *, paste: bool, timeout: float
) -> int:
    """Send the user to the consent page, and keep the tokens in a file.

    Args:
        access: Whose tokens they are.
        scopes: What to ask for.
        paste: Whether the user pastes the address instead of being listened for.
        timeout: Seconds the user has, unless they paste.
    """
    store = FileTokenStore()
    auth = access.grant(store, scopes)
    tokens = (
        auth.login(paste=_pasted)
        if paste
        else auth.login(browser=_opened, timeout=timeout)
    )
    say(f"Logged in. The tokens are in {store.path(auth.key)}")
    say(f"Granted: {listed(tokens.scopes)}")
    withheld = scopes - (scopes if tokens.scopes is None else tokens.scopes)
    if withheld:
        say(f"Not granted: {listed(withheld)}")
    return 0


def whoami(access: Access) -> int:
    """Print whose tokens are kept, what they allow, and until when."""
    store = FileTokenStore()
    auth = access.grant(store)
    with access.client(auth) as spotify:
        user = spotify.users.me()
    tokens = auth.tokens
    rows = {
        "name": user.display_name or "(none)",
        "id": user.id,
        "product": user.product or "(not told: see the scope user-read-private)",
        "scopes": listed(None if tokens is None else tokens.scopes),
        "token": "(unknown)" if tokens is None else lifetime(tokens),
        "file": str(store.path(auth.key)),
    }
    for name, text in rows.items():
        say(f"{name:<9}{one_line(text)}")
    return 0


def logout(access: Access) -> int:
    """Forget the tokens of the user."""
    store = FileTokenStore()
    auth = access.grant(store)
    there = store.path(auth.key).exists()
    auth.logout()
    say("Logged out: the tokens are gone." if there else "Nobody was logged in.")
    if there:
        say(f"The user ends the access as such at {_REVOKE}")
    return 0


def listed(scopes: Iterable[str] | None) -> str:
    """Return scopes in words.

    Args:
        scopes: Their names, or `None` if unknown.
    """
    if scopes is None:
        return "(unknown)"
    return ", ".join(sorted(scopes)) or "(no scopes)"


def lifetime(tokens: TokenSet) -> str:
    """Say how long an access token is good for, and what comes then.

    Args:
        tokens: The token, and what renews it.
    """
    then = "then renewed" if tokens.refresh_token else "then log in again"
    if tokens.expires_at is None:
        return f"expires at an unknown time, {then}"
    left = tokens.seconds_left(datetime.now(UTC).timestamp())
    if left <= 0:
        return "expired, renewed when next used" if tokens.refresh_token else "expired"
    return f"expires in {left / 60:.0f} minutes, {then}"


def _opened(url: str) -> None:
    import webbrowser

    tell(
        "Consent in the browser. If none opens, open this address, or stop and use "
        f"--paste:\n{url}"
    )
    webbrowser.open(url)


def _pasted(text: str) -> str:
    tell(text, end="> ")
    try:
        line = sys.stdin.readline() if sys.stdin is not None else ""
    except UnicodeDecodeError:
        raise ConfigurationError("what was pasted is no address") from None
    if not line.endswith("\n"):
        tell("")
    if not line.strip():
        raise ConfigurationError("no address was pasted")
    return line
