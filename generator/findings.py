"""What is wrong with a description, where, and how to mend it."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import PurePath

_MAX_TEXT = 1_000
"""Characters of a message or a remedy."""
_MAX_NAME = 100
"""Characters up to which names are compared."""
_COMPARISONS = 5_000
"""How many names are compared in a run before nothing is suggested any more."""
_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#(?:vso|teamcity)?\[)", re.MULTILINE)
"""What a CI service would take for a command to itself."""


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
        return self._told(str(self.at))

    def seen_from(self, folder: PurePath) -> str:
        """Say it; `folder` is where the description lies, seen from here."""
        return self._told(str(folder / str(self.at)))

    def _told(self, place: str) -> str:
        at, message, remedy = map(one_line, (place, self.message, self.remedy))
        return f"{at}: {self.rule}: {message}\n    {remedy}"


class InvalidDescriptionError(Exception):
    """The description is not one the generator accepts; `findings` says all of why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings

    def seen_from(self, folder: PurePath) -> str:
        """Say all of why; `folder` is where the description lies, seen from here."""
        return "\n".join(finding.seen_from(folder) for finding in self.findings)


@dataclass(slots=True)
class Problems:
    """A list of findings that grows; everything found is told at once."""

    findings: list[Finding] = field(default_factory=list[Finding])
    _compared: int = 0

    def add(self, at: Location, rule: str, message: str, remedy: str | Similar) -> None:
        """Note one finding; of texts that go on and on, the beginning."""
        if isinstance(remedy, Similar):
            remedy = self._suggested(remedy)
        self.findings.append(Finding(at, rule, cut(message), cut(remedy)))

    def leave_out(self, places: frozenset[Location]) -> None:
        """Forget what was found at some places."""
        self.findings = [item for item in self.findings if item.at not in places]

    def in_order(self) -> tuple[Finding, ...]:
        """Give what was found, each once, sorted by place."""
        return in_order(self.findings)

    def _suggested(self, similar: Similar) -> str:
        self._compared += 1 + len(similar.known)
        if self._compared > _COMPARISONS:
            return f"Write one of the {len(similar.known)} names there are."
        return str(similar)


class Similar(NamedTuple):
    """A name that is not known, and those that are: a remedy, if it is asked for."""

    name: str
    known: Collection[str]
    many: int = 3

    def __str__(self) -> str:
        names = sorted(self.known)
        if not names:
            return "There is nothing to choose from."
        if found := self.found():
            return "Did you mean " + " or ".join(f"`{item}`" for item in found) + "?"
        shown = ", ".join(f"`{item}`" for item in names[:12])
        return f"There is {shown}{', …' if len(names) > 12 else ''}."

    def found(self) -> list[str]:
        """List the known names that are like it, the most similar one first."""
        short = sorted(item for item in self.known if len(item) <= _MAX_NAME)
        return difflib.get_close_matches(
            self.name[:_MAX_NAME], short, n=self.many, cutoff=0.6
        )


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, each once."""
    return tuple(sorted(set(findings), key=_place))


def _place(finding: Finding) -> tuple[str, int, int, str, str, str]:
    at = finding.at
    told = finding.rule, finding.message, finding.remedy
    return (at.file, at.line, at.column, *told)


def closest(name: str, known: Collection[str], *, many: int = 3) -> Similar:
    """Suggest the most similar of the `known` names, as a phrase for a remedy."""
    return Similar(name, known, many)


def cut(text: str, characters: int = _MAX_TEXT) -> str:
    """Give the beginning of a text that goes on and on, of another one all."""
    return text if len(text) <= characters else f"{text[:characters]}…"


def one_line(text: str) -> str:
    """Show text of others in a line: what does not show is written as an escape."""
    return text if text.isprintable() else "".join(map(_shown, text))


def plain(text: str) -> str:
    """Show text of others in its lines, none of which is a command to a terminal."""
    lines = ("\t".join(map(one_line, line.split("\t"))) for line in text.split("\n"))
    return _COMMAND.sub(_defused, "\n".join(lines))


def _defused(command: re.Match[str]) -> str:
    before, last = command.group()[:-1], command.group()[-1]
    return f"{before}\\x{ord(last):x}"


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return repr(character)[1:-1]
