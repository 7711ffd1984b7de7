"""What a test has said to the service: faults, what is missing, which tokens hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .faults import Faults
from .refusing import RefusedError

if TYPE_CHECKING:
    from ..description.operation import Operation


class Wishes:
    """What a test has said so far; at first, that all is well."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.faults = Faults()
        self.missing: set[str] = set()
        self.scopes: dict[str, frozenset[str]] = {}
        self.revoked: set[str] = set()

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
