"""What was asked, as tests read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .answering import Attempt


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeRequest:
    """What was asked, and how it was answered.

    Attributes:
        operation: The name of the operation, such as `albums.get`; `""` if there is
            none for it.
        method: The verb.
        url: The whole address.
        arguments: What was given, by its name in Python; empty where it was refused
            before it was read.
        token: The access token, or `None`.
        status: The status of the answer; `None` where the connection broke.
    """

    operation: str
    method: str
    url: str
    arguments: Mapping[str, Any]
    token: str | None = field(repr=False)
    status: int | None


def noted(attempt: Attempt, status: int | None) -> FakeRequest:
    """Write down what was asked.

    Args:
        attempt: The request, as far as it was understood.
        status: The status of the answer; `None` where the connection broke.
    """
    operation, request = attempt.operation, attempt.request
    parameters = () if operation is None else operation.parameters
    names = {each.wire: each.name for each in parameters if each.fixed is None}
    return FakeRequest(
        operation="" if operation is None else operation.name,
        method=request.method,
        url=request.url,
        arguments={names[wire]: value for wire, value in attempt.values.items()},
        token=attempt.token,
        status=status,
    )
