"""Document to findings: what the dialect forbids beyond shape.

Each rule is a function named after itself; its docstring says what it demands. The
rules of the dialect hold for every description, those of the house for ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Problems, in_order
from . import (
    argument_names,
    authorization,
    availability,
    batch,
    bodies,
    characters,
    error_names,
    examples,
    extensions,
    house as of_the_house,
    model_names,
    names,
    operations,
    pages,
    references,
    schemas,
    unions,
    values,
)
from .rules import rules_of
from .size import joining_too_much, too_large
from .sound import named, sound, with_broken
from .view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..dialect.document import Document
    from ..findings import Finding
    from ..naming import Reserved
    from .rules import Rule, Scope

_OF_THE_DIALECT = (
    names,
    argument_names,
    model_names,
    error_names,
    operations,
    authorization,
    bodies,
    schemas,
    unions,
    values,
    pages,
    batch,
    extensions,
    references,
    availability,
    examples,
    characters,
)
DIALECT: tuple[Rule, ...] = tuple(
    rule for module in _OF_THE_DIALECT for rule in rules_of(module)
)
"""The rules for every description."""

_FOLLOWING = frozenset(
    rule.name for module in (availability, examples) for rule in rules_of(module)
)
"""The rules whose findings may follow from those of others."""

HOUSE: tuple[Rule, ...] = rules_of(of_the_house)
"""The rules for descriptions of this house."""


def lint(document: Document, reserved: Reserved, *, house: bool) -> tuple[Finding, ...]:
    """Apply the rules of the dialect and, if `house`, those of the house.

    While something is broken in its shape, or schemas contain each other, what depends
    on it is judged by fewer rules, and what other rules have found is no more an
    example's fault: everything is told at once, and nothing twice.

    Args:
        document: what `load` gave.
        reserved: the names that emitted code uses itself.
        house: whether the house rules hold.

    Returns:
        What was found, each once, sorted by place.
    """
    every = (*DIALECT, *HOUSE) if house else DIALECT
    first = tuple(rule for rule in every if rule.name not in _FOLLOWING)
    problems = _found(document, reserved, first)
    if any(finding.rule == "too-large" for finding in problems.findings):
        return in_order(problems.findings)
    following = tuple(rule for rule in every if rule.name in _FOLLOWING)
    told = _found(with_broken(document, problems.findings), reserved, following)
    return in_order({*problems.findings, *told.findings})


def _found(document: Document, reserved: Reserved, rules: tuple[Rule, ...]) -> Problems:
    """Judge by some rules what can be judged by them."""
    view = View.over(document, reserved)
    bad = schemas.endless(view) or frozenset(
        item.name for item in joining_too_much(document)
    )
    whole = sound(document, bad) if document.broken or bad else document
    problems = Problems()
    large = [*too_large(whole)]
    for at, message, remedy in large:
        problems.add(at, "too-large", message, remedy)
    if whole is document and not large:
        _judge(view, rules, problems)
    elif not large:
        _judge(view, _in(rules, "alone"), problems)
        _judge(View.over(whole, reserved), _in(rules, "linked"), problems)
        # A place that is broken has been told of, but for its name and its structure.
        problems.leave_out(document.broken)
        _judge(View.over(named(document), reserved), _in(rules, "names"), problems)
    if whole is not document:
        _judge(view, _in(rules, "structure"), problems)
    return problems


def _in(rules: Iterable[Rule], scope: Scope) -> Iterator[Rule]:
    return (rule for rule in rules if rule.scope == scope)


def _judge(view: View, rules: Iterable[Rule], problems: Problems) -> None:
    for rule in rules:
        for at, message, remedy in rule.judge(view):
            problems.add(at, rule.name, message, remedy)
