"""View of the index of calls, `api.md`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, identifier, literal
from ..emit.markdown import code_span, prose
from .methods import SYNC, method_view

if TYPE_CHECKING:
    from .. import ir
    from ..config import Config
    from .handwritten import Written, WrittenCall


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One call in the index of calls."""

    call: Code
    route: Code
    returns: Code
    title: Code


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index of calls."""

    title: Code
    client: Code
    count: Code
    rows: tuple[IndexRow, ...]


def index_view(api: ir.Api, config: Config, written: Written) -> IndexView:
    """View the index of calls."""
    rows = [_row(operation, call) for operation, call in api.root_calls]
    for resource in api.resources:
        rows += [_row(operation, call) for operation, call in resource.calls]
        if resource.name in written:
            own = written[resource.name].calls
            rows += [_written_row(resource.name, call) for call in own]
    return IndexView(
        title=prose(api.title),
        client=identifier(config.client),
        count=literal(len(rows)),
        rows=tuple(rows),
    )


def _written_row(resource: str, call: WrittenCall) -> IndexRow:
    text = f"{resource}.{call.name}({', '.join(call.parameters)}) -> {call.returns}"
    return IndexRow(
        call=code_span(text),
        route=Code("several requests"),
        returns=call.returns,
        title=prose(call.title),
    )


def _row(operation: ir.Operation, call: ir.Call) -> IndexRow:
    view = method_view(operation, call, SYNC)
    parameters = ", ".join(view.parameters[1:])
    text = f"{call.full_name}({parameters}) -> {view.returns}"
    return IndexRow(
        call=code_span(text.replace("models.", "")),
        route=code_span(operation.route),
        returns=view.returns,
        title=prose(call.title),
    )
