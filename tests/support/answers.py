"""Whether answers fit a description, as an independent validator reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jsonschema_rs import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterable


def check_answers(bundle: Any, operation_id: str, answers: Iterable[Any]) -> None:
    """Fail unless responses are what an operation answers.

    Args:
        bundle: The description in one piece.
        operation_id: The operation.
        answers: Responses with a status and a body.
    """
    schemas = _schemas(bundle, operation_id)
    for answer in answers:
        schema = schemas[answer.status]
        if schema is None:
            assert answer.body == b""
            continue
        whole = {**schema, "components": bundle.get("components", {})}
        Draft202012Validator(whole).validate(json.loads(answer.body))


def _schemas(bundle: Any, operation_id: str) -> dict[int, Any]:
    """Map the statuses of an operation to the schemas of what comes with them."""
    return {
        int(status): response.get("content", {})
        .get("application/json", {})
        .get("schema")
        for item in bundle["paths"].values()
        for said in item.values()
        if said["operationId"] == operation_id
        for status, response in said["responses"].items()
    }
