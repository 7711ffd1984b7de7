"""View of the page that says which call is open to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..emit.code import Code, identifier, literal
from ..emit.markdown import code_span, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import ir
    from ..config import Config


@dataclass(frozen=True, slots=True)
class ModeView:
    """One quota mode and what it means."""

    name: Code
    description: Code


@dataclass(frozen=True, slots=True)
class CallView:
    """One operation that is deprecated, or not open to every app."""

    names: Code
    since: Code
    states: tuple[Code, ...]
    replacement: Code
    routed: Code


@dataclass(frozen=True, slots=True)
class LimitView:
    """What one mode allows for one argument."""

    names: Code
    argument: Code
    mode: Code
    maximum: Code
    default: Code


@dataclass(frozen=True, slots=True)
class AvailabilityView:
    """The page: the modes, a table of calls and a table of limits."""

    title: Code
    client: Code
    count: Code
    total: Code
    routed: Code
    modes: tuple[ModeView, ...]
    columns: tuple[Code, ...]
    calls: tuple[CallView, ...]
    limits: tuple[LimitView, ...]


def availability_view(api: ir.Api, config: Config) -> AvailabilityView:
    """View the page of `api`."""
    limited = [operation for operation in api.operations if _is_told(operation)]
    modes = sorted({mode for operation in limited for mode, _ in _modes(operation)})
    return AvailabilityView(
        title=prose(api.title),
        client=identifier(config.client),
        count=literal(len(limited)),
        total=literal(len(api.operations)),
        routed=literal(sum(_is_routed(operation) for operation in limited)),
        modes=tuple(ModeView(code_span(n), prose(text)) for n, text in api.quota_modes),
        columns=tuple(prose(mode) for mode in modes),
        calls=tuple(_call(operation, modes) for operation in limited),
        limits=tuple(
            limit for operation in api.operations for limit in _limits(operation)
        ),
    )


def _is_told(operation: ir.Operation) -> bool:
    availability = operation.availability
    return operation.deprecated or (
        availability is not None and availability.is_limited
    )


def _is_routed(operation: ir.Operation) -> bool:
    availability = operation.availability
    return availability is not None and availability.route is not None


def _modes(operation: ir.Operation) -> tuple[tuple[str, str], ...]:
    return operation.availability.modes if operation.availability is not None else ()


def _call(operation: ir.Operation, modes: list[str]) -> CallView:
    availability, states = operation.availability, dict(_modes(operation))
    since = availability.since if availability is not None else None
    replacement = availability.replacement if availability is not None else None
    return CallView(
        _names(operation),
        prose(since or "unknown"),
        tuple(prose(states.get(m, "available").replace("_", " ")) for m in modes),
        code_span(replacement) if replacement else Code("none"),
        Code("yes" if _is_routed(operation) else "no"),
    )


def _names(operation: ir.Operation) -> Code:
    names = (call.full_name for call in operation.current_calls)
    return Code(", ".join(code_span(name) for name in names))


def _limits(operation: ir.Operation) -> Iterator[LimitView]:
    for parameter in operation.parameters:
        for limit in parameter.quota_limits:
            default = "unknown" if limit.default is None else str(limit.default)
            yield LimitView(
                _names(operation),
                code_span(parameter.name),
                code_span(limit.mode),
                literal(limit.maximum),
                prose(default),
            )
