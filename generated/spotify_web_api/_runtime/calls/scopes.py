"""Whether an access token is allowed to make a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import MissingScopeError

if TYPE_CHECKING:
    from ..description.operation import Operation
    from .call import Call


def suffice(operation: Operation[Any], granted: frozenset[str]) -> bool:
    """Say whether scopes suffice for an operation.

    Args:
        operation: What to call.
        granted: The scopes of the access token.
    """
    ways = operation.scope_sets
    return not ways or any(granted.issuperset(way) for way in ways)


def check(call: Call, granted: frozenset[str] | None) -> None:
    """Refuse a call that the access token is not allowed to make.

    Args:
        call: The call.
        granted: The scopes of the access token, or `None` if unknown.

    Raises:
        MissingScopeError: If no way of authorizing the operation is covered.
    """
    operation = call.operation
    if granted is None or operation is None or suffice(operation, granted):
        return
    message = (
        f"not sent: it needs {needs(operation)}; the token has "
        f"{', '.join(sorted(granted)) or 'no scopes'}: let the user log in again"
    )
    raise MissingScopeError(message, required=operation.scopes, granted=sorted(granted))


def needs(operation: Operation[Any]) -> str:
    """Return the scopes of an operation in words.

    Args:
        operation: What to call.
    """
    ways = [" and ".join(way) for way in operation.scope_sets if way]
    return " or ".join(ways)


def hint(call: Call, granted: frozenset[str] | None) -> str:
    """Say which scopes a refused call (403) may have lacked; nothing if none.

    Args:
        call: The call.
        granted: The scopes of the access token, or `None` if unknown.
    """
    operation = call.operation
    if operation is None or not operation.scopes:
        return ""
    if granted is None:
        return f"the call needs the scope {needs(operation)}"
    missing = [scope for scope in operation.scopes if scope not in granted]
    return f"the token lacks the scope {' or '.join(missing)}" if missing else ""
