"""What a check of the doctor finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime.engine.failures import one_line

Level: TypeAlias = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor.

    Attributes:
        level: How it stands.
        subject: What it is about.
        text: What was found, and what to do; never a secret.
    """

    level: Level
    subject: str
    text: str

    def __str__(self) -> str:
        """Return the line."""
        return f"{self.level:<5} {self.subject:<13} {one_line(self.text)}"


def ok(subject: str, text: str) -> Finding:
    """Return what is as it should be."""
    return Finding("ok", subject, text)


def warn(subject: str, text: str) -> Finding:
    """Return what works, but not for everything."""
    return Finding("warn", subject, text)


def fail(subject: str, text: str) -> Finding:
    """Return what has to be mended."""
    return Finding("fail", subject, text)
