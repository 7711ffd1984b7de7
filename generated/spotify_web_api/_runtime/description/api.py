"""What a generated package tells its clients, and the defaults of their settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..engine.failures import ErrorTable
    from .operation import OperationTable

TIMEOUT = 60.0
ATTEMPT_TIMEOUT = 15.0
MAX_ATTEMPTS = 4
MAX_WAIT = 30.0
MAX_BODY = 33_554_432

OnUnavailable: TypeAlias = Literal["raise", "route"]
"""What to do with a call that the quota mode lacks: raise, or ask its replacement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """What a generated package tells its clients.

    Attributes:
        base_url: The base URL the description declares.
        logger: The name of the logger.
        user_agent: The name of the client.
        quota_modes: The quota modes of the API.
        operations: Returns all operations.
        errors: Returns the exceptions by status and reason.
    """

    base_url: str
    logger: str
    user_agent: str
    operations: Callable[[], OperationTable]
    errors: Callable[[], ErrorTable]
    quota_modes: tuple[str, ...] = ()
