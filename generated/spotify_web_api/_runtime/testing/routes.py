"""Which operation a request asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from ..description.api import OperationTable
    from ..description.operation import Operation

_PLACEHOLDER = re.compile(r"\\\{(.*?)\\\}")


class Routes:
    """The operations by the paths they have."""

    def __init__(self, operations: OperationTable) -> None:
        """Order the paths: those with fewer placeholders win.

        Args:
            operations: All operations.
        """
        table: dict[str, list[Operation[Any]]] = {}
        for operation in operations:
            table.setdefault(operation.path, []).append(operation)
        self._routes = [
            (_compiled(path), {each.method: each for each in table[path]})
            for path in sorted(table, key=lambda path: (path.count("{"), path))
        ]

    def find(
        self, path: str
    ) -> tuple[dict[str, Operation[Any]], dict[str, str]] | None:
        """Find the operations of a path, by their verbs, and what it says.

        Args:
            path: The path below the base URL, percent-encoded; a slash at its end is no
                part of it.

        Returns:
            The operations and the arguments in the path by their names on the wire;
            `None` if no operation has such a path.
        """
        for pattern, operations in self._routes:
            found = pattern.fullmatch(path.removesuffix("/"))
            if found is not None:
                names = re.findall(r"\{(.*?)\}", next(iter(operations.values())).path)
                values = map(unquote, found.groups())
                return operations, dict(zip(names, values, strict=True))
        return None


def _compiled(path: str) -> re.Pattern[str]:
    return re.compile(_PLACEHOLDER.sub("([^/]+)", re.escape(path)))
