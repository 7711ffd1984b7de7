"""What a generated package tells its clients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..core.cached import cached
from ..errors import (
    ClientStatusError,
    InvalidArgumentError,
    RateLimitedError,
    ServerError,
    StatusError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .operation import Operation


_TOO_MANY_REQUESTS = 429


class OperationTable:
    """All operations of an API, by route and by call."""

    def __init__(self, operations: tuple[Operation[Any], ...]) -> None:
        """Keep `operations` in their order."""
        self._operations = operations

    def __iter__(self) -> Iterator[Operation[Any]]:
        """Iterate over the operations, in the order of the description."""
        return iter(self._operations)

    def __len__(self) -> int:
        """Return the number of operations."""
        return len(self._operations)

    def all(self) -> tuple[Operation[Any], ...]:
        """Return the operations, in the order of the description."""
        return self._operations

    @cached
    def by_route(self) -> dict[str, Operation[Any]]:
        """Index the operations by route, such as `GET /albums/{id}`."""
        return {operation.route: operation for operation in self._operations}

    @cached
    def by_call(self) -> dict[str, Operation[Any]]:
        """Index the operations by the names of their calls, and by their own names."""
        named = {operation.name: operation for operation in self._operations}
        called = {
            call: operation
            for operation in self._operations
            for call in operation.calls
        }
        return named | called

    def of_call(self, name: object) -> Operation[Any]:
        """Find the operation behind a call.

        Args:
            name: A call as it is written after the client, such as `albums.get`.

        Raises:
            InvalidArgumentError: If there is none of that name.
        """
        if not isinstance(name, str):
            message = f"a call is named by a str, not by a {type(name).__name__}"
            raise InvalidArgumentError(message)
        if name not in self.by_call:
            raise InvalidArgumentError(f"there is no call named {name!r}")
        return self.by_call[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorTable:
    """Which exception a status and a reason become.

    Attributes:
        statuses: Exceptions by HTTP status.
        reasons: Exceptions by HTTP status and reason; they win.
        never: The statuses and reasons that another attempt does not help.
    """

    statuses: Mapping[int, type[StatusError]]
    reasons: Mapping[tuple[int, str], type[StatusError]]
    never: frozenset[tuple[int, str]] = frozenset()

    def kind(self, status: int, reason: str | None) -> type[StatusError]:
        """Return the class of the exception.

        Args:
            status: The HTTP status.
            reason: The reason in the body, or `None`.
        """
        if reason is not None and (status, reason) in self.reasons:
            return self.reasons[status, reason]
        if status in self.statuses:
            return self.statuses[status]
        if status == _TOO_MANY_REQUESTS:
            return RateLimitedError
        families: dict[int, type[StatusError]] = {4: ClientStatusError, 5: ServerError}
        return families.get(status // 100, StatusError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """What a generated package tells its clients.

    Attributes:
        base_url: The base URL the description declares.
        logger: The name of the logger.
        user_agent: The name of the client.
        quota_modes: The quota modes of the API.
        operations: All operations.
        errors: The exceptions by status and reason.
    """

    base_url: str
    logger: str
    user_agent: str
    operations: OperationTable
    errors: ErrorTable
    quota_modes: tuple[str, ...] = ()
