"""Rules about exceptions: those of statuses, and those of reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..dialect.statuses import RATE_LIMITED, error_name, has_error
from .namespaces import Namespace
from .rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.schema import Reason
    from ..findings import Location
    from .rules import Issue
    from .view import View

_ERROR = re.compile(r"[A-Z][A-Za-z0-9]*Error")
_FREE = "Choose a free name such as `NoDeviceError`."


@rule("linked")
def x_reason(view: View) -> Iterator[Issue]:
    """Every reason has a text, the status of an error, and an exception.

    The name of the exception is a class name that ends in `Error`, and its own: no
    status, no other reason, not the client and nothing it is made of has it.
    """
    errors = _errors(view)
    values: dict[tuple[int, str], Reason] = {}
    for item in _reasons(view):
        if not has_error(item.status) and item.status != RATE_LIMITED:
            message = f"{item.status} is the status of no error"
            yield item.at, message, "Write one from 400 to 599."
        yield from _named(item, errors)
        first = values.setdefault((item.status, item.value), item)
        if first is not item:
            message = (
                f"the reason `{item.value}` of {item.status} stands here and at"
                f" {first.at}"
            )
            yield item.at, message, "Take one of the two out."
        if not item.value:
            message = "the reason is empty"
            yield item.at, message, "Write the `value` that the server sends."


@rule("everything")
def reason_status(view: View) -> Iterator[Issue]:
    """Every reason has a status that some operation answers."""
    answered = _statuses(view)
    for item in _reasons(view):
        if has_error(item.status) and item.status not in answered:
            message = f"no operation answers {item.status}, the status of this reason"
            remedy = f'Add a response "{item.status}" where it comes, or mend `status`.'
            yield item.at, message, remedy


def _named(item: Reason, errors: Namespace) -> Iterator[Issue]:
    if not _ERROR.fullmatch(item.error):
        message = f"`{item.error}` cannot be the name of the exception"
        yield item.at, message, _FREE
        return
    what = f"the error of the reason `{item.value}`"
    problem = errors.claim(item.error, what, item.at)
    if problem is not None:
        yield item.at, problem, _FREE


@rule("linked")
def status_name(view: View) -> Iterator[Issue]:
    """No status has the exception that is called after the client, the root of all."""
    for status, at in _statuses(view).items():
        if error_name(status) == view.reserved.root:
            message = (
                f"the error of the status {status} and the root of all errors would"
                f" both be `{view.reserved.root}`"
            )
            yield at, message, "Give the client another name in `[tool.generator]`."


def _errors(view: View) -> Namespace:
    """Give the exceptions there are, but for those of reasons."""
    errors = Namespace(view.reserved.errors)
    for status, at in _statuses(view).items():
        errors.claim(error_name(status), f"the error of the status {status}", at)
    return errors


def _statuses(view: View) -> dict[int, Location]:
    """Map the statuses that become exceptions to where each is answered first."""
    found: dict[int, Location] = {}
    for operation in view.document.operations:
        for response in operation.responses:
            if has_error(response.status):
                found.setdefault(response.status, response.at)
    return found


def _reasons(view: View) -> Iterator[Reason]:
    for named in view.document.schemas:
        yield from named.schema.reasons
