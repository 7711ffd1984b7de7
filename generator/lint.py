"""Document to findings: what the dialect forbids beyond shape.

Each rule is a function named after itself; its docstring says what it demands. The
rules of the dialect hold for every description, those of the house for ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    lint_batch,
    lint_bodies,
    lint_examples,
    lint_extensions,
    lint_house,
    lint_names,
    lint_operations,
    lint_pages,
    lint_schemas,
    lint_text,
    lint_unions,
    lint_values,
)
from .document import Finding
from .lint_view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Document
    from .lint_view import Rule

STRUCTURE: tuple[Rule, ...] = lint_schemas.STRUCTURE
"""The rules all others rely on."""

DIALECT: tuple[Rule, ...] = (
    *lint_names.RULES,
    *lint_operations.RULES,
    *lint_bodies.RULES,
    *lint_schemas.RULES,
    *lint_unions.RULES,
    *lint_values.RULES,
    *lint_pages.RULES,
    *lint_batch.RULES,
    *lint_extensions.RULES,
    *lint_examples.RULES,
    *lint_text.RULES,
)
"""The rules for every description."""

HOUSE: tuple[Rule, ...] = lint_house.RULES
"""The rules for descriptions of this house."""


def rule_name(rule: Rule) -> str:
    """Name a rule as findings do: `operation_id` is `operation-id`."""
    return str(getattr(rule, "__name__", "")).replace("_", "-")


def lint(document: Document, *, house: bool) -> tuple[Finding, ...]:
    """Apply the rules of the dialect and, if `house`, those of the house.

    Where schemas contain each other, nothing else is judged: other rules would not end.

    Args:
        document: what `load` gave.
        house: whether the house rules hold.

    Returns:
        What was found, each once, sorted by place.
    """
    view = View.of(document)
    broken = tuple(_findings(view, STRUCTURE))
    if broken:
        return tuple(sorted(set(broken)))
    rules = (*DIALECT, *HOUSE) if house else DIALECT
    return tuple(sorted(set(_findings(view, rules))))


def _findings(view: View, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    for rule in rules:
        for at, message, remedy in rule(view):
            yield Finding(at, rule_name(rule), message, remedy)
