"""Faults that a test asks for: the next requests fail, in the order asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What happens to the next requests.

    Attributes:
        status: The HTTP status, or `None` where the connection breaks.
        operation: The call it happens to, such as `albums.get`; `None` for any.
        times: How often.
        reason: The reason in the error object, or `None`.
        message: The message in it, or `None` for the usual one.
        retry_after: Seconds, for the header `Retry-After`; `None` without one.
        body: A body in place of the error object: what a proxy says, perhaps.
    """

    status: int | None
    operation: str | None = None
    times: int = 1
    reason: str | None = None
    message: str | None = None
    retry_after: int | None = None
    body: str | None = None

    def concerns(self, calls: tuple[str, ...]) -> bool:
        """Say whether it happens to an operation.

        Args:
            calls: The names of the operation and of its calls.
        """
        return self.operation is None or self.operation in calls


class Faults:
    """The faults that have not happened yet."""

    def __init__(self) -> None:
        """Begin with none."""
        self._left: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let one more happen, after those before it.

        Args:
            fault: What is to happen.
        """
        self._left.append(fault)

    def take(self, calls: tuple[str, ...]) -> Fault | None:
        """Take what happens to a request.

        Args:
            calls: The names of its operation and of the calls of that.
        """
        for index, fault in enumerate(self._left):
            if fault.concerns(calls):
                rest = (
                    [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                )
                self._left[index : index + 1] = rest
                return fault
        return None

    @property
    def left(self) -> tuple[Fault, ...]:
        """Those that are still to happen."""
        return tuple(self._left)

    def clear(self) -> None:
        """Let none of them happen."""
        self._left.clear()


def named(operation: Any) -> tuple[str, ...]:
    """List the names under which an operation is known.

    Args:
        operation: The operation, or `None`.
    """
    return () if operation is None else (operation.name, *operation.calls)
