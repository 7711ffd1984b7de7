"""Texts that mean harm, and which places of a description take them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings import InvalidDescriptionError
from generator.lint.lint import lint
from generator.load.load import load

from .generate import reserved_names
from .sinks import ALIKE, FORMED, Texts, altered, save

if TYPE_CHECKING:
    from generator.dialect.document import Document
    from generator.findings import Finding

PAYLOADS = (
    '"""\nimport os; open("PWNED", "w")\n"""',
    '"""',
    "\\",
    'x"); open("PWNED", "w"); ("',
    "{{ view }}{% raw %}{# #}",
    "x\u2028import os; open('PWNED', 'w')\u2028#",
    "[a](https://a.example) ![b](c) <https://d.example> | e |",
)
"""Texts that are tried whatever else is there."""

NAMES = (
    *("class", "None", "match", "type", "_", "__init__", "self", "list", "property"),
    *("models", "errors", "operations", "deprecated", "cast", "field", "datetime"),
    *("a-b", "aB", "1a", "", "...", "ﬁeld", "\u043e", "aux", "a/../../b", "a\0b", "é"),
    *("resource", "pager", "sequence", "literal", "any", "query", "path", "json", "_a"),
    *("Resource", "Model", "Literal", "Page", "Things", "AsyncThings", "NotFoundError"),
    *("cached_property", "str", "client", "things", "name", "items", "body", "Any"),
    *("plain", "FineError", "ValueError", 'a"b', "a\\b"),
)
"""Names that are tried whatever else is there."""

SHADOWS = (
    *("models", "cast", "deprecated", "field", "property", "list", "str", "datetime"),
    *("literal", "resource", "sequence", "any", "errors", "operations", "type"),
    *("cached_property", "things", "path", "query", "json", "body"),
)
"""Names that emitted modules use themselves."""


def judged(texts: Texts, folder: Path) -> Document | tuple[Finding, ...]:
    """Load the description with texts in places; its findings if it has any."""
    try:
        document = load(save(altered(texts), folder))
    except InvalidDescriptionError as error:
        return error.findings
    return lint(document, reserved_names(), house=False) or document


def is_accepted(sink: str, text: str, folder: Path) -> bool:
    """Tell whether a place takes a text when all others are harmless."""
    return not isinstance(judged({sink: text}, folder), tuple)


def accepted(text: str, folder: Path) -> dict[str, str]:
    """Put a text into all places that take it, those of prose and others."""
    chosen: dict[str, str] = {}
    for alike in ALIKE.values():
        texts = dict.fromkeys(alike, text)
        if not isinstance(judged(texts, folder), tuple):
            chosen |= texts
    return chosen | {sink: text for sink in FORMED if is_accepted(sink, text, folder)}


def apart(texts: Texts, folder: Path) -> Iterator[tuple[Texts, Document]]:
    """Put each text into its place if that takes it: all at once where that works."""
    single = {s: t for s, t in texts.items() if is_accepted(s, t, folder)}
    together = judged(single, folder)
    if not isinstance(together, tuple):
        yield single, together
        return
    for sink, text in single.items():
        document = judged({sink: text}, folder)
        assert not isinstance(document, tuple)
        yield {sink: text}, document


def rotated(kinds: Sequence[str], names: Sequence[str]) -> Iterator[Texts]:
    """Put each name once into each kind of place, different ones at a time."""
    step = len(names) // len(kinds)
    for first in range(len(names)):
        yield {
            kind: names[(first + number * step) % len(names)]
            for number, kind in enumerate(kinds)
        }
