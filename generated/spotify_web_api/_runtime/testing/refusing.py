"""Refusals, and the bodies of errors: in the form the description gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.jsondata import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .answers import Answer, Answers, Schema

_DEEPEST = 5


class RefusedError(Exception):
    """A request that is answered with an error.

    Attributes:
        status: The HTTP status.
        message: What is wrong; `""` for what is usually said.
        reason: The reason in the error object, or `None`.
    """

    def __init__(self, status: int, message: str, reason: str | None = None) -> None:
        """Keep what is wrong."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.reason = reason


def error_body(
    answers: Answers, answer: Answer, error: RefusedError, otherwise: str
) -> Any:
    """Make the body of an error.

    Args:
        answers: The schemas.
        answer: What errors of this status look like.
        error: What is wrong.
        otherwise: The message where the description has none.
    """
    assert answer.schema is not None
    usual = _message(answer.example) if answer.status == error.status else None
    told = {
        "status": error.status,
        "message": error.message or usual or otherwise,
        "reason": error.reason,
    }
    return _filled(answers, answer.schema, told, 0)


def _filled(
    answers: Answers, schema: Schema, told: Mapping[str, Any], depth: int
) -> Any:
    target, _ = answers.resolved(schema)
    properties, required = answers.properties(target)
    if not properties:
        return told["message"] if target.get("type") == "string" else None
    made: dict[str, Any] = {}
    for name, inner in properties.items():
        kind = answers.resolved(inner)[0].get("type", "object")
        if name in told and kind in ("string", "integer"):
            if told[name] is not None:
                made[name] = told[name]
        elif kind == "object" and depth < _DEEPEST:
            made[name] = _filled(answers, inner, told, depth + 1)
        elif name in required:
            made[name] = told["status"] if kind == "integer" else told["message"]
    return made


def _message(example: object) -> str | None:
    """Find the message in the example of a body."""
    if not is_object(example):
        return None
    if isinstance(example.get("message"), str):
        message: str = example["message"]
        return message
    found = (_message(each) for each in example.values())
    return next((each for each in found if each is not None), None)
