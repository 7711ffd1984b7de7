"""What a test has said to the service: faults, what is missing, which tokens hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.closest import did_you_mean
from ..core.secret import Secret
from ..errors import ConfigurationError
from ..errors.expected import expect, texts
from .faults import Faults
from .refusing import RefusedError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..description.operation import Operation


class Wishes:
    """What a test has said so far; at first, that all is well."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.faults = Faults()
        self.missing: set[str] = set()
        self.scopes: dict[str, frozenset[str]] = {}
        self.revoked: set[str] = set()

    def allow(
        self, token: str | Secret, scopes: Iterable[str], known: Collection[str]
    ) -> None:
        """Let a token have some scopes only.

        Args:
            token: The access token.
            scopes: What it may be used for.
            known: The scopes there are.

        Raises:
            ConfigurationError: If there is no such scope.
        """
        wrong, wanted = ConfigurationError, "a sequence of scopes"
        if isinstance(scopes, str):
            raise ConfigurationError(f"scopes: expected {wanted}, got a single str")
        found = texts(scopes, name="scopes", wanted=wanted, error=wrong)
        for each in found:
            if each not in known:
                told = did_you_mean(each, known)
                raise ConfigurationError(f"scopes: there is no {each!r}{told}")
        self.scopes[_revealed(token)] = frozenset(found)

    def revoke(self, token: str | Secret) -> None:
        """Let a token be expired.

        Args:
            token: An access token, or a refresh token.

        Raises:
            ConfigurationError: If it is no text.
        """
        self.revoked.add(_revealed(token))

    def check_token(self, token: str | None, operation: Operation[Any]) -> None:
        """Refuse a token that does not do.

        Args:
            token: The access token of a request, or `None`.
            operation: What it was given for.

        Raises:
            RefusedError: If there is none, or it is expired, or lacks a scope.
        """
        if not operation.authorized:
            return
        if token is None:
            raise RefusedError(401, "No token provided")
        if token in self.revoked:
            raise RefusedError(401, "The access token expired")
        scopes, ways = self.scopes.get(token), operation.scope_sets
        if scopes is not None and ways and not any(scopes >= {*way} for way in ways):
            raise RefusedError(403, "Insufficient client scope")


def _revealed(token: str | Secret) -> str:
    """Return a token as it stands in requests."""
    if isinstance(token, Secret):
        return token.reveal()
    expect(token, str, name="token", wanted="a token", error=ConfigurationError)
    return token
