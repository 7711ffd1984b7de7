"""Texts about requests become texts about the calls of the client."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .. import ir

_ROUTE = re.compile(r"`([A-Z]+ /[^\s`]*)`")


def with_calls_named(operations: Iterable[ir.Operation]) -> tuple[ir.Operation, ...]:
    """Name calls where descriptions of operations speak of requests.

    A description says `` `GET /albums/{id}` ``, which every reader of it knows, the
    docstrings of a client `` `albums.get` ``.
    """
    every = tuple(operations)
    names = {item.route: _name(item) for item in every}

    def named(text: str) -> str:
        return _ROUTE.sub(lambda route: f"`{names.get(route[1], route[1])}`", text)

    def told(call: ir.Call) -> ir.Call:
        parameters = tuple(
            replace(item, description=named(item.description))
            for item in call.parameters
        )
        return replace(call, description=named(call.description), parameters=parameters)

    return tuple(replace(each, calls=tuple(map(told, each.calls))) for each in every)


def _name(operation: ir.Operation) -> str:
    names = [
        f"{call.resource}.{call.name}" if call.resource else call.name
        for call in operation.calls
    ]
    return operation.name if operation.name in names else names[0]
