"""Document to findings: what the dialect forbids beyond shape.

Each rule is a function named after itself; its docstring says what it demands. The
rules of the dialect hold for every description, those of the house for ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    lint_availability,
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
from .lint_sound import named, sound
from .lint_view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Document
    from .lint_view import Rule

STRUCTURE: tuple[Rule, ...] = lint_schemas.STRUCTURE
"""The rules all others rely on."""

NAMES: tuple[Rule, ...] = (
    lint_names.operation_id,
    lint_names.duplicate_call,
    lint_names.derived_name,
    lint_names.schema_name,
    lint_names.module_name,
    lint_operations.path_characters,
    lint_operations.duplicate_path,
)
"""The rules that look at nothing but names, whatever else is broken."""

ALONE: frozenset[Rule] = frozenset(
    (
        lint_bodies.missing_example,
        lint_bodies.parameter_style,
        lint_operations.missing_prose,
        lint_schemas.missing_description,
        lint_values.bounds,
        lint_values.const_value,
        lint_values.enum_values,
        lint_values.pattern,
        lint_values.text_format,
        *lint_house.RULES,
    )
)
"""The rules that look at a thing by itself, not at what it refers to."""

WHOLE: frozenset[Rule] = frozenset(
    (
        lint_availability.x_availability,
        lint_availability.x_route,
        lint_operations.security,
        lint_operations.server_url,
        lint_operations.tags,
        lint_operations.unused_security_scheme,
        lint_pages.unmarked_page,
        lint_pages.x_page,
        lint_schemas.unused_schema,
    )
)
"""The rules that judge by what there is elsewhere, so that nothing may be left out."""

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
    *lint_availability.RULES,
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

    While something is broken in its shape, or schemas contain each other, what depends
    on it is judged by fewer rules: everything is told at once, and nothing twice.

    Args:
        document: what `load` gave.
        house: whether the house rules hold.

    Returns:
        What was found, each once, sorted by place.
    """
    view = View.of(document)
    rules = (*DIALECT, *HOUSE) if house else DIALECT
    endless = lint_schemas.endless(view)
    if not document.broken and not endless:
        return tuple(sorted(set(_findings(view, rules))))
    alone = tuple(rule for rule in rules if rule in ALONE)
    others = tuple(rule for rule in rules if rule not in ALONE | WHOLE)
    found = {
        *_findings(view, alone),
        *_findings(View.of(sound(document, endless)), others),
    }
    found = {finding for finding in found if finding.at not in document.broken}
    found |= {
        *_findings(view, STRUCTURE),
        *_findings(View.of(named(document)), NAMES),
    }
    return tuple(sorted(found))


def _findings(view: View, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    for rule in rules:
        for at, message, remedy in rule(view):
            yield Finding(at, rule_name(rule), message, remedy)
