"""What is wrong with a description, where, and how to mend it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where something stands: a file below the folder of the description, 1-based."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong with a description, and how to mend it."""

    at: Location
    rule: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.at}: {self.rule}: {self.message}\n    {self.remedy}"


class InvalidDescriptionError(Exception):
    """The description is not one the generator accepts; `findings` says all of why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings


@dataclass(slots=True)
class Problems:
    """A list of findings that grows; everything found is told at once."""

    findings: list[Finding] = field(default_factory=list[Finding])

    def add(self, at: Location, rule: str, message: str, remedy: str) -> None:
        """Note one finding."""
        self.findings.append(Finding(at, rule, message, remedy))


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


def closest(name: str, known: Iterable[str], *, many: int = 3) -> str:
    """Name the most similar of the `known` names, as a phrase for a remedy."""
    names = sorted(known)
    found = difflib.get_close_matches(name, names, n=many, cutoff=0.6)
    if found:
        return "Did you mean " + " or ".join(f"`{item}`" for item in found) + "?"
    if not names:
        return "There is nothing to choose from."
    shown = ", ".join(f"`{item}`" for item in names[:12])
    return f"There is {shown}{', …' if len(names) > 12 else ''}."
