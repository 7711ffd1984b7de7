"""Models: token."""

from typing import Literal

from .._runtime import Model


class Token(Model, frozen=True, kw_only=True):
    """What the accounts server hands out."""

    access_token: str
    """What goes into the Authorization header of every request to the Web API."""

    token_type: Literal["Bearer"] | str
    """How the access token is used."""

    expires_in: int | None = None
    """How many seconds the access token is good for; 3600 so far."""

    scope: str | None = None
    """What the user has agreed to, separated by spaces; empty or missing without a
    user.
    """

    refresh_token: str | None = None
    """What buys the next access token. Where it is missing or empty, the one at hand
    stays good. It lives for six months from the user's consent.
    """
