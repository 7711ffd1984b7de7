"""Calls that the quota mode of an application lacks: refused, or explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import EndpointUnavailableError

if TYPE_CHECKING:
    from datetime import datetime

    from ..description.operation import Operation, Route
    from .settings import Settings

_REMOVED = "removed"
_STATES = {
    _REMOVED: "not offered",
    "legacy_only": "offered only to applications that had it before",
}


def route(operation: Operation[Any], settings: Settings, now: datetime) -> Route | None:
    """Return how an operation is answered by another; `None` where it answers itself.

    Args:
        operation: What was called.
        settings: The quota mode, and what to do with a call that it lacks.
        now: The present time; what will be taken away later is still there.

    Raises:
        EndpointUnavailableError: If the mode lacks it and nothing may stand in.
    """
    declared, mode = operation.availability, settings.quota_mode
    if declared is None or declared.state(mode, now.date()) != _REMOVED:
        return None
    if settings.on_unavailable == "route" and declared.route is not None:
        return declared.route
    remedy = ' (on_unavailable="route" does so)' if declared.route is not None else ""
    raise unavailable(operation, f"{explanation(operation, mode)}{remedy}")


def explanation(operation: Operation[Any] | None, mode: str | None) -> str:
    """Say who may not use an operation, since when, and what to use; `""` for all.

    Args:
        operation: What was called, or `None`.
        mode: The quota mode of the application; `None` if it is unknown.
    """
    declared = None if operation is None else operation.availability
    if declared is None:
        return ""
    is_mode = mode in dict(declared.modes)
    states = [
        (name, state) for name, state in declared.modes if name == mode or not is_mode
    ]
    parts: list[str] = []
    for state, text in _STATES.items():
        names = " and ".join(f'"{name}"' for name, its in states if its == state)
        if names:
            parts.append(f"{text} in quota mode {names}")
    if not parts:
        return ""
    since = f" since {declared.since}" if declared.since else ""
    use = f"; use {declared.replacement} instead" if declared.replacement else ""
    return f"this call is {' and '.join(parts)}{since}{use}"


def one_request(operation: Operation[Any], settings: Settings, now: datetime) -> None:
    """Refuse to make one request out of a call that is routed to many.

    Args:
        operation: What was called.
        settings: The quota mode, and what to do with a call that it lacks.
        now: The present time.

    Raises:
        EndpointUnavailableError: If each element is a request of its own, or as
            from `route`.
    """
    routed = route(operation, settings, now)
    if routed is not None and routed.each is not None:
        message = f"it is answered by one {routed.operation} for each element; make the"
        raise unavailable(operation, f"{message} call itself, or take that operation")


def unrouted(operation: Operation[Any], settings: Settings, now: datetime) -> None:
    """Refuse what the quota mode lacks, even where another operation could answer.

    Args:
        operation: What was called.
        settings: The quota mode, and what to do with a call that it lacks.
        now: The present time.

    Raises:
        EndpointUnavailableError: If the mode lacks it.
    """
    if route(operation, settings, now) is not None:
        raise unavailable(operation, explanation(operation, settings.quota_mode))


def unavailable(operation: Operation[Any], why: str) -> EndpointUnavailableError:
    """Return the error for a call that is not to be had, with what replaces it.

    Args:
        operation: What was called.
        why: What is wrong.
    """
    declared = operation.availability
    replacement = None if declared is None else declared.replacement
    return EndpointUnavailableError(why, replacement=replacement)
