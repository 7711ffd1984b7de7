"""Which failures are worth another attempt, when, and at what price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.locks import Guarded
from ..errors import ResponseTooLargeError, StatusError, TransportError, UnsafeUrlError

if TYPE_CHECKING:
    from collections.abc import Callable, Set as AbstractSet

    from ..calls.call import Call
    from ..errors import ClientError

LONGEST_BACKOFF = 20.0
TRANSIENT_BASE = 0.05
THROTTLE_BASE = 1.0
CAPACITY = 500
TRANSIENT_COST = 14
THROTTLE_COST = 5
REFUND = 1

TOO_MANY_REQUESTS = 429

_TRANSIENT = frozenset({500, 502, 503, 504})
_SAFE = frozenset({"DELETE", "GET", "HEAD", "PUT"})
_LARGEST_EXPONENT = 32


class Bucket(Guarded):
    """Tokens that repetitions cost, so that a failing service is not hammered.

    It may be used from several threads.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        """Start full.

        Args:
            capacity: The most tokens it holds.
        """
        super().__init__()
        self._capacity = capacity
        self._tokens = capacity

    @property
    def tokens(self) -> int:
        """The tokens left."""
        return self._tokens

    def take(self, cost: int) -> bool:
        """Take `cost` tokens; return `False`, and take none, if there are too few."""
        with self._lock:
            if self._tokens < cost:
                return False
            self._tokens -= cost
            return True

    def give(self, tokens: int) -> None:
        """Put tokens back, up to the capacity."""
        with self._lock:
            self._tokens = min(self._capacity, self._tokens + tokens)


def is_repeatable(
    error: ClientError, call: Call, never: AbstractSet[tuple[int, str]]
) -> bool:
    """Say whether a failed request may be sent once more.

    Args:
        error: What the attempt ended with.
        call: The call.
        never: The statuses and reasons that another attempt does not help.
    """
    if isinstance(error, StatusError):
        if error.status == TOO_MANY_REQUESTS:
            return error.reason is None or (error.status, error.reason) not in never
        return error.status in _TRANSIENT and is_safe(call)
    if isinstance(error, UnsafeUrlError | ResponseTooLargeError):
        return False
    return isinstance(error, TransportError) and (not error.sent or is_safe(call))


def is_safe(call: Call) -> bool:
    """Say whether a request does no harm if the server gets it twice.

    Args:
        call: The call; what its operation says wins over the verb.
    """
    rule = None if call.operation is None else call.operation.retry
    return call.method in _SAFE if rule is None else rule == "safe"


def cost(error: ClientError) -> int:
    """Return how many tokens the attempt after `error` costs."""
    return THROTTLE_COST if is_throttled(error) else TRANSIENT_COST


def delay(error: ClientError, retry: int, random: Callable[[], float]) -> float:
    """Return how long to wait before the attempt after `error`.

    Args:
        error: What the attempt ended with.
        retry: How many repetitions there were before.
        random: Returns a number from 0 to 1.

    Returns:
        Seconds: what the server asks for, or else an exponential backoff with full
        jitter.
    """
    if asked := wait_of(error):
        return asked
    base = THROTTLE_BASE if is_throttled(error) else TRANSIENT_BASE
    longest: float = base * 2 ** min(retry, _LARGEST_EXPONENT)
    return random() * min(LONGEST_BACKOFF, longest)


def wait_of(error: ClientError) -> float:
    """Return the seconds the server asks to wait; 0 if it asks for no wait."""
    return (error.retry_after or 0.0) if isinstance(error, StatusError) else 0.0


def is_throttled(error: ClientError) -> bool:
    """Say whether the server refused because of too many requests."""
    return isinstance(error, StatusError) and error.status == TOO_MANY_REQUESTS
