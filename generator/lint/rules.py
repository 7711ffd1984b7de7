"""What a rule is, and when it is judged while something else is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .view import View

if TYPE_CHECKING:
    from types import ModuleType

    from ..findings import Location, Similar

Issue = tuple["Location", str, "str | Similar"]
"""Where, what, and what to do; the rule adds its name."""

Judge = Callable[[View], Iterator[Issue]]

Scope = Literal["structure", "names", "alone", "linked", "everything"]
"""What a rule looks at, which says when it can be asked.

Structure: what all other rules rely on. Names: nothing but these, so always. Alone: a
thing by itself, wherever it is whole. Linked: a thing with what it refers to, where
both are whole. Everything: what there is elsewhere, so that nothing may be missing.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that finds issues, named after it; its docstring is what holds."""

    name: str
    scope: Scope
    judge: Judge


def rule(scope: Scope) -> Callable[[Judge], Rule]:
    """Make a rule of a function: `operation_id` is called `operation-id`."""

    def made(judge: Judge) -> Rule:
        return Rule(judge.__name__.replace("_", "-"), scope, judge)

    return made


def rules_of(module: ModuleType) -> tuple[Rule, ...]:
    """List the rules of a module, in their order."""
    return tuple(item for item in vars(module).values() if isinstance(item, Rule))
