"""Docstrings: paragraphs, headed lists and drawings, filled to the width of code."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .code import Code, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH = 88
"""Columns of a line of emitted code."""

_CLOSING = re.compile(r'"{3,}|"\Z')
"""Quotes that would end a docstring."""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed list in a docstring: `Args:` or `Raises:` with name and text each."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A name in a tree, what explains it, and what is below it."""

    name: str
    text: str
    branches: tuple[Branch, ...] = ()


def docstring(
    paragraphs: Iterable[str],
    sections: Iterable[Section] = (),
    closing: Iterable[str] = (),
    *,
    indent: int,
) -> Code:
    """Emit a docstring: a summary, paragraphs, headed lists, closing paragraphs.

    Args:
        paragraphs: Text of any kind, the summary first; empty ones are left out.
        sections: Lists set below the paragraphs.
        closing: Paragraphs set below the lists.
        indent: The column the docstring stands at.
    """
    width = WIDTH - indent
    summary, *rest = [text for text in map(sentence, paragraphs) if text] or ["…"]
    blocks = [_filled(summary, width - 3), *(_filled(text, width) for text in rest)]
    blocks += [_section(item, width) for item in sections if item.entries]
    blocks += [_filled(text, width) for text in map(sentence, closing) if text]
    body = "\n\n".join(blocks)
    if "\n" in body:
        body += "\n"
    elif len(body) > width - 6:
        body = f"{_filled(body, width - 6)}\n"
    return Code(textwrap.indent(_quoted(body), " " * indent).lstrip(" "))


def kept_docstring(text: str, *, indent: int) -> Code:
    """Emit a docstring as somebody has written it, its lines as they are.

    Args:
        text: What it says, without common indentation.
        indent: The column it stands at.
    """
    body = f"{text}\n" if "\n" in text else text
    return Code(textwrap.indent(_quoted(body), " " * indent).lstrip(" "))


def summary(text: str, *, indent: int) -> Code:
    """Emit the first paragraph of a docstring that a template lays out.

    Args:
        text: Text of any kind; something has to follow it.
        indent: The column the docstring stands at.
    """
    lines = _filled(sentence(text), WIDTH - indent - 3)
    return Code(textwrap.indent(_inside(lines), " " * indent).lstrip(" "))


def entries(items: Iterable[tuple[str, str]], *, indent: int) -> tuple[Code, ...]:
    """Emit the lines of a headed list in a docstring that a template lays out.

    Args:
        items: Name and text each; something has to follow the last one.
        indent: The column the docstring stands at.
    """
    lines = _entries(items, WIDTH - indent)
    return tuple(Code(textwrap.indent(_inside(line), " " * indent)) for line in lines)


def drawing(root: Branch) -> tuple[Code, ...]:
    """Emit the lines of a tree, each name explained, for a docstring of a module.

    Args:
        root: The tree; something has to follow its last line.
    """
    lines = _drawn(root, "", "", 2 + len(root.name))
    return tuple(Code(_inside(line)) for line in lines)


def _drawn(branch: Branch, lead: str, below: str, width: int) -> Iterator[str]:
    """Draw a branch: its row, the rest of what explains it, the branches below it.

    Args:
        branch: What is drawn.
        lead: What stands before its name.
        below: What stands there in the rows below.
        width: Columns from its name to the text that explains it.
    """
    room = max(WIDTH - len(lead) - width, 24)
    first, *more = _filled(sentence(branch.text), room).split("\n")
    yield f"{lead}{branch.name:{width}}{first}".rstrip()
    stem = "│" if branch.branches else ""
    yield from (f"{below}{stem:{width}}{line}" for line in more)
    inner = 2 + max((len(item.name) for item in branch.branches), default=0)
    for item in branch.branches:
        turn, under = ("└─ ", "   ") if item is branch.branches[-1] else ("├─ ", "│  ")
        yield from _drawn(item, below + turn, below + under, inner)


def words(names: Iterable[Code], *, indent: int) -> Code:
    """Emit a string of names with white space between them, in lines if it is long.

    Args:
        names: Identifiers.
        indent: The column at which the string begins, or what it is the value of.
    """
    text = " ".join(names)
    if len(text) <= WIDTH - 2 * indent:
        return Code(f'"{text}"')
    inner = " " * (indent + 4)
    filled = textwrap.indent(textwrap.fill(text, WIDTH - len(inner)), inner)
    return Code(f'"""\n{filled}\n{inner}"""')


def _quoted(body: str) -> str:
    """Put text between triple quotes."""
    return f'"""{_inside(body)}"""'


def _inside(body: str) -> str:
    """Escape text so that no quote in it can end triple quotes around it."""
    return _CLOSING.sub(_with_backslashes, body.replace("\\", "\\\\"))


def _with_backslashes(quotes: re.Match[str]) -> str:
    return quotes[0].replace('"', '\\"')


def _filled(text: str, width: int, hanging: str = "") -> str:
    return textwrap.fill(
        text,
        width,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _section(section: Section, width: int) -> str:
    return "\n".join([f"{section.title}:", *_entries(section.entries, width)])


def _entries(items: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for name, text in items:
        filled = _filled(f"{sentence(name)}: {sentence(text)}", width - 4, "    ")
        yield textwrap.indent(filled, "    ")


def first_sentence(text: str) -> str:
    """Cut `text` after its first full stop that ends a sentence."""
    return re.split(r"(?<=[^.]\.)\s+(?=[A-Z0-9`])", sentence(text), maxsplit=1)[0]
