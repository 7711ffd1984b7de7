"""All operations, and how to find one."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .._runtime import Operation, OperationTable

_MODULES = "things"

TABLE: OperationTable = OperationTable(
    tuple(
        value
        for module in _MODULES.split()
        for name, value in vars(import_module(f".{module}", __package__)).items()
        if name.isupper() and not name.startswith("_")
    )
)
"""The operations by route and by call."""


def all() -> tuple[Operation[Any], ...]:
    """List the 1 operations."""
    return TABLE.all()


def by_call(name: str) -> Operation[Any]:
    """Find the operation behind a call.

    Args:
        name: A call as it is written after the client, such as `albums.get`.

    Raises:
        InvalidArgumentError: There is no call of that name.
    """
    return TABLE.of_call(name)
