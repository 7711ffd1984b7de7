"""What operations answer: JSON Schema, and what is common to several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..dialect.schema import Value


@dataclass(frozen=True, slots=True)
class Answers:
    """What operations answer, without prose.

    Attributes:
        schemas: The JSON Schemas that answers refer to, by name.
        responses: The responses that several operations share, by name.
        common: The verb in lower case, or `any`, to what all its operations answer.
        operations: The name of an operation to what it answers besides, by status.
        variants: The name of an operation to what it answers for some arguments.
    """

    schemas: dict[str, Value]
    responses: dict[str, Value]
    common: dict[str, Value]
    operations: dict[str, Value]
    variants: dict[str, Value]
