"""Who may call an operation, and how another answers in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import ir, naming
from ..dialect.document import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..dialect.document import Operation
    from ..dialect.extensions import Route, RouteArgument


def build_availability(
    operation: Operation,
    parameters: Iterable[ir.Parameter],
    named: Mapping[str, Operation],
) -> ir.Availability | None:
    """Say who may call an operation; `None` where there is nothing to say.

    Args:
        operation: The operation.
        parameters: What it takes.
        named: All operations by their names.
    """
    declared = operation.availability
    if declared is None:
        return None
    target = named.get(declared.replacement or "")
    references = {item.wire: item.reference for item in parameters}
    availability = ir.Availability(
        modes=tuple(sorted(declared.modes)),
        since=declared.since,
        replacement=_calls(declared.replacement, target),
        route=_route(declared.route, target, references),
    )
    if availability.is_limited or availability.since or availability.replacement:
        return availability
    return None


def _calls(name: str | None, target: Operation | None) -> str | None:
    """Name the calls to use, which are not that of the operation if it has variants."""
    if target is None or not target.variants:
        return name
    return " or ".join(variant.operation_id for variant in target.variants)


def _route(
    route: Route | None,
    target: Operation | None,
    references: Mapping[str, ir.Reference | None],
) -> ir.Route | None:
    if route is None or target is None:
        return None
    return ir.Route(
        route=f"{target.method} {target.path}",
        arguments=tuple(
            ir.Translation(
                name=naming.attribute(item.name),
                source=naming.attribute(item.source),
                uri=_template(item, references),
                each=item.form == "each",
            )
            for item in route.arguments
        ),
        dropped=tuple(naming.attribute(name) for name in route.drop),
    )


def _template(
    item: RouteArgument, references: Mapping[str, ir.Reference | None]
) -> str | None:
    """Give the template that values are written in, with names of Python in it."""
    if item.uri is not None:
        return PLACEHOLDER.sub(lambda m: f"{{{naming.attribute(m[1])}}}", item.uri)
    reference = references.get(item.source)
    return reference.uri if item.form == "uri" and reference is not None else None
