"""What is to be emitted: plain data between `plan` and the stages after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Tree = dict[str, str]
"""Path below the output to text."""


class TemplateError(Exception):
    """A template is at fault; the message names it."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that a template makes."""

    path: str
    folder: Path
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is copied byte for byte."""

    path: str
    source: Path


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to emit."""

    outputs: tuple[Output, ...]
    copies: tuple[Copy, ...]
