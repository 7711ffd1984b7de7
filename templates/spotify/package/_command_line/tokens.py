"""What the doctor finds out about credentials and tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import operations
from .._runtime.calls.scopes import suffice
from ..auth import ClientCredentials, FileTokenStore
from ..errors import (
    ConfigurationError,
    ForbiddenError,
    ReauthorizationRequiredError,
    SpotifyError,
)
from .access import PROGRAM
from .findings import fail, ok, warn
from .user import lifetime, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._runtime.tokens.token_set import TokenSet
    from .access import Access, UserGrant
    from .findings import Finding

_NOT_ENTERED = (
    "while the app is in development mode, its dashboard has to list the user (User "
    "Management), and its owner needs Premium"
)


def findings(access: Access, *, is_reached: bool) -> Iterator[Finding]:
    """Check the credentials, the tokens in their file, and what they are good for.

    Args:
        access: The settings to check.
        is_reached: Whether the servers can be reached.
    """
    try:
        if is_reached and access.has_secret:
            yield _accepted(access)
        store = FileTokenStore()
        auth = access.grant(store)
        held = store.load(auth.key)
    except ConfigurationError as error:
        yield fail("token", str(error))
        return
    if held is None:
        yield warn(
            "token", f"nobody has logged in with these settings: {PROGRAM} login"
        )
        return
    yield ok("token", f"{lifetime(held)}; kept in {store.path(auth.key)}")
    yield _scopes(held)
    if is_reached:
        yield _used(access, auth)


def _accepted(access: Access) -> Finding:
    try:
        ClientCredentials(access.client_id, base_url=access.accounts_url).token()
    except SpotifyError as error:
        return fail("client secret", str(error))
    return ok("client secret", "the accounts server accepts it")


def _scopes(held: TokenSet) -> Finding:
    granted = held.scopes
    if granted is None:
        return warn("scopes", "nobody has said which ones the token has")
    every = operations.all()
    closed = [operation for operation in every if not suffice(operation, granted)]
    text = f"{listed(granted)}; {len(every) - len(closed)} of {len(every)} operations"
    if not closed:
        return ok("scopes", text)
    lacking = {scope for operation in closed for scope in operation.scopes} - granted
    return ok("scopes", f"{text}; the others need one of {listed(lacking)}")


def _used(access: Access, auth: UserGrant) -> Finding:
    try:
        with access.client(auth) as spotify:
            user = spotify.users.me()
    except ReauthorizationRequiredError as error:
        return fail("API call", f"{error}: {PROGRAM} login")
    except ForbiddenError as error:
        return fail("API call", f"{error}: {_NOT_ENTERED}")
    except SpotifyError as error:
        return fail("API call", str(error))
    return ok("API call", f"the API knows the token as that of {user.id}")
