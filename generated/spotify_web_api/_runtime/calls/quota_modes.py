"""Calls that the quota mode of an application lacks: refused, or explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import EndpointUnavailableError

if TYPE_CHECKING:
    from ..description.operation import Operation, Route
    from .settings import Settings

_REMOVED = "removed"
_STATES = {
    _REMOVED: "not offered",
    "legacy_only": "offered only to applications that had it before",
}


def route(operation: Operation[Any], settings: Settings) -> Route | None:
    """Return how an operation is answered by another; `None` where it answers itself.

    Args:
        operation: What was called.
        settings: The quota mode, and what to do with a call that it lacks.

    Raises:
        EndpointUnavailableError: If the mode lacks it and nothing may stand in.
    """
    found, mode = operation.availability, settings.quota_mode
    if mode is None or found is None or (mode, _REMOVED) not in found.modes:
        return None
    if settings.on_unavailable == "route" and found.route is not None:
        return found.route
    remedy = ' (on_unavailable="route" does so)' if found.route is not None else ""
    raise unavailable(operation, f"{explanation(operation, mode)}{remedy}")


def explanation(operation: Operation[Any] | None, mode: str | None) -> str:
    """Say who may not use an operation, since when, and what to use; `""` for all.

    Args:
        operation: What was called, or `None`.
        mode: The quota mode of the application; `None` if it is unknown.
    """
    found = None if operation is None else operation.availability
    if found is None:
        return ""
    known = mode in dict(found.modes)
    states = [(name, state) for name, state in found.modes if name == mode or not known]
    parts: list[str] = []
    for state, text in _STATES.items():
        names = " and ".join(f'"{name}"' for name, its in states if its == state)
        if names:
            parts.append(f"{text} in quota mode {names}")
    if not parts:
        return ""
    since = f" since {found.since}" if found.since else ""
    use = f"; use {found.replacement} instead" if found.replacement else ""
    return f"this call is {' and '.join(parts)}{since}{use}"


def one_request(operation: Operation[Any], settings: Settings) -> None:
    """Refuse to make one request out of a call that is routed to many.

    Args:
        operation: What was called.
        settings: The quota mode, and what to do with a call that it lacks.

    Raises:
        EndpointUnavailableError: If each element is a request of its own, or as
            from `route`.
    """
    found = route(operation, settings)
    if found is not None and found.each is not None:
        message = f"it is answered by one {found.operation} for each element; make the"
        raise unavailable(operation, f"{message} call itself, or take that operation")


def unrouted(operation: Operation[Any], settings: Settings) -> None:
    """Refuse what the quota mode lacks, even where another operation could answer.

    Args:
        operation: What was called.
        settings: The quota mode, and what to do with a call that it lacks.

    Raises:
        EndpointUnavailableError: If the mode lacks it.
    """
    if route(operation, settings) is not None:
        raise unavailable(operation, explanation(operation, settings.quota_mode))


def unavailable(operation: Operation[Any], why: str) -> EndpointUnavailableError:
    """Return the error for a call that is not to be had, with what replaces it.

    Args:
        operation: What was called.
        why: What is wrong.
    """
    found = operation.availability
    replacement = None if found is None else found.replacement
    return EndpointUnavailableError(why, replacement=replacement)
