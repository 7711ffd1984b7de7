"""Markdown and TOML: text for the files beside the package."""

from __future__ import annotations

import re

from .code import Code, sentence

_CODE = re.compile(
    r"""
    (?<!`)`(?P<code>[^`]+)`(?!`)
    # What GitHub makes a link of by itself: addresses of pages, of mail, and people.
    | (?P<link>
        (?: [a-z][a-z0-9+.-]{0,30}:/ | www\. | mailto: | xmpp: | (?<![^\s`])[^\s`@]*@ )
        [^\s`]* [^\s`.,;:!?)>\]]
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKUP = re.compile(r"[\\*_\[\]<>#|`~]|&(?=[#\w]+;)|\A[-+=]")
_NUMBERED = re.compile(r"\A([0-9]+)([.)])")


def prose(text: str) -> Code:
    """Emit a sentence of Markdown whose only markup is code in back quotes.

    Addresses are code, too, as they would become links.
    """
    pieces: list[str] = []
    plain, end = sentence(text), 0
    for found in _CODE.finditer(plain):
        before, code = plain[end : found.start()], found["code"] or found["link"]
        end = found.end()
        if pieces and not before:
            pieces[-1] += code
        else:
            pieces += [before, code]
    pieces.append(plain[end:])
    pieces[::2] = (_MARKUP.sub(r"\\\g<0>", piece) for piece in pieces[::2])
    pieces[1::2] = (f"`{code}`" for code in pieces[1::2])
    return Code(_NUMBERED.sub(r"\1\\\2", "".join(pieces)))


def code_span(text: str) -> Code:
    """Emit code in Markdown."""
    plain = sentence(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", plain)), default=0))
    space = " " if "`" in plain[:1] + plain[-1:] else ""
    return Code(f"{fence}{space}{plain}{space}{fence}")


def toml_string(text: str) -> Code:
    """Emit a basic string of TOML."""
    return Code('"' + sentence(text).replace("\\", "\\\\").replace('"', '\\"') + '"')
