"""What a generated package tells its clients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..engine.failures import ErrorTable
    from .operation import OperationTable


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
