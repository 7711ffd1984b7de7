"""Rules about names of arguments: of calls, of clients and of their views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import naming
from .namespaces import Namespace
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Location
    from .rules import Issue
    from .view import Argument, Call, View


@rule("linked")
def argument_name(view: View) -> Iterator[Issue]:
    """Every argument can be spelled as a Python name that nothing else claims.

    The name on the wire is written in snake case; keywords get an underscore. Taken are
    names that calls speak of, and `prefetch` and `cursor` in calls that page.
    """
    for call in view.calls:
        paged = call.operation.pagination is not None
        taken = view.reserved.arguments
        for argument in view.arguments(call):
            if not naming.can_be_spelled(argument.wire):
                message = f"`{argument.wire}` cannot be the name of an argument"
                yield argument.at, message, "Use ASCII letters and digits."
                continue
            name = naming.attribute(argument.wire)
            if name in (taken | view.reserved.paging if paged else taken):
                message = f"`{call.name}` uses the name `{name}` itself"
                yield argument.at, message, "Fix it with `x-variants`, or leave it out."


@rule("linked")
def argument_collision(view: View) -> Iterator[Issue]:
    """No two arguments of a call have the same Python name, wherever they are sent."""
    for call in view.calls:
        seen: dict[str, Argument] = {}
        for argument in view.arguments(call):
            if not naming.can_be_spelled(argument.wire):
                continue
            name = naming.attribute(argument.wire)
            if _is_shape_of(call, argument, seen.get(name)):
                continue
            first = seen.setdefault(name, argument)
            same = (argument.wire, argument.place) == (first.wire, first.place)
            if same and argument.place != "body":
                continue  # `duplicate_parameter` says so
            if first is not argument:
                message = (
                    f"`{call.name}` gets two arguments `{name}`: `{first.wire}` in the"
                    f" {first.place} at {first.at} and `{argument.wire}` in the"
                    f" {argument.place}"
                )
                yield argument.at, message, "Take one of the two out."


def _is_shape_of(call: Call, argument: Argument, first: Argument | None) -> bool:
    """Say whether both are one argument, given in several shapes of the body."""
    same = first is not None and first.wire == argument.wire
    body = argument.place == "body" and first is not None and first.place == "body"
    return same and body and call.variant is None


@rule("linked")
def client_default_name(view: View) -> Iterator[Issue]:
    """No `x-client-default` has the name of an option of the client, or of another.

    It becomes an argument of the constructor and of `with_options`, beside these.
    """
    options = Namespace(view.reserved.options)
    for wire, at in _client_defaults(view).items():
        if naming.can_be_spelled(wire):
            what = f"the default of `{wire}`"
            problem = options.claim(naming.attribute(wire), what, at)
            if problem is not None:
                yield at, problem, "Take `x-client-default` out."


def _client_defaults(view: View) -> dict[str, Location]:
    """Map the parameters with a default of the client to where each stands first."""
    found: dict[str, Location] = {}
    for operation in view.document.operations:
        for item in operation.parameters:
            if item.client_default:
                found.setdefault(item.name, item.at)
    return found
