"""Fenced blocks of Markdown, as the documents of this project use them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)(?P<info>[^\n]*)\n"
    r"(?P<text>.*?)^(?P=indent)```$",
    re.DOTALL | re.MULTILINE,
)
_ATTRIBUTE = re.compile(r'(\w+)=("([^"]*)"|\S+)')


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its attributes, the line it begins in, its text."""

    language: str
    attributes: dict[str, str]
    line: int
    text: str


def blocks(file: Path) -> tuple[Block, ...]:
    """List the fenced blocks of a file; those in a list lose the list's indentation."""
    source = file.read_text(encoding="utf-8")
    return tuple(
        Block(
            language=match["language"],
            attributes={
                name: quoted if value.startswith('"') else value
                for name, value, quoted in _ATTRIBUTE.findall(match["info"])
            },
            line=source.count("\n", 0, match.start()) + 2,
            text=_dedented(match["text"], match["indent"]),
        )
        for match in _BLOCK.finditer(source)
    )


def _dedented(text: str, indent: str) -> str:
    lines = text.splitlines(keepends=True)
    assert all(line.startswith(indent) or not line.strip() for line in lines)
    return "".join(line.removeprefix(indent) for line in lines)
