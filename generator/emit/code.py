"""Text to code: the one boundary that text of a description crosses on its way out.

Templates print `Code` and nothing else. Each emitter fits one place of Python's
grammar: a name, a literal, a docstring or a sentence of Markdown. Whatever
the text holds, it stays what the place says it is.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from .. import naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..dialect.document import Scalar

WIDTH = 88
"""Columns of a line of emitted code."""

_CLOSING = re.compile(r'"{3,}|"\Z')
"""Quotes that would end a docstring."""

_CODE = re.compile(r"(?<!`)(`[^`]+`)(?!`)")
_MARKUP = re.compile(r"[\\*_\[\]<>#|`~]|&(?=[#\w]+;)|\A[-+=]")
_NUMBERED = re.compile(r"\A([0-9]+)([.)])")

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Code(str):
    """Text that may stand in emitted source as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A headed list in a docstring: `Args:` or `Raises:` with name and text each."""

    title: str
    entries: tuple[tuple[str, str], ...]


def identifier(name: str) -> Code:
    """Emit a name, dotted or not.

    Raises:
        ValueError: It is no identifier.
    """
    if not all(naming.is_identifier(part) for part in name.split(".")):
        message = f"{name!r} is no identifier"
        raise ValueError(message)
    return Code(name)


def literal(value: Scalar | Sequence[Scalar]) -> Code:
    """Emit a constant of Python, in ASCII where a character is not printable."""
    if not isinstance(value, str | int | float | None):
        inner = ", ".join(literal(item) for item in value)
        return Code(f"({inner},)" if len(value) == 1 else f"({inner})")
    if isinstance(value, str):
        return Code('"' + "".join(_escaped(character) for character in value) + '"')
    return Code(repr(value))


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")


def sentence(text: str) -> str:
    """Fold white space of every kind and spell out what is not printable."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii")
        for c in " ".join(text.split())
    )


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


def drawing(summary: str, rows: Iterable[str]) -> Code:
    """Emit the docstring of a module with rows below it that keep their indentation."""
    kept = (" " * (len(row) - len(row.lstrip(" "))) + sentence(row) for row in rows)
    body = "\n".join(f"    {row}" for row in kept)
    return Code(_quoted(f"{sentence(summary)}\n\n{body}\n"))


def _quoted(body: str) -> str:
    """Put text between triple quotes; no quote in it can end them."""
    plain = body.replace("\\", "\\\\")
    return '"""' + _CLOSING.sub(_with_backslashes, plain) + '"""'


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
    entries = (
        _filled(f"{sentence(name)}: {sentence(text)}", width - 4, "    ")
        for name, text in section.entries
    )
    body = textwrap.indent("\n".join(entries), "    ")
    return f"{section.title}:\n{body}"


def first_sentence(text: str) -> str:
    """Cut `text` after its first full stop that ends a sentence."""
    return re.split(r"(?<=[^.]\.)\s+(?=[A-Z0-9`])", sentence(text), maxsplit=1)[0]


def prose(text: str) -> Code:
    """Emit a sentence of Markdown whose only markup is code in back quotes."""
    parts = _CODE.split(sentence(text))
    plain = (_MARKUP.sub(r"\\\g<0>", part) for part in parts[::2])
    joined = "".join(chain.from_iterable(zip_longest(plain, parts[1::2], fillvalue="")))
    return Code(_NUMBERED.sub(r"\1\\\2", joined))


def code_span(text: str) -> Code:
    """Emit code in Markdown."""
    plain = sentence(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", plain)), default=0))
    space = " " if "`" in plain[:1] + plain[-1:] else ""
    return Code(f"{fence}{space}{plain}{space}{fence}")


def toml_string(text: str) -> Code:
    """Emit a basic string of TOML."""
    return Code('"' + sentence(text).replace("\\", "\\\\").replace('"', '\\"') + '"')
