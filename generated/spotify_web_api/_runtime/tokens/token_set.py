"""The tokens an authorization server grants, and how long they are good for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..core.jsondata import is_array
from ..core.secret import Secret
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_LIFETIME = 31_536_000.0
LEEWAY = 60.0
_LEEWAY_SHARE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSet:
    """What a grant consists of.

    Attributes:
        access_token: What authorizes requests.
        expires_at: When it expires, in seconds since 1970, or `None` if unknown.
        lifetime: How many seconds it was good for when it was issued, or `None`.
        refresh_token: What buys the next access token, or `None`.
        scopes: What was granted, or `None` if nobody said so.
        owner: The name of the consent that all of them go back to: the digest of the
            first token it led to.
    """

    access_token: Secret
    expires_at: float | None = None
    lifetime: float | None = None
    refresh_token: Secret | None = None
    scopes: frozenset[str] | None = None
    owner: str = field(default="", repr=False, compare=False)

    def __post_init__(self) -> None:
        """Name the consent where these are its first tokens."""
        if not self.owner:
            first = self.refresh_token or self.access_token
            object.__setattr__(self, "owner", first.digest)

    @property
    def leeway(self) -> float:
        """How many seconds before its end the access token is replaced."""
        if self.lifetime is None:
            return 0.0
        return min(LEEWAY, self.lifetime * _LEEWAY_SHARE)

    def seconds_left(self, now: float) -> float:
        """Return how long the access token is good for; infinite if unknown.

        No more than its whole lifetime, even if the clock was set back.

        Args:
            now: Seconds since 1970.
        """
        if self.expires_at is None:
            return math.inf
        longest = LONGEST_LIFETIME if self.lifetime is None else self.lifetime
        return min(self.expires_at - now, longest)

    def succeeding(self, before: TokenSet | None) -> TokenSet:
        """Return these tokens, completed by what still holds of the ones before.

        An answer without a refresh token or without scopes changes neither (RFC 6749,
        sections 5.1 and 6).

        Args:
            before: The tokens that are replaced, or `None`.
        """
        if before is None:
            return self
        return replace(
            self,
            refresh_token=self.refresh_token or before.refresh_token,
            scopes=before.scopes if self.scopes is None else self.scopes,
            owner=before.owner,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data for a store. It holds the tokens in plain text."""
        refresh = self.refresh_token
        return {
            "access_token": self.access_token.reveal(),
            "expires_at": self.expires_at,
            "lifetime": self.lifetime,
            "refresh_token": None if refresh is None else refresh.reveal(),
            "scopes": None if self.scopes is None else sorted(self.scopes),
            "owner": self.owner,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> TokenSet:
        """Return the tokens that `to_dict` wrote.

        Args:
            data: What it returned.

        Raises:
            InvalidArgumentError: If that is something else.
        """
        given: Any = data
        if not isinstance(given, Mapping):
            del data, given
            raise InvalidArgumentError("data: it holds no tokens")
        access, scopes = data.get("access_token"), data.get("scopes")
        refresh = data.get("refresh_token")
        owner = data.get("owner")
        is_whole = isinstance(access, str) and isinstance(refresh, str | None)
        if not is_whole or not (scopes is None or is_array(scopes)):
            del access, refresh, data, given
            raise InvalidArgumentError("data: it holds no tokens")
        return cls(
            access_token=Secret(str(access)),
            expires_at=_number(data.get("expires_at")),
            lifetime=_number(data.get("lifetime")),
            refresh_token=None if refresh is None else Secret(refresh),
            scopes=None if scopes is None else _names(scopes),
            owner=owner if isinstance(owner, str) else "",
        )


def granted(
    data: Mapping[str, Any], now: float, requested: Iterable[str] | None
) -> TokenSet | str:
    """Read the answer of a token endpoint (RFC 6749, section 5.1).

    Args:
        data: The answer.
        now: Seconds since 1970 when the request was sent.
        requested: The scopes that were asked for, which hold if the answer names
            none; `None` if they are those of the tokens before.

    Returns:
        The tokens, or what is wrong with the answer.
    """
    access, kind = data.get("access_token"), data.get("token_type")
    if not isinstance(access, str) or not access.isascii() or not access.isprintable():
        return "it has no access token"
    if not access or " " in access:
        return "its access token cannot stand in a header"
    if isinstance(kind, str) and kind.lower() != "bearer":
        return "its tokens are of a type other than Bearer"
    lifetime = _lifetime(data.get("expires_in"))
    refresh, scope = data.get("refresh_token"), data.get("scope")
    scopes = scope.split() if isinstance(scope, str) else requested
    return TokenSet(
        access_token=Secret(access),
        expires_at=None if lifetime is None else now + lifetime,
        lifetime=lifetime,
        refresh_token=Secret(refresh) if refresh and isinstance(refresh, str) else None,
        scopes=None if scopes is None else frozenset(scopes),
    )


def _lifetime(value: object) -> float | None:
    """Read `expires_in`: none if it is no number, 0 if it is past."""
    if isinstance(value, str) and value.strip().isascii():
        try:
            value = float(value)
        except ValueError:
            return None
    number = _number(value)
    return None if number is None else min(max(number, 0.0), LONGEST_LIFETIME)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _names(values: Iterable[object]) -> frozenset[str]:
    return frozenset(value for value in values if isinstance(value, str))
