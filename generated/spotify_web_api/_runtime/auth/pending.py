"""The ways to the consent page that have been begun and not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.locks import Guarded

if TYPE_CHECKING:
    from .consent import Answer, AuthorizationRequest

_MOST = 16


class PendingRequests(Guarded):
    """The last few requests that were sent; each is given out once."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._requests: dict[str, AuthorizationRequest] = {}

    def add(self, request: AuthorizationRequest) -> None:
        """Remember a request, and forget the oldest one if there are too many.

        Args:
            request: What a user is sent with.
        """
        with self._lock:
            self._requests[request.state.digest] = request
            while len(self._requests) > _MOST:
                del self._requests[next(iter(self._requests))]

    def take(self, answer: Answer) -> AuthorizationRequest | None:
        """Return the request an answer belongs to, and forget it; else `None`.

        Args:
            answer: What a user brought back.
        """
        with self._lock:
            return self._requests.pop(answer.state.digest, None)
