"""Text to code: the one boundary that text of a description crosses on its way out.

Templates print `Code`, and `Prose` within a docstring. Each emitter of this room fits
one place of a grammar: a name, a literal, a docstring or a sentence of Markdown.
Whatever the text holds, it stays what the place says it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..dialect.schema import Scalar, Value

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Code(str):
    """Text that may stand in emitted source as it is."""

    __slots__ = ()


class Prose(str):
    """Text of a description, which templates set into docstrings and nowhere else."""

    __slots__ = ()


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


def data(value: Value) -> Code:
    """Emit plain data, of dicts and lists."""
    match value:
        case dict():
            pairs = (f"{literal(name)}: {data(each)}" for name, each in value.items())
            return Code(f"{{{', '.join(pairs)}}}")
        case list():
            return Code(f"[{', '.join(map(data, value))}]")
        case _:
            return literal(value)


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
