"""Texts without the escapes and tags of URLs, JSON, HTML and source code."""

from __future__ import annotations

import re
from typing import TypeAlias

Places: TypeAlias = list[tuple[int, int]]
"""Where each character of a text came from: beginning and end in another one."""

_ESCAPE = re.compile(
    r"%(?:25)*[0-7][0-9A-Fa-f]"
    r"|%(?:25)*[89A-Fa-f][0-9A-Fa-f](?:%(?:25)*[89A-Fa-f][0-9A-Fa-f])*"
    r"|\\++(?:u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}"
    r"|[0-7]{3}|[abfnrtv])?"
    r"|<[^<>]{0,200}>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][0-9A-Za-z]{1,31});?"
)
_BEGUN = re.compile(
    r"(?:%(?:25)*[0-9A-Fa-f]?|\\+[uUx]?[0-9A-Fa-f{]*|&#?[0-9A-Za-z]*)\Z"
)
_CONTROLS = dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True))
_LONGEST = 64


def unescaped(text: str) -> str:
    """Return a text without escapes and tags; those that stood in escapes are left.

    Args:
        text: Any text; the time is linear in its length.
    """
    return _ESCAPE.sub(_meaning, text)


def located(text: str, places: Places) -> tuple[str, Places]:
    """Return what `unescaped` does, and where each character came from.

    Args:
        text: Any text.
        places: Where each of its characters came from.
    """
    parts: list[str] = []
    found: Places = []
    done = 0
    for escape in _ESCAPE.finditer(text):
        start, end = escape.span()
        meaning = _meaning(escape)
        parts += [text[done:start], meaning]
        found += places[done:start]
        found += [(places[start][0], places[end - 1][1])] * len(meaning)
        done = end
    parts.append(text[done:])
    return "".join(parts), found + places[done:]


def whole(text: str) -> str:
    """Return a text that was cut off, without an escape that may have lost its end.

    Args:
        text: The beginning of another text.
    """
    begun = _BEGUN.search(text, max(0, len(text) - _LONGEST))
    return text if begun is None else text[: begun.start()]


def _meaning(escape: re.Match[str]) -> str:
    text = escape[0]
    if text[0] == "%":
        return _of_percent(text)
    if text[0] == "<":
        return ""
    if text[0] == "&":
        import html

        return html.unescape(text if text.endswith(";") else f"{text};")
    code = text.lstrip("\\")
    if len(code) < 2:
        return _CONTROLS.get(code, "")
    if code[0] in "uUx":
        number = int(code.lstrip("uUx").strip("{}"), 16)
        return chr(number) if number <= 0x10FFFF else ""
    return chr(int(code, 8))


def _of_percent(text: str) -> str:
    octets = bytes(int(part[-2:], 16) for part in text.split("%")[1:])
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("latin-1")
