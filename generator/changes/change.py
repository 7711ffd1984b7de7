"""One change of the client as its users see it, and how much it asks of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Verdict(IntEnum):
    """How much a change asks of programs that use the client."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        verdict: How much it asks of programs.
        subject: What changed, such as `albums.get`, `albums.get(market)`, `Album.name`.
        what: What happened to it, in words of our own.
        before: What it was, if that can be shown.
        after: What it is, if that can be shown.
    """

    verdict: Verdict
    subject: str
    what: str
    before: str = ""
    after: str = ""


def verdict_of(changes: Iterable[Change]) -> Verdict:
    """Give the verdict of several changes, which is that of the gravest."""
    return max((change.verdict for change in changes), default=Verdict.NONE)


def major(subject: str, what: str, before: str = "", after: str = "") -> Change:
    """Note what breaks programs."""
    return Change(Verdict.MAJOR, subject, what, before, after)


def minor(subject: str, what: str, before: str = "", after: str = "") -> Change:
    """Note what programs may use, and need not."""
    return Change(Verdict.MINOR, subject, what, before, after)


def patch(subject: str, what: str, before: str = "", after: str = "") -> Change:
    """Note what no program sees."""
    return Change(Verdict.PATCH, subject, what, before, after)
