"""Document to findings: what the dialect forbids beyond shape.

Each rule is a function named after itself; its docstring says what it demands. The
rules of the dialect hold for every description, those of the house for ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Finding
from . import (
    availability,
    batch,
    bodies,
    characters,
    examples,
    extensions,
    house as lint_house,
    names,
    operations,
    pages,
    schemas,
    unions,
    values,
)
from .sound import named, sound
from .view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dialect.document import Document
    from ..naming import Reserved
    from .view import Rule

STRUCTURE: tuple[Rule, ...] = schemas.STRUCTURE
"""The rules all others rely on."""

NAMES: tuple[Rule, ...] = (
    names.operation_id,
    names.duplicate_call,
    names.derived_name,
    names.schema_name,
    names.module_name,
    operations.path_characters,
    operations.duplicate_path,
)
"""The rules that look at nothing but names, whatever else is broken."""

ALONE: frozenset[Rule] = frozenset(
    (
        bodies.missing_example,
        bodies.parameter_style,
        operations.missing_prose,
        schemas.missing_description,
        values.bounds,
        values.const_value,
        values.enum_values,
        values.pattern,
        values.text_format,
        *lint_house.RULES,
    )
)
"""The rules that look at a thing by itself, not at what it refers to."""

WHOLE: frozenset[Rule] = frozenset(
    (
        availability.x_availability,
        availability.x_route,
        operations.security,
        operations.server_url,
        operations.tags,
        operations.unused_security_scheme,
        pages.unmarked_page,
        pages.x_page,
        schemas.unused_schema,
    )
)
"""The rules that judge by what there is elsewhere, so that nothing may be left out."""

DIALECT: tuple[Rule, ...] = (
    *names.RULES,
    *operations.RULES,
    *bodies.RULES,
    *schemas.RULES,
    *unions.RULES,
    *values.RULES,
    *pages.RULES,
    *batch.RULES,
    *extensions.RULES,
    *availability.RULES,
    *examples.RULES,
    *characters.RULES,
)
"""The rules for every description."""

HOUSE: tuple[Rule, ...] = lint_house.RULES
"""The rules for descriptions of this house."""


def rule_name(rule: Rule) -> str:
    """Name a rule as findings do: `operation_id` is `operation-id`."""
    return str(getattr(rule, "__name__", "")).replace("_", "-")


def lint(document: Document, reserved: Reserved, *, house: bool) -> tuple[Finding, ...]:
    """Apply the rules of the dialect and, if `house`, those of the house.

    While something is broken in its shape, or schemas contain each other, what depends
    on it is judged by fewer rules: everything is told at once, and nothing twice.

    Args:
        document: what `load` gave.
        reserved: the names that emitted code uses itself.
        house: whether the house rules hold.

    Returns:
        What was found, each once, sorted by place.
    """
    view = View.over(document, reserved)
    rules = (*DIALECT, *HOUSE) if house else DIALECT
    endless = schemas.endless(view)
    if not document.broken and not endless:
        return tuple(sorted(set(_findings(view, rules))))
    alone = tuple(rule for rule in rules if rule in ALONE)
    others = tuple(rule for rule in rules if rule not in ALONE | WHOLE)
    found = {
        *_findings(view, alone),
        *_findings(View.over(sound(document, endless), reserved), others),
    }
    found = {finding for finding in found if finding.at not in document.broken}
    found |= {
        *_findings(view, STRUCTURE),
        *_findings(View.over(named(document), reserved), NAMES),
    }
    return tuple(sorted(found))


def _findings(view: View, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    for rule in rules:
        for at, message, remedy in rule(view):
            yield Finding(at, rule_name(rule), message, remedy)
